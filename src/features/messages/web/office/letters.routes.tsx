import { z } from 'zod'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { dateValues, wholeDateField } from '../../../settings/index.ts'
import { postLetters } from '../../actions/post-letters.ts'
import { lettersToPost, lettersToPrint } from '../../data/waiting-letters.ts'
import { LettersPage } from './letters.page.tsx'
import { LetterSheet } from './message.page.tsx'
import { lettersPath } from './message-paths.ts'

type Request = PageRequest<PurposeKey>

export interface LettersTools {
  readonly mayPost: (role: string) => boolean
}

const common = { area: 'office', entry: 'purpose' } as const

/** The letters that wait: printed together, and said to be posted together. */
export const letterRoutes = (tools: LettersTools): Route<PurposeKey>[] => [
  { ...common, purpose: 'booking', method: 'GET', path: lettersPath, handle: (request) => show(request, tools) },
  { ...common, purpose: 'booking', method: 'POST', path: lettersPath, handle: (request) => post(request, tools) },
  { ...common, purpose: 'letters', method: 'GET', path: `${lettersPath}/print`, handle: print },
]

const boxWords = 'Tick the letters that were posted'

const wholeForm = z
  .object({
    letters: z
      .array(
        z.string().refine((it): it is Id => isId(it)),
        { error: 'Tick the letters that were posted' },
      )
      .min(1, 'Tick the letters that were posted'),
  })
  .and(wholeDateField('posted', 'Enter the day on which they were posted'))

async function show(request: Request, { mayPost }: LettersTools, form?: FormState): Promise<Reply> {
  const deed = { purpose: 'booking', deed: 'letter.listed' } as const
  const letters = await request.desk.read(actorOf(request), deed, lettersToPost)
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
  const input = { key: request.form.key, letters, postedOn: posted.toString() }
  const outcome = await postLetters(request.desk, actorOf(request), input)
  const left = outcome.done ? (outcome.value.left ?? '0') : '0'
  return { redirect: left === '0' ? lettersPath : `${lettersPath}?left=${left}` }
}

/** All of them that may go at this moment, each on its own sheet. */
async function print(request: Request): Promise<Reply> {
  const deed = { purpose: 'letters', deed: 'letter.printed' } as const
  const letters = await request.desk.read(actorOf(request), deed, lettersToPrint)
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
