import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { type ComplaintRefusal, matchComplaint, nameColleague, noteStep } from '../../actions/change-complaint.ts'
import type { ComplaintTools } from '../../actions/complaint-tools.ts'
import { takeComplaint } from '../../actions/receive-complaint.ts'
import {
  acknowledgeComplaint,
  answerComplaint,
  decideOtherParty,
  keepInformed,
} from '../../actions/tell-complainant.ts'
import { listComplaints } from '../../data/complaint-reads.ts'
import { answerForm } from './answer.form.ts'
import { ComplaintPage } from './complaint.page.tsx'
import { ComplaintListPage, complaintPath, complaintsPath } from './list.page.tsx'
import { readForPage } from './read-for-page.ts'
import { refusalErrors } from './refusal-words.ts'
import { takeForm } from './take.form.ts'
import { TakePage } from './take.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'complaints', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** The list of complaints, the form to take one down, and the page of each with what can be done. */
export function complaintRoutes(tools: ComplaintTools): Route<PurposeKey>[] {
  const one = `${complaintsPath}/:complaintId`
  const act = (name: string, work: Act): Route<PurposeKey> => ({
    ...{ ...base, method: 'POST', path: `${one}/${name}` },
    handle: (request) => change(tools, request, work),
  })
  return [
    { ...base, method: 'GET', path: complaintsPath, handle: (request) => list(tools, request) },
    { ...base, method: 'GET', path: `${complaintsPath}/new`, handle: async (request) => takePage(request, blankForm) },
    { ...base, method: 'POST', path: `${complaintsPath}/new`, handle: take },
    { ...base, method: 'GET', path: one, handle: (request) => show(tools, request, blankForm) },
    act('match', match),
    act('acknowledge', acknowledge),
    act('colleague', colleague),
    act('enquire', enquire),
    act('progress', progress),
    act('other', other),
    act('answer', answer),
  ]
}

async function list({ rules }: ComplaintTools, request: Request): Promise<Reply> {
  const deed = { purpose: 'complaints', deed: 'complaint.listed' } as const
  const [open, closed] = await request.desk.read(actorOf(request), deed, (scope) =>
    Promise.all([listComplaints(scope, 'open'), listComplaints(scope, 'closed')]),
  )
  const taken = /^K-[0-9A-Z-]{8}$/.test(request.query.taken ?? '') ? (request.query.taken ?? null) : null
  const body = <ComplaintListPage {...{ open, closed, rules, taken, today: request.today }} />
  return { page: { title: 'Complaints', body } }
}

const takePage = (request: Request, form: FormState): Reply => ({
  page: {
    title: 'Take down a complaint',
    invalid: hasErrors(form),
    body: <TakePage form={form} token={request.formToken()} />,
  },
})

/** Back to the list: whoever takes down a complaint about themselves does not see it any more. */
async function take(request: Request): Promise<Reply> {
  const reading = readForm(takeForm(request.today), request.form)
  if (!reading.ok) return takePage(request, { values: asTyped(request.form), errors: reading.errors })
  const taken = await takeComplaint(request.desk, actorOf(request), { key: request.form.key, complaint: reading.value })
  return taken.done ? { redirect: `${complaintsPath}?taken=${taken.value.reference}` } : notFound
}

async function show(tools: ComplaintTools, request: Request, form: FormState): Promise<Reply> {
  const found = await readForPage(tools, asStaff(request))
  if (!found) return notFound
  const body = <ComplaintPage {...found} {...{ form, today: request.today }} token={request.formToken} />
  return { page: { title: `Complaint ${found.found.complaint.reference}`, invalid: hasErrors(form), body } }
}

interface Acting {
  readonly tools: ComplaintTools
  readonly desk: Request['desk']
  readonly actor: Id
  readonly input: { readonly key: Id; readonly complaintId: Id }
  readonly form: Request['form']
}
type Done = Outcome<Readonly<Record<string, string>>, ComplaintRefusal>
type Act = (acting: Acting) => Promise<Done | { readonly errors: FormState['errors'] }>

async function change(tools: ComplaintTools, request: Request, work: Act): Promise<Reply> {
  const { complaintId } = request.params
  if (!isId(complaintId)) return notFound
  const { desk, form } = request
  const outcome = await work({ tools, desk, form, actor: actorOf(request), input: { key: form.key, complaintId } })
  const again = (errors: FormState['errors']) => show(tools, request, { values: asTyped(form), errors })
  if ('errors' in outcome) return again(outcome.errors)
  if (outcome.done) return { redirect: complaintPath(complaintId) }
  return outcome.reason === 'no_such' ? notFound : again(refusalErrors(outcome.reason))
}

const how = oneOf(['written', 'spoken'] as const, 'Choose how they hear of it')
const staffId = z
  .string()
  .optional()
  .transform((it) => (isId(it) ? it : null))

const match: Act = async ({ desk, actor, input, form }) => {
  const personId = form.values.person
  if (typeof personId !== 'string' || !isId(personId)) return { errors: { person: 'Choose who complains' } }
  return matchComplaint(desk, actor, { ...input, personId })
}

const acknowledge: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(z.object({ told: how }), form)
  return reading.ok ? acknowledgeComplaint(desk, tools, actor, { ...input, told: reading.value.told }) : reading
}

const progress: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(z.object({ progress_told: how }), form)
  return reading.ok ? keepInformed(desk, tools, actor, { ...input, told: reading.value.progress_told }) : reading
}

const colleague: Act = async ({ desk, actor, input, form }) => {
  const reading = readForm(z.object({ colleague: staffId }), form)
  return reading.ok ? nameColleague(desk, actor, { ...input, staffId: reading.value.colleague }) : reading
}

const enquiryForm = z
  .object({
    kind: oneOf(['asked', 'found'] as const, 'Choose what it is'),
    of_staff: staffId,
    of_whom: optionalText(200),
    words: requiredText('Enter what was asked or found', 4000),
  })
  .refine((it) => it.kind === 'found' || it.of_staff !== null || it.of_whom !== null, {
    path: ['of_whom'],
    message: 'Enter who was asked',
  })

const enquire: Act = async ({ desk, actor, input, form }) => {
  const reading = readForm(enquiryForm, form)
  if (!reading.ok) return reading
  const { kind, of_staff: ofStaff, of_whom: ofWhom, words } = reading.value
  const whom = kind === 'asked' ? { ofStaff, ofWhom } : { ofStaff: null, ofWhom: null }
  return noteStep(desk, actor, { ...input, kind, words, ...whom })
}

const otherForm = z.object({
  decision: oneOf(['not_told', 'told'] as const, 'Choose what you decide'),
  reason: requiredText('Enter why', 1000),
  safety: z.array(z.string()).catch([]).default([]),
  other_told: how.optional(),
})

const other: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(otherForm, form)
  if (!reading.ok) return reading
  const { decision, reason, safety, other_told: told } = reading.value
  if (decision === 'not_told') return decideOtherParty(desk, tools, actor, { ...input, decided: { decision, reason } })
  if (!told) return { errors: { other_told: 'Choose how they hear of it' } }
  const safetyChecked = safety.includes('checked')
  return decideOtherParty(desk, tools, actor, { ...input, decided: { decision, reason, safetyChecked, told } })
}

const answer: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(answerForm, form)
  return reading.ok ? answerComplaint(desk, tools, actor, { ...input, ending: reading.value }) : reading
}
