import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import { gateTable } from '../../../../policy/enforcing/gate-table.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, caseReferences, partiesOf, shortName } from '../../../cases/index.ts'
import { filesOf } from '../../../files/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { decideDisclosure, judgeNow } from '../../actions/decide.ts'
import { type GateTools, recipientsOffered } from '../../actions/gate-tools.ts'
import { noteWish, wishes } from '../../actions/note-wish.ts'
import { sendDisclosure, stopDisclosure } from '../../actions/send.ts'
import { disclosureCounts, disclosureOfId, disclosuresOf, objectingOf } from '../../data/disclosure-reads.ts'
import { agreedIn, pieceOf } from '../../data/state.ts'
import { ways } from '../../domain/disclosure.ts'
import { type Refusal, refusals } from '../../domain/judge.ts'
import { decideForm } from './decide.form.ts'
import { DecidePage, type Names } from './decide.page.tsx'
import { DisclosurePage } from './disclosure.page.tsx'
import { OfCasePage, type Shown } from './of-case.page.tsx'
import { disclosurePath, ofCasePath, registerPath } from './paths.ts'
import { RegisterPage } from './register.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'disclosing', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** Telling somebody outside: the register, what was told of a case, the decision, and letting it go. */
export function disclosureRoutes(tools: GateTools): Route<PurposeKey>[] {
  const ofCase = '/office/cases/:caseId/disclosures'
  const one = `${registerPath}/:disclosureId`
  return [
    { ...base, method: 'GET', path: registerPath, handle: (request) => register(tools, request) },
    { ...base, method: 'GET', path: ofCase, handle: (request) => showCase(tools, request, blankForm) },
    { ...base, method: 'POST', path: `${ofCase}/said`, handle: (request) => said(tools, request) },
    { ...base, method: 'GET', path: `${ofCase}/new`, handle: (request) => showNew(tools, request, blankForm) },
    { ...base, method: 'POST', path: `${ofCase}/new`, handle: (request) => decide(tools, request) },
    { ...base, method: 'GET', path: one, handle: (request) => showOne(tools, request, blankForm) },
    { ...base, method: 'POST', path: `${one}/send`, handle: (request) => send(tools, request) },
    { ...base, method: 'POST', path: `${one}/stop`, handle: stop },
  ]
}

const nameIn = ({ policy }: GateTools, key: string): string => policy.recipients[key]?.name ?? key

async function register(tools: GateTools, request: Request): Promise<Reply> {
  const deed = { purpose: 'disclosing', deed: 'disclosure.listed' } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const told = await disclosuresOf(scope)
    const [references, counts] = await Promise.all([
      caseReferences(scope, [...new Set(told.map((it) => it.caseId))]),
      disclosureCounts(scope),
    ])
    return { told, references, counts }
  })
  const told = found.told.map((it): Shown => {
    const reference = found.references.get(it.caseId)
    return { it, recipient: nameIn(tools, it.recipient), ...(reference ? { reference } : {}) }
  })
  const recipients = gateTable(tools.policy).filter((it) => it.kind !== 'party')
  const body = <RegisterPage {...{ told, recipients, counts: found.counts, today: request.today.toString() }} />
  return { page: { title: 'What was told to others', body } }
}

/** The case with the short names of its parties; null when there is none for the one who asks. */
async function headOf(scope: Scope, caseId: Id) {
  const [head, parties] = await Promise.all([caseHead(scope, caseId), partiesOf(scope, caseId)])
  const name = (side: 'A' | 'B') => {
    const party = parties.find((it) => it.side === side)
    return party ? shortName(party) : `Party ${side}`
  }
  const names: Names = { A: name('A'), B: name('B') }
  return head && { caseId, reference: head.reference, names, parties }
}

async function showCase(tools: GateTools, request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const deed = { purpose: 'disclosing', deed: 'disclosure.listed', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const head = await headOf(scope, caseId)
    if (!head) return null
    const [told, agreed, objecting] = await Promise.all([
      disclosuresOf(scope, caseId),
      agreedIn(scope, head.parties, 'sharing'),
      objectingOf(scope, caseId),
    ])
    return { ...head, told: told.map((it) => ({ it, recipient: nameIn(tools, it.recipient) })), agreed, objecting }
  })
  if (!found) return notFound
  const body = <OfCasePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'What was told to others', invalid: hasErrors(form), body } }
}

const saidForm = z.object({
  side: oneOf(['A', 'B'] as const, 'Choose who says it'),
  wish: oneOf(wishes, 'Choose what they say'),
})

