import { z } from 'zod'
import { oneOf, optionalText, requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { closeRequest, matchRequest, type RequestRefusal, seeAuthority } from '../../actions/change-request.ts'
import { hearCode, needNotAsk, recordCallBack, recordSeen, sendIdentityCode } from '../../actions/check-identity.ts'
import { noteTheirs, noteTheyHaveIt, passOn } from '../../actions/pass-on.ts'
import { takeRequest } from '../../actions/receive-request.ts'
import type { RequestTools } from '../../actions/request-tools.ts'
import { acknowledge, askQuestion, extend, noteAnswer } from '../../actions/tell-requester.ts'
import { listRequests } from '../../data/request-reads.ts'
import { covers, passingWays } from '../../domain/passing.ts'
import { extensionReasons, outcomes, questions } from '../../domain/request.ts'
import { RequestListPage, requestPath, requestsPath } from './list.page.tsx'
import { readForPage } from './read-for-page.ts'
import { refusalErrors } from './refusal-words.ts'
import { RequestPage } from './request.page.tsx'
import { takeForm } from './take.form.ts'
import { TakePage } from './take.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'rights', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** The list of requests, the form to take one down, and the page of each with what can be done. */
export function requestRoutes(tools: RequestTools): Route<PurposeKey>[] {
  const one = `${requestsPath}/:requestId`
  const act = (name: string, work: Act): Route<PurposeKey> => ({
    ...{ ...base, method: 'POST', path: `${one}/${name}` },
    handle: (request) => change(tools, request, work),
  })
  return [
    { ...base, method: 'GET', path: requestsPath, handle: (request) => list(tools, request) },
    { ...base, method: 'GET', path: `${requestsPath}/new`, handle: async (request) => takePage(request, blankForm) },
    { ...base, method: 'POST', path: `${requestsPath}/new`, handle: take },
    { ...base, method: 'GET', path: one, handle: (request) => show(tools, request, blankForm) },
    act('match', match),
    act('acknowledge', sayThatWeHaveIt),
    act('identity', checkIdentity),
    act('authority', async ({ desk, actor, input }) => seeAuthority(desk, actor, input)),
    act('clock', moveClock),
    act('pass', pass),
    act('close', close),
  ]
}

async function list({ rules }: RequestTools, request: Request): Promise<Reply> {
  const deed = { purpose: 'rights', deed: 'request.listed' } as const
  const [open, closed] = await request.desk.read(actorOf(request), deed, (scope) =>
    Promise.all([listRequests(scope, 'open'), listRequests(scope, 'closed')]),
  )
  const body = <RequestListPage {...{ open, closed, rules, today: request.today }} />
  return { page: { title: 'Requests about data', body } }
}

const takePage = (request: Request, form: FormState): Reply => ({
  page: {
    title: 'Take down a request',
    invalid: hasErrors(form),
    body: <TakePage form={form} token={request.formToken()} />,
  },
})

async function take(request: Request): Promise<Reply> {
  const reading = readForm(takeForm(request.today), request.form)
  if (!reading.ok) return takePage(request, { values: asTyped(request.form), errors: reading.errors })
  const taken = await takeRequest(request.desk, actorOf(request), { key: request.form.key, request: reading.value })
  return taken.done ? { redirect: requestPath(taken.value.requestId ?? '') } : notFound
}

async function show(tools: RequestTools, request: Request, form: FormState): Promise<Reply> {
  const found = await readForPage(tools, asStaff(request))
  if (!found) return notFound
  const body = <RequestPage {...found} {...{ form, today: request.today }} token={request.formToken} />
  const title = `Request ${found.found.request.reference}`
  return { page: { title, invalid: hasErrors(form), body } }
}

interface Acting {
  readonly tools: RequestTools
  readonly desk: Request['desk']
  readonly actor: Id
  readonly input: { readonly key: Id; readonly requestId: Id }
  readonly form: Request['form']
}
type Done = Outcome<Readonly<Record<string, string>>, RequestRefusal>
/** What a small form does, or what is wrong with it. */
type Act = (acting: Acting) => Promise<Done | { readonly errors: FormState['errors'] }>

async function change(tools: RequestTools, request: Request, work: Act): Promise<Reply> {
  const { requestId } = request.params
  if (!isId(requestId)) return notFound
  const { desk, form } = request
  const outcome = await work({ tools, desk, form, actor: actorOf(request), input: { key: form.key, requestId } })
  const again = (errors: FormState['errors']) => show(tools, request, { values: asTyped(form), errors })
  if ('errors' in outcome) return again(outcome.errors)
  if (outcome.done) return { redirect: requestPath(requestId) }
  return outcome.reason === 'no_such' ? notFound : again(refusalErrors(outcome.reason))
}

const how = oneOf(['written', 'spoken'] as const, 'Choose how they hear of it')

const match: Act = async ({ desk, actor, input, form }) => {
  const recordId = form.values.person
  if (typeof recordId !== 'string' || !isId(recordId)) return { errors: { person: 'Choose who it is about' } }
  return matchRequest(desk, actor, { ...input, recordId })
}

const sayThatWeHaveIt: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(z.object({ told: how }), form)
  if (!reading.ok) return reading
  return acknowledge(desk, tools, actor, { ...input, told: reading.value.told })
}

