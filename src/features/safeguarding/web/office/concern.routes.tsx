import { z } from 'zod'
import type { Answer } from '../../../../platform/database/desk.ts'
import { oneOf, requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { caseHead, caseReferences } from '../../../cases/index.ts'
import { disclosuresOfConcern, type GateTools, recipientsFor, refusals, ways } from '../../../disclosures/index.ts'
import { staffNames } from '../../../staff/index.ts'
import {
  type ConcernRefusal,
  closeConcern,
  decideConcern,
  recordConcern,
  reviewConcern,
  tellOfConcern,
} from '../../actions/concern-acts.ts'
import { concernOfId, concernsOf, glassBreaks } from '../../data/concerns.ts'
import { atRisk, consents, decisions } from '../../domain/concern.ts'
import { ConcernPage, ConcernsPage, HandedInPage, RecordPage } from './concern.pages.tsx'
import { concernPath, concernsPath } from './concern-parts.tsx'
import { handsIn } from './hands-in.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'safeguarding', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** Worries about somebody's safety: recorded from a case, decided, told, looked at and closed. */
export function concernRoutes(tools: GateTools): Route<PurposeKey>[] {
  const record = '/office/cases/:caseId/concerns/new'
  const one = `${concernsPath}/:concernId`
  const act = (name: string, work: Act): Route<PurposeKey> => ({
    ...{ ...base, method: 'POST', path: `${one}/${name}` },
    handle: (request) => change(tools, request, work),
  })
  return [
    { ...base, method: 'GET', path: record, handle: (request) => showRecord(tools, request, blankForm) },
    { ...base, method: 'POST', path: record, handle: (request) => keep(tools, request) },
    {
      ...base,
      method: 'GET',
      path: '/office/cases/:caseId/concerns/handed-in',
      handle: (request) => showHandedIn(tools, request),
    },
    {
      ...{ ...base, method: 'GET', path: concernsPath },
      handle: async (request) => (handsIn(tools, request) ? notFound : list(request)),
    },
    { ...base, method: 'GET', path: one, handle: (request) => show(tools, request, blankForm) },
    act('decide', decide),
    act('tell', tell),
    act('review', review),
    act('close', async ({ request, input }) => closeConcern(request.desk, actorOf(request), input)),
  ]
}

/** The case about which somebody records a worry; null when it is not theirs to see. */
async function caseOf(tools: GateTools, request: Request) {
  const { caseId } = request.params
  if (!isId(caseId)) return null
  const purpose = handsIn(tools, request) ? 'booking' : 'safeguarding'
  const deed = { purpose, deed: 'concern.begun', caseId } as const
  return request.desk.read(actorOf(request), deed, (scope) => caseHead(scope, caseId))
}

async function showRecord(tools: GateTools, request: Request, form: FormState): Promise<Reply> {
  const head = await caseOf(tools, request)
  if (!head) return notFound
  const body = <RecordPage caseId={head.id} reference={head.reference} form={form} token={request.formToken} />
  return { page: { title: 'A worry about somebody’s safety', invalid: hasErrors(form), body } }
}

/** What they recorded is with those who decide: they see no more of it. */
async function showHandedIn(tools: GateTools, request: Request): Promise<Reply> {
  const head = await caseOf(tools, request)
  return head ? { page: { title: 'The worry is recorded', body: <HandedInPage caseId={head.id} /> } } : notFound
}

const recordForm = z.object({
  at_risk: oneOf(atRisk, 'Choose who may come to harm'),
  who: requiredText('Enter who it is', 200),
  seen: requiredText('Enter what was seen or heard', 4000),
  seen_by: z.string().max(200, tooLong(200)).default(''),
  urgent: z.array(z.string()).catch([]).default([]),
})

async function keep(tools: GateTools, request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const reading = readForm(recordForm, request.form)
  if (!reading.ok) return showRecord(tools, request, { values: asTyped(request.form), errors: reading.errors })
  const { at_risk, who, seen, seen_by, urgent } = reading.value
  const told = { atRisk: at_risk, who, seen, seenBy: seen_by, urgent: urgent.includes('yes') }
  const outcome = await recordConcern(request.desk, actorOf(request), { ...told, key: request.form.key, caseId })
  if (!outcome.done) return notFound
  const made = concernPath(outcome.value.concernId ?? '')
  return { redirect: handsIn(tools, request) ? `/office/cases/${caseId}/concerns/handed-in` : made }
}

async function list(request: Request): Promise<Reply> {
  const deed = { purpose: 'safeguarding', deed: 'concern.listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [concerns, breaks] = await Promise.all([concernsOf(scope), glassBreaks(scope)])
    const cases = [...concerns.flatMap((it) => (it.caseId ? [it.caseId] : []))]
    const [references, names] = await Promise.all([
      caseReferences(scope, [...new Set(cases)]),
      staffNames(scope, [...new Set(breaks.map((it) => it.staffId))]),
    ])
    return { concerns, breaks, references, names }
  })
  return { page: { title: 'Worries about safety', body: <ConcernsPage {...found} /> } }
}

