import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { londonDay, longDate } from '../../../../ui/dates.ts'
import { blankForm, type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { templateWords } from '../../../messages/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { answerBreach, type BreachRefusal, noteTold, recordBreach } from '../../actions/work-on-breach.ts'
import { breachOf, listBreaches, messageFacts } from '../../data/breach-reads.ts'
import { type AnswerName, answerForms, toldForm } from './answer.form.ts'
import { BreachPage } from './breach.page.tsx'
import { BreachListPage, breachesPath, breachPath } from './list.page.tsx'
import { recordForm } from './record.form.ts'
import { RecordPage } from './record.page.tsx'

export interface BreachTools {
  /** The hours of the law, as an ISO duration. */
  readonly law: string
  /** The controller for whom the service works on instructions, where there is one. */
  readonly controller: string | null
}

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'breaches', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** The register of breaches, the form that records one, and the page that takes somebody through it. */
export function breachRoutes(tools: BreachTools): Route<PurposeKey>[] {
  const one = `${breachesPath}/:breachId`
  const answers = (Object.keys(answerForms) as AnswerName[]).map(
    (name): Route<PurposeKey> => ({
      ...{ ...base, method: 'POST', path: `${one}/${name}` },
      handle: (request) => answer(tools, request, name),
    }),
  )
  return [
    { ...base, method: 'GET', path: breachesPath, handle: (request) => list(tools, request) },
    { ...base, method: 'GET', path: `${breachesPath}/new`, handle: begin },
    { ...base, method: 'POST', path: `${breachesPath}/new`, handle: record },
    { ...base, method: 'GET', path: one, handle: (request) => show(tools, request, blankForm) },
    ...answers,
    { ...base, method: 'POST', path: `${one}/told`, handle: (request) => told(tools, request) },
  ]
}

async function list({ law }: BreachTools, request: Request): Promise<Reply> {
  const deed = { purpose: 'breaches', deed: 'breach.listed' } as const
  const [open, closed] = await request.desk.read(actorOf(request), deed, (scope) =>
    Promise.all([listBreaches(scope, 'open'), listBreaches(scope, 'closed')]),
  )
  const body = <BreachListPage {...{ open, closed, law, now: request.now }} />
  return { page: { title: 'Breaches and near misses', body } }
}

/** From a message most of it is known: that it went to the wrong person, which it was and when it was written. */
async function begin(request: Request): Promise<Reply> {
  const { message } = request.query
  if (!isId(message)) return recordPage(request, blankForm, '')
  const deed = { purpose: 'breaches', deed: 'breach.begun', subjectId: message } as const
  const known = await request.desk.read(actorOf(request), deed, (scope) => messageFacts(scope, message))
  if (!known) return notFound
  const what = `A message (${templateWords(known.template ?? '')}) of ${longDate(londonDay(known.made_at))} went to the wrong person.`
  return recordPage(request, filledForm({ kind: 'breach', way: 'wrong_person', what }), message)
}

const recordPage = (request: Request, form: FormState, messageId: string): Reply => ({
  page: {
    title: 'Something went wrong',
    invalid: hasErrors(form),
    body: <RecordPage form={form} token={request.formToken()} messageId={messageId} />,
  },
})

async function record(request: Request): Promise<Reply> {
  const reading = readForm(recordForm(request.now, request.today), request.form)
  const { message = '' } = request.form.values
  if (!reading.ok)
    return recordPage(request, { values: asTyped(request.form), errors: reading.errors }, String(message))
  const recorded = await recordBreach(request.desk, actorOf(request), { key: request.form.key, breach: reading.value })
  return recorded.done ? { redirect: breachPath(recorded.value.breachId ?? '') } : notFound
}

async function show(tools: BreachTools, request: Request, form: FormState): Promise<Reply> {
  const { breachId } = request.params
  if (!isId(breachId)) return notFound
  const { desk, staff } = asStaff(request)
  const deed = { purpose: 'breaches', deed: 'breach.opened', subjectId: breachId } as const
  const read = await desk.read(staff.id, deed, async (scope) => {
    const found = await breachOf(scope, breachId)
    if (!found) return null
    const { breach, reports } = found
    const people = [breach.made_by, breach.notify_by, breach.tell_by, ...reports.map((it) => it.made_by)]
    const names = await staffNames(scope, [...new Set(people.filter((it) => it !== null))])
    return { found, names }
  })
  if (!read) return notFound
  const body = <BreachPage {...{ ...read, ...tools, form, now: request.now }} token={request.formToken} />
  return { page: { title: `Breach ${read.found.breach.reference}`, invalid: hasErrors(form), body } }
}

const words: Readonly<Record<Exclude<BreachRefusal, 'no_such'>, readonly [string, string]>> = {
  over: ['', 'This is closed. Nothing was changed'],
  must_report: ['notify', 'It may harm somebody, so the regulator is told. If it cannot, change the risk first'],
  unanswered: ['', 'Answer all questions above before you close it'],
  not_told: ['', 'Somebody who is to be told was not told yet'],
  late: ['late_reason', 'The hours are over: enter why the regulator hears of it late'],
}

async function answer(tools: BreachTools, request: Request, name: AnswerName): Promise<Reply> {
  const { breachId } = request.params
  if (!isId(breachId)) return notFound
  const again = (errors: FormErrors) => show(tools, request, { values: asTyped(request.form), errors })
  const reading = readForm(answerForms[name], request.form)
  if (!reading.ok) return again(reading.errors)
  const input = { key: request.form.key, breachId, answer: reading.value }
  const answered = await answerBreach(request.desk, actorOf(request), input)
  return settled(answered, breachId, again)
}

async function told(tools: BreachTools, request: Request): Promise<Reply> {
  const { breachId } = request.params
  if (!isId(breachId)) return notFound
  const again = (errors: FormErrors) => show(tools, request, { values: asTyped(request.form), errors })
  const reading = readForm(toldForm, request.form)
  if (!reading.ok) return again(reading.errors)
  const { told: whom, how, words: said, their_reference, late_reason } = reading.value
  const noted = await noteTold(request.desk, tools.law, actorOf(request), {
    ...{ key: request.form.key, breachId, told: whom, how, words: said },
    ...{ theirReference: their_reference, lateReason: late_reason },
  })
  return settled(noted, breachId, again)
}

function settled(
  outcome: Awaited<ReturnType<typeof answerBreach>>,
  breachId: string,
  again: (errors: FormErrors) => Promise<Reply>,
): Reply | Promise<Reply> {
  if (outcome.done) return { redirect: breachPath(breachId) }
  if (outcome.reason === 'no_such') return notFound
  const [field, message] = words[outcome.reason]
  return again({ [field]: message })
}
