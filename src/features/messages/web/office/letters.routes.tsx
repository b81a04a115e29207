import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { asId, type Id, isId } from '../../../../values/ids.ts'
import { dateValues, wholeDateField } from '../../../settings/index.ts'
import { postLetters } from '../../actions/post-letters.ts'
import type { MessageOf } from '../../data/sending.ts'
import { lettersToPost, lettersToPrint } from '../../data/waiting-letters.ts'
import { LettersPage } from './letters.page.tsx'
import { LetterSheet } from './message.page.tsx'
import { lettersPath } from './message-paths.ts'

type Request = PageRequest<PurposeKey>

export interface LettersTools {
  /** Whether somebody of a role may address an envelope to a party. */
  readonly mayPost: (role: string) => boolean
  /** Whether they answer enquiries, whose letters then wait with the others. */
  readonly mayAnswer: (role: string) => boolean
}

const common = { area: 'office', entry: 'purpose' } as const

/** The letters that wait: printed together, and said to be posted together. */
export const letterRoutes = (tools: LettersTools): Route<PurposeKey>[] => [
  { ...common, purpose: 'booking', method: 'GET', path: lettersPath, handle: (request) => show(request, tools) },
  { ...common, purpose: 'booking', method: 'POST', path: lettersPath, handle: (request) => post(request, tools) },
  {
    ...common,
    purpose: 'letters',
    method: 'GET',
    path: `${lettersPath}/print`,
    handle: (request) => print(request, tools),
  },
]

const boxWords = 'Tick the letters that were posted'

/** Which letter a box is about, and of which kind. */
const tickOf = (value: string): { readonly of: MessageOf; readonly id: string } => {
  const [, kind, id = ''] = /^(enquiry-)?(.*)$/.exec(value) ?? []
  return { of: kind ? 'enquiry' : 'case', id }
}

const wholeForm = z
  .object({
    letters: z
      .array(
        z.string().refine((it) => isId(tickOf(it).id)),
        { error: 'Tick the letters that were posted' },
      )
      .min(1, 'Tick the letters that were posted'),
  })
  .and(wholeDateField('posted', 'Enter the day on which they were posted'))

const purposeOf = { case: 'booking', enquiry: 'enquiries' } as const

/** Which letters somebody sees here: each kind is read for its own purpose. */
const kindsFor = ({ staff }: Request, { mayAnswer }: LettersTools): readonly MessageOf[] =>
  mayAnswer(staff?.role ?? '') ? ['case', 'enquiry'] : ['case']

async function show(request: Request, tools: LettersTools, form?: FormState): Promise<Reply> {
  const { mayPost } = tools
  const each = kindsFor(request, tools).map((of) =>
    request.desk.read(actorOf(request), { purpose: purposeOf[of], deed: 'letter.listed' }, (scope) =>
      lettersToPost(scope, of),
    ),
  )
  const letters = (await Promise.all(each)).flat()
  const left = Number(/^\d{1,3}$/.exec(request.query.left ?? '')?.[0] ?? 0)
  const shown = form ?? filledForm(dateValues('posted', request.today))
  const may = mayPost(request.staff?.role ?? '')
  const body = <LettersPage letters={letters} form={shown} mayPost={may} left={left} token={request.formToken()} />
  return { page: { title: 'Letters to post', invalid: hasErrors(shown), body } }
}

/** The boxes bear the name of a list. */
const atBoxes = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([name, words]) => (/^letters\b/.test(name) ? ['letters[]', boxWords] : [name, words])),
  )

async function post(request: Request, tools: LettersTools): Promise<Reply> {
  const reading = readForm(wholeForm, request.form)
  if (!reading.ok) return show(request, tools, { ...reading, errors: atBoxes(reading.errors) })
  const { letters, posted } = { ...reading.value, posted: Temporal.PlainDate.from(reading.value.posted) }
  if (Temporal.PlainDate.compare(posted, request.today) > 0)
    return show(request, tools, {
      errors: { 'posted-day': 'The day must be today or before' },
      values: { ...request.form.values, 'letters[]': letters },
    })
  const ticked = letters.map(tickOf)
  let left = letters.length
  for (const of of kindsFor(request, tools)) {
    const own = ticked.filter((it) => it.of === of).map((it) => asId(it.id))
    if (own.length === 0) continue
    const key = of === 'case' ? request.form.key : keyBeside(request.form.key)
    const input = { key, of, letters: own, postedOn: posted.toString() }
    const outcome = await postLetters(request.desk, actorOf(request), input)
    if (outcome.done) left -= Number(outcome.value.posted)
  }
  return { redirect: left === 0 ? lettersPath : `${lettersPath}?left=${left}` }
}

/** One press does two acts, and pressed twice the second is known again like the first. */
const keyBeside = (key: Id): Id => {
  const sum = createHash('sha256').update(`enquiry ${key}`).digest('hex')
  return asId(`${sum.slice(0, 8)}-${sum.slice(8, 12)}-4${sum.slice(13, 16)}-a${sum.slice(17, 20)}-${sum.slice(20, 32)}`)
}

/** All of them that may go at this moment, each on its own sheet. */
async function print(request: Request, tools: LettersTools): Promise<Reply> {
  const each = kindsFor(request, tools).map((of) => {
    const deed = { purpose: of === 'case' ? 'letters' : 'enquiries', deed: 'letter.printed' } as const
    return request.desk.read(actorOf(request), deed, (scope) => lettersToPrint(scope, of))
  })
  const letters = (await Promise.all(each)).flat()
  if (letters.length === 0) return { redirect: lettersPath }
  const body = (
    <>
      {letters.map(({ letter, address }) => (
        <div class="ev-letter">
          <LetterSheet message={letter} address={address} />
        </div>
      ))}
    </>
  )
  return { page: { title: 'Letters to post', body, forPrint: true } }
}