const identitySteps = z.discriminatedUnion('step', [
  z.object({ step: z.enum(['email', 'letter', 'call_back', 'in_person']) }),
  z.object({ step: z.literal('said'), code: requiredText('Enter the code', 40) }),
  z.object({ step: z.literal('not_needed'), reason: requiredText('Enter why there is no doubt', 500) }),
])
/** What does not say which step it is wants a reason, as the one that says least. */
const identityForm = z.preprocess((sent) => ({ step: 'not_needed', ...(sent as object) }), identitySteps)

const checkIdentity: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(identityForm, form)
  if (!reading.ok) return reading
  const sent = reading.value
  if (sent.step === 'said') return hearCode(desk, actor, { ...input, code: sent.code })
  if (sent.step === 'not_needed') return needNotAsk(desk, actor, { ...input, reason: sent.reason })
  if (sent.step === 'call_back') return recordCallBack(desk, tools, actor, input)
  if (sent.step === 'in_person') return recordSeen(desk, actor, input)
  return sendIdentityCode(desk, tools, actor, { ...input, channel: sent.step })
}

const clockForm = z.discriminatedUnion('step', [
  z.object({ step: z.literal('answered') }),
  z.object({
    step: z.literal('question'),
    question: oneOf(questions, 'Choose what we need to know'),
    question_told: how,
  }),
  z.object({
    step: z.literal('extend'),
    extension: oneOf(extensionReasons, 'Choose why more time is needed'),
    extension_told: how,
  }),
])

const moveClock: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(clockForm, form)
  if (!reading.ok) return reading
  const sent = reading.value
  if (sent.step === 'answered') return noteAnswer(desk, actor, input)
  return sent.step === 'question'
    ? askQuestion(desk, tools, actor, { ...input, question: sent.question, told: sent.question_told })
    : extend(desk, tools, actor, { ...input, reason: sent.extension, told: sent.extension_told })
}

const passForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('theirs'),
    controller: z.string().max(40),
    covers: oneOf(covers, 'Choose how much of it is theirs'),
  }),
  z.object({
    step: z.literal('passed'),
    passing: z.string(),
    passed_how: oneOf(passingWays, 'Choose how it went'),
  }),
  z.object({ step: z.literal('arrived'), passing: z.string() }),
])

const pass: Act = async ({ desk, tools, actor, input, form }) => {
  const reading = readForm(passForm, form)
  if (!reading.ok) return reading
  const sent = reading.value
  if (sent.step === 'theirs') return noteTheirs(desk, tools.policy, actor, { ...input, ...sent })
  if (!isId(sent.passing)) return { done: false, reason: 'no_such' }
  const passingId = sent.passing
  return sent.step === 'passed'
    ? passOn(desk, actor, { ...input, passingId, how: sent.passed_how })
    : noteTheyHaveIt(desk, actor, { ...input, passingId })
}

const closeForm = z.object({ outcome: oneOf(outcomes, 'Choose how it ended'), note: optionalText(2000) })

const close: Act = async ({ desk, actor, input, form }) => {
  const reading = readForm(closeForm, form)
  return reading.ok ? closeRequest(desk, actor, { ...input, ...reading.value }) : reading
}