async function said(tools: GateTools, request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const reading = readForm(saidForm, request.form)
  if (!reading.ok) return showCase(tools, request, { values: asTyped(request.form), errors: reading.errors })
  const input = { key: request.form.key, caseId, ...reading.value }
  const outcome = await noteWish(request.desk, tools.policy, actorOf(request), input)
  return outcome.done ? { redirect: ofCasePath(caseId) } : notFound
}

async function showNew(tools: GateTools, request: Request, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const deed = { purpose: 'disclosing', deed: 'disclosure.begun', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [head, files] = await Promise.all([headOf(scope, caseId), filesOf(scope, caseId)])
    return head && { ...head, files: files.map(pieceOf).filter((it) => it.released) }
  })
  if (!found) return notFound
  const recipients = recipientsOffered(tools.policy, 'disclosing', request.today.toString())
  const body = <DecidePage {...found} recipients={recipients} form={form} token={request.formToken()} />
  return { page: { title: 'Tell somebody outside', invalid: hasErrors(form), body } }
}

async function decide(tools: GateTools, request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const again = (errors: FormState['errors']) => showNew(tools, request, { values: asTyped(request.form), errors })
  const reading = readForm(decideForm, request.form)
  if (!reading.ok) return again(reading.errors)
  const input = { key: request.form.key, caseId, ...reading.value }
  const outcome = await decideDisclosure(request.desk, tools, actorOf(request), input)
  if (outcome.done) return { redirect: disclosurePath(outcome.value.disclosureId ?? '') }
  return outcome.why ? again(errorsOf(outcome.why)) : notFound
}

/** Each reason at the field that it is about. */
const fieldOf: Partial<Record<Refusal, string>> = {
  no_authority: 'authority',
  nothing: 'words',
  without_prejudice: 'words_quality',
  too_much: 'other[]',
  not_theirs: 'side',
}

function errorsOf(why: readonly Refusal[]): FormState['errors'] {
  const errors: Record<string, string> = {}
  for (const each of why) {
    const field = fieldOf[each] ?? 'to'
    errors[field] = errors[field] ? `${errors[field]}. ${refusals[each]}` : refusals[each]
  }
  return errors
}

async function showOne(tools: GateTools, request: Request, form: FormState): Promise<Reply> {
  const { disclosureId } = request.params
  if (!isId(disclosureId)) return notFound
  const deed = { purpose: 'disclosing', deed: 'disclosure.opened', subjectId: disclosureId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const disclosure = await disclosureOfId(scope, disclosureId)
    const head = disclosure && (await headOf(scope, disclosure.caseId))
    if (!disclosure || !head) return null
    scope.about({ caseId: disclosure.caseId })
    const waits = !disclosure.sentAt && !disclosure.stoppedAt && disclosure.ground !== 'safeguarding'
    const [files, colleagues, why] = await Promise.all([
      filesOf(scope, disclosure.caseId),
      staffNames(scope, [disclosure.decidedBy, ...(disclosure.sentBy ? [disclosure.sentBy] : [])]),
      waits ? judgeNow(scope, tools, { ...disclosure, concernDecided: false }) : [],
    ])
    const sent = files.map(pieceOf).filter((it) => disclosure.fileIds.includes(it.id))
    return { disclosure, names: head.names, files: sent, colleagues, why }
  })
  if (!found) return notFound
  const recipient = nameIn(tools, found.disclosure.recipient)
  const body = <DisclosurePage {...found} recipient={recipient} form={form} token={request.formToken} />
  return { page: { title: `What goes to ${recipient}`, invalid: hasErrors(form), body } }
}

const sendForm = z.object({ how: oneOf(ways, 'Choose how it goes') })

async function send(tools: GateTools, request: Request): Promise<Reply> {
  const { disclosureId } = request.params
  if (!isId(disclosureId)) return notFound
  const reading = readForm(sendForm, request.form)
  if (!reading.ok) return showOne(tools, request, { values: asTyped(request.form), errors: reading.errors })
  const input = { key: request.form.key, disclosureId, how: reading.value.how }
  const outcome = await sendDisclosure(request.desk, tools, actorOf(request), input)
  return outcome.done || outcome.reason === 'over' ? { redirect: disclosurePath(disclosureId) } : notFound
}

async function stop(request: Request): Promise<Reply> {
  const { disclosureId } = request.params
  if (!isId(disclosureId)) return notFound
  const outcome = await stopDisclosure(request.desk, actorOf(request), { key: request.form.key, disclosureId })
  return outcome.done || outcome.reason === 'over' ? { redirect: disclosurePath(disclosureId) } : notFound
}
