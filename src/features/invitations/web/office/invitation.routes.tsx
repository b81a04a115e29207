import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf, asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { decideClearance } from '../../actions/decide-clearance.ts'
import type { InvitationTools } from '../../actions/invitation-tools.ts'
import { recordOutcome } from '../../actions/record-outcome.ts'
import { type SendRefusal, sendStep } from '../../actions/send-step.ts'
import { recordAnswer } from '../../actions/take-answer.ts'
import { answers, outcomes, waysToStaff } from '../../domain/words.ts'
import { BoardPage, invitationPath } from './board.page.tsx'
import { InvitationPage } from './invitation.page.tsx'
import { readBoard, readInvitation } from './read-invitation.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'invitation', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** The board of invitations, and the page of each with what can be done. */
export function invitationRoutes(tools: InvitationTools): Route<PurposeKey>[] {
  const one = '/office/invitations/:invitationId'
  return [
    { ...base, method: 'GET', path: '/office/invitations', handle: board },
    { ...base, method: 'GET', path: one, handle: (request) => show(request, tools, blankForm) },
    { ...base, method: 'POST', path: `${one}/send`, handle: (request) => send(request, tools) },
    { ...base, method: 'POST', path: `${one}/clearance`, handle: (request) => clear(request, tools) },
    { ...base, method: 'POST', path: `${one}/answer`, handle: (request) => answer(request, tools) },
    { ...base, method: 'POST', path: `${one}/outcome`, handle: (request) => end(request, tools) },
  ]
}

async function board(request: Request): Promise<Reply> {
  const lines = await readBoard(request)
  const body = (
    <BoardPage {...{ lines, today: request.today }} sent={request.query.done === 'sent'} token={request.formToken} />
  )
  return { page: { title: 'Invitations', body } }
}

async function show(request: Request, tools: InvitationTools, form: FormState): Promise<Reply> {
  const found = await readInvitation(request)
  if (!found) return notFound
  const mayClear = tools.mayAct(asStaff(request).staff.role, 'screening')
  const body = <InvitationPage {...found} {...{ mayClear, form, today: request.today }} token={request.formToken} />
  return { page: { title: `Inviting ${found.line.name}`, body, ...(hasErrors(form) ? { invalid: true } : {}) } }
}

const sendRefusals: Readonly<Record<Exclude<SendRefusal, 'missing'>, string>> = {
  over: 'This invitation has ended, or the case is closed',
  'not-cleared': 'The mediator has not said that they may be invited',
  'not-screened': 'The safety check is not recorded yet',
  answered: 'They have answered. Nothing more was sent',
  'sent-already': 'The invitation has been sent already',
  'no-way':
    'There is no e-mail or postal address that is said to be safe and theirs alone. A text cannot hold an invitation and our notice',
  'not-due': 'No reminder is due',
}

async function send(request: Request, tools: InvitationTools): Promise<Reply> {
  const { invitationId } = request.params
  if (!isId(invitationId)) return notFound
  const sending = { key: request.form.key, invitationId: invitationId as Id, kind: 'invitation' } as const
  const outcome = await sendStep(request.desk, actorOf(request), tools, sending)
  if (outcome.done) return { redirect: '/office/invitations?done=sent' }
  if (outcome.reason === 'missing') return notFound
  return show(request, tools, { values: {}, errors: { '': sendRefusals[outcome.reason] } })
}

const clearanceForm = z.object({
  decision: oneOf(['named', 'unnamed', 'stopped'], 'Say whether they may be invited'),
})

async function clear(request: Request, tools: InvitationTools): Promise<Reply> {
  const { invitationId } = request.params
  if (!isId(invitationId)) return notFound
  const reading = readForm(clearanceForm, request.form)
  const again = (errors: FormState['errors']) => show(request, tools, { values: asTyped(request.form), errors })
  if (!reading.ok) return again(reading.errors)
  const said = reading.value.decision
  const clearance = said === 'stopped' ? 'stopped' : 'cleared'
  const decision = {
    key: request.form.key,
    invitationId: invitationId as Id,
    clearance,
    namesInviter: said === 'named',
  } as const
  const outcome = await decideClearance(request.desk, asStaff(request).staff, tools, decision)
  if (outcome.done) return { redirect: invitationPath(invitationId as Id) }
  if (outcome.reason === 'missing') return notFound
  const screened = outcome.reason === 'not-screened'
  return again({
    '': screened ? 'The safety check is not recorded yet' : 'The mediator says whether they may be invited',
  })
}

const answerForm = z.object({
  answer: oneOf(answers, 'Choose what they said'),
  way: oneOf(waysToStaff, 'Choose how it reached you'),
  reach: optionalText(200),
})

async function answer(request: Request, tools: InvitationTools): Promise<Reply> {
  const { invitationId } = request.params
  if (!isId(invitationId)) return notFound
  const reading = readForm(answerForm, request.form)
  const again = (errors: FormState['errors']) => show(request, tools, { values: asTyped(request.form), errors })
  if (!reading.ok) return again(reading.errors)
  const { answer: kind, way, reach } = reading.value
  const given = { key: request.form.key, invitationId: invitationId as Id, kind, way, reach }
  const outcome = await recordAnswer(request.desk, actorOf(request), given)
  if (outcome.done) return { redirect: invitationPath(invitationId as Id) }
  return outcome.reason === 'missing' ? notFound : again({ '': sendRefusals.over })
}

const outcomeForm = z.object({ outcome: oneOf([...outcomes, 'open'], 'Choose how it ended') })

async function end(request: Request, tools: InvitationTools): Promise<Reply> {
  const { invitationId } = request.params
  if (!isId(invitationId)) return notFound
  const reading = readForm(outcomeForm, request.form)
  if (!reading.ok) return show(request, tools, { values: asTyped(request.form), errors: reading.errors })
  const said = reading.value.outcome
  const input = { key: request.form.key, invitationId: invitationId as Id, outcome: said === 'open' ? null : said }
  const outcome = await recordOutcome(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: invitationPath(invitationId as Id) } : notFound
}
