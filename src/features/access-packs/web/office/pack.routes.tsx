import { z } from 'zod'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { beginPack, findReady, type OfPack, putAside, releasePack } from '../../actions/change-pack.ts'
import { decideItem } from '../../actions/decide-item.ts'
import { makePack } from '../../actions/make-pack.ts'
import type { PackRefusal, PackTools } from '../../actions/pack-tools.ts'
import { takeSealed } from '../../actions/take-pack.ts'
import { packOf } from '../../data/pack-reads.ts'
import { type Considered, considerationKeys, considerations, healths } from '../../domain/considerations.ts'
import { isPassphrase } from '../../domain/passphrase.ts'
import { PackPage } from './pack.page.tsx'
import { packPath } from './pack-form.tsx'
import { readPackPage } from './read-pack-page.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** The page of a pack: collecting it, looking through it, and letting it go. */
export function packRoutes(tools: PackTools): Route<PurposeKey>[] {
  const one = '/office/requests/:requestId/pack'
  const act = (name: string, work: Act): Route<PurposeKey> => ({
    ...{ ...base, method: 'POST', path: name === '' ? one : `${one}/${name}` },
    handle: (request) => change(request, work),
  })
  return [
    { ...base, method: 'GET', path: one, handle: (request) => show(request, blankForm) },
    { ...base, method: 'GET', path: `${one}/preview`, handle: (request) => preview(tools, request) },
    act('collect', ({ desk }, actor, input) => beginPack(desk, actor, input)),
    act('', decide),
    act('ready', ({ desk }, actor, input) => findReady(desk, actor, input)),
    act('release', ({ desk }, actor, input) => releasePack(desk, tools, actor, input)),
    act('aside', ({ desk }, actor, input) => putAside(desk, actor, input)),
    { ...base, method: 'POST', path: `${one}/archive`, handle: (request) => seal(tools, request) },
  ]
}

async function show(request: Request, form: FormState): Promise<Reply> {
  const found = await readPackPage(request)
  if (!found) return notFound
  const body = <PackPage {...found} {...{ form, actor: actorOf(request) }} token={request.formToken} />
  return { page: { title: `Answer to ${found.reference}`, invalid: hasErrors(form), body } }
}

/** The pack as it would go, to be read before it does. */
async function preview(tools: PackTools, request: Request): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return notFound
  const actor = actorOf(request)
  const deed = { purpose: 'rights', deed: 'pack.opened', subjectId: requestId } as const
  const pack = await request.desk.read(actor, deed, (scope) => packOf(scope, requestId))
  const file = pack && pack.state !== 'asked' && (await makePack(request.desk, tools, actor, pack.id, 'pdf'))
  return file ? { file: { ...file, inline: true } } : notFound
}

/** The whole as one file that only the words on the page open, for somebody who does not use the portal. */
async function seal(tools: PackTools, request: Request): Promise<Reply> {
  const { requestId } = request.params
  const { key, values } = request.form
  const { passphrase = '' } = values
  if (!isId(requestId) || !isPassphrase(passphrase)) return notFound
  const actor = actorOf(request)
  const deed = { purpose: 'rights', deed: 'pack.opened', subjectId: requestId } as const
  const pack = await request.desk.read(actor, deed, (scope) => packOf(scope, requestId))
  if (!pack) return notFound
  const taken = await takeSealed(request.desk, tools, actor, { key, packId: pack.id, passphrase })
  return taken.done ? { file: { ...taken.value, private: true } } : notFound
}

type Done = Outcome<Readonly<Record<string, string>>, PackRefusal>
type Act = (request: Request, actor: Id, input: OfPack) => Promise<Done | { readonly errors: FormState['errors'] }>

async function change(request: Request, work: Act): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return notFound
  const { form } = request
  const outcome = await work(request, actorOf(request), { key: form.key, requestId })
  const again = (errors: FormState['errors']) => show(request, { values: asTyped(form), errors })
  if ('errors' in outcome) return again(outcome.errors)
  if (outcome.done) return { redirect: packPath(requestId) }
  return outcome.reason === 'no_such' ? notFound : again({ [places[outcome.reason] ?? '']: words[outcome.reason] })
}

const places: Partial<Record<PackRefusal, string>> = { opinion_first: 'health' }

const words: Readonly<Record<Exclude<PackRefusal, 'no_such'>, string>> = {
  twice: 'This is being collected already',
  identity_first: 'Nothing is collected before it is known who asks, and that they may',
  undecided: 'Something was not looked at yet',
  same_person: 'Somebody else lets it go: one of you alone does not',
  ready_first: 'Somebody finds it ready first',
  opinion_first: 'Wait for what a health professional says, or say what they said and when',
  opinion_old: 'What a health professional said is more than six months old. Ask again',
  over: 'This was done already. Nothing was changed',
}

const oneAnswer = <Answers extends Readonly<Record<string, string>>>(answers: Answers) =>
  z.enum(Object.keys(answers) as [string, ...string[]], { error: 'Choose one' })
const considered = Object.fromEntries(
  considerationKeys.map((key) => [key, oneAnswer(considerations[key].answers)]),
) as unknown as Record<keyof Considered, z.ZodType<string>>

const decideForm = z.object({
  item: z.uuid(),
  decision: z.enum(['given', 'withheld', 'wait'], { error: 'Choose whether it goes' }),
  more: optionalText(1000),
  health: z.enum(healths, { error: 'Choose whether it tells of health' }),
  opinion: z.enum(['none', 'no_harm', 'harm'], { error: 'Choose what they said' }),
  opinion_on: optionalText(10),
  ...considered,
})

const decide: Act = async ({ desk, form, today }, actor, input) => {
  const reading = readForm(decideForm, form)
  if (!reading.ok) return reading
  const { item, decision, more, health, opinion, opinion_on, ...sent } = reading.value
  const on = opinion === 'none' ? null : opinionDay(opinion_on, today)
  if (opinion !== 'none' && on === null) return { errors: { opinion_on: 'Enter on which day they said so' } }
  return decideItem(desk, actor, {
    ...{ ...input, itemId: item as Id, decision, health },
    ...{ out: form.lists.out ?? [], more: (more ?? '').split('\n'), alike: form.lists.alike?.includes('yes') ?? false },
    considered: sent as unknown as Considered,
    opinion: opinion === 'none' || on === null ? null : { says: opinion, on },
  })
}

function opinionDay(text: string | null, today: Temporal.PlainDate): string | null {
  try {
    const day = Temporal.PlainDate.from(text ?? '', { overflow: 'reject' })
    return Temporal.PlainDate.compare(day, today) <= 0 ? day.toString() : null
  } catch {
    return null
  }
}