async function show(tools: GateTools, request: Request, form: FormState): Promise<Reply> {
  const { concernId } = request.params
  if (!isId(concernId)) return notFound
  const actor = actorOf(request)
  const deed = { purpose: 'safeguarding', deed: 'concern.opened', subjectId: concernId } as const
  const found = await request.desk.read(actor, deed, async (scope) => {
    const concern = await concernOfId(scope, concernId)
    if (!concern) return null
    if (concern.caseId) scope.about({ caseId: concern.caseId })
    const people = [concern.recordedBy, concern.decidedBy, concern.reviewedBy].filter((it) => it !== null)
    const [told, names, references] = await Promise.all([
      disclosuresOfConcern(scope, concernId),
      staffNames(scope, [...new Set(people)]),
      concern.caseId ? caseReferences(scope, [concern.caseId]) : new Map<Id, string>(),
    ])
    return { concern, told, names, reference: (concern.caseId && references.get(concern.caseId)) ?? null }
  })
  if (!found) return notFound
  const { policy } = tools
  const more = {
    recipients: recipientsFor(policy, 'safeguarding').filter((it) => it.gate.opens === 'safeguarding'),
    recipientName: (key: string) => policy.recipients[key]?.name ?? key,
    own: { recorded: found.concern.recordedBy === actor, decided: found.concern.decidedBy === actor },
  }
  const body = <ConcernPage {...found} {...more} form={form} token={request.formToken} />
  return { page: { title: 'A worry about somebody’s safety', invalid: hasErrors(form), body } }
}

interface Acting {
  readonly tools: GateTools
  readonly request: Request
  readonly input: { readonly key: Id; readonly concernId: Id }
}
type Act = (acting: Acting) => Promise<Outcome<Answer, ConcernRefusal> | { readonly errors: FormState['errors'] }>

const own = 'Somebody else must do this: you recorded or decided it'
const fieldFor: Partial<Record<ConcernRefusal, readonly [string, string]>> = {
  own: ['decision', own],
  decided: ['decision', 'This was decided meanwhile'],
  not_decided: ['recipient', refusals.not_decided],
}

async function change(tools: GateTools, request: Request, work: Act): Promise<Reply> {
  const { concernId } = request.params
  if (!isId(concernId)) return notFound
  const outcome = await work({ tools, request, input: { key: request.form.key, concernId } })
  const again = (errors: FormState['errors']) => show(tools, request, { values: asTyped(request.form), errors })
  if ('errors' in outcome) return again(outcome.errors)
  if (outcome.done) return { redirect: concernPath(concernId) }
  if (outcome.reason === 'no_such') return notFound
  if (outcome.reason === 'over' || outcome.reason === 'review_first') return { redirect: concernPath(concernId) }
  const [field, words] = fieldFor[outcome.reason] ?? ['recipient', refusals[outcome.reason as 'nothing']]
  return again({ [field]: words })
}

const decideForm = z
  .object({
    decision: oneOf(decisions, 'Choose what is to be done'),
    reason: requiredText('Enter why', 2000),
    consent: oneOf(consents, 'Choose whether they were asked'),
    consent_reason: z.string().max(500, tooLong(500)).default(''),
  })
  .refine(({ consent, consent_reason }) => consent !== 'not_asked' || consent_reason.trim() !== '', {
    message: 'Enter why they were not asked',
    path: ['consent_reason'],
  })

const decide: Act = async ({ tools, request, input }) => {
  const reading = readForm(decideForm, request.form)
  if (!reading.ok) return reading
  const { consent_reason: consentReason, ...sent } = reading.value
  return decideConcern(request.desk, tools, actorOf(request), { ...input, ...sent, consentReason })
}

const tellForm = z.object({
  recipient: requiredText('Choose who is told', 100),
  words: requiredText('Enter what they are told', 4000),
  why: requiredText('Enter why they need to know it', 2000),
  how: oneOf(ways, 'Choose how they are told'),
})

const tell: Act = async ({ tools, request, input }) => {
  const reading = readForm(tellForm, request.form)
  if (!reading.ok) return reading
  const { why: reason, ...sent } = reading.value
  return tellOfConcern(request.desk, tools, actorOf(request), { ...input, ...sent, reason })
}

const review: Act = async ({ request, input }) => {
  const reading = readForm(z.object({ review: requiredText('Enter what you found', 2000) }), request.form)
  return reading.ok ? reviewConcern(request.desk, actorOf(request), { ...input, ...reading.value }) : reading
}
