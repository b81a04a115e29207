import { z } from 'zod'
import type { Scope } from '../../../../platform/database/desk.ts'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead } from '../../../cases/index.ts'
import { wholeDateField } from '../../../settings/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { addFollowUpTask, finishFollowUp, moveFollowUp } from '../../actions/follow-up.ts'
import { type FollowUpRole, followUpOf, followUpRoles } from '../../data/follow-ups.ts'
import { type Request, routesFor } from './case-form.tsx'
import {
  type FollowUpChoice,
  FollowUpPage,
  followUpChoices,
  longestFollowUp,
  NewFollowUpPage,
  roleWords,
} from './follow-up.pages.tsx'

const route = routesFor('booking')
const base = '/office/cases/:caseId/follow-ups'

/** Adding a follow-up, moving it, and saying that it is done. */
export const followUpRoutes: readonly Route<PurposeKey>[] = [
  route('GET', `${base}/new`, (request) => newPage(request, blankForm)),
  route('POST', `${base}/new`, add),
  route('GET', `${base}/:id`, (request) => onePage(request, blankForm)),
  route('POST', `${base}/:id/move`, move),
  route('POST', `${base}/:id/done`, finish),
]

const newForm = z
  .object({
    words: requiredText('Say what is to be done', longestFollowUp),
    who: oneOf(followUpChoices, 'Choose who does it'),
  })
  .and(wholeDateField('due', 'Enter a day'))

async function headOf(request: Request) {
  const { caseId } = request.params
  if (!isId(caseId)) return null
  const deed = { purpose: 'booking', deed: 'case.details-opened', caseId } as const
  return request.desk.read(actorOf(request), deed, (scope) => caseHead(scope, caseId))
}

/** To somebody of another role nothing is left for themselves: a role that this work never falls to cannot be set to it. */
const choicesFor = (request: Request, mediatorId: Id | null): FollowUpChoice[] =>
  followUpChoices.filter((it) =>
    it === 'me'
      ? followUpRoles.includes(request.staff?.role as FollowUpRole)
      : it !== 'mediator' || mediatorId !== null,
  )

async function newPage(request: Request, form: FormState): Promise<Reply> {
  const head = await headOf(request)
  if (!head) return { notFound: true }
  const choices = choicesFor(request, head.mediatorId)
  const body = <NewFollowUpPage form={form} token={request.formToken()} caseId={head.id} choices={choices} />
  return { page: { title: 'Add a follow-up', invalid: hasErrors(form), body } }
}

async function add(request: Request): Promise<Reply> {
  const head = await headOf(request)
  if (!head || !request.staff) return { notFound: true }
  const reading = readForm(newForm, request.form)
  if (!reading.ok) return newPage(request, reading)
  const { words, who, due } = reading.value
  if (!choicesFor(request, head.mediatorId).includes(who)) return { notFound: true }
  const { id, role } = request.staff
  const whose =
    who === 'me'
      ? { forRole: role as FollowUpRole, forStaff: id }
      : { forRole: who, forStaff: who === 'mediator' ? head.mediatorId : null }
  const made = { key: request.form.key, caseId: head.id, words, dueOn: due, ...whose }
  const outcome = await addFollowUpTask(request.desk, id, made)
  return outcome.done ? { redirect: `/office/cases/${head.id}#followUps` } : { notFound: true }
}

const found = (scope: Scope, caseId: Id, id: Id) =>
  followUpOf(scope, caseId, id).then(
    async (it) =>
      it && { followUp: it, names: it.forStaff ? await staffNames(scope, [it.forStaff]) : new Map<Id, string>() },
  )

async function onePage(request: Request, form: FormState): Promise<Reply> {
  const { caseId, id } = request.params
  if (!isId(caseId) || !isId(id)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'follow-up.opened', caseId, subjectId: id } as const
  const it = await request.desk.read(actorOf(request), deed, (scope) => found(scope, caseId, id))
  if (!it) return { notFound: true }
  const { forStaff, forRole } = it.followUp
  const who = (forStaff && it.names.get(forStaff)) || roleWords[forRole]
  const body = <FollowUpPage form={form} token={() => request.formToken()} followUp={it.followUp} who={who} />
  return { page: { title: 'Follow-up', invalid: hasErrors(form), body } }
}

const moveForm = wholeDateField('due', 'Enter a day')

async function move(request: Request): Promise<Reply> {
  const { caseId, id } = request.params
  if (!isId(caseId) || !isId(id)) return { notFound: true }
  const reading = readForm(moveForm, request.form)
  if (!reading.ok) return onePage(request, reading)
  const to = { key: request.form.key, caseId, id, dueOn: reading.value.due }
  const outcome = await moveFollowUp(request.desk, actorOf(request), to)
  return outcome.done ? { redirect: `/office/cases/${caseId}#followUps` } : { notFound: true }
}

async function finish(request: Request): Promise<Reply> {
  const { caseId, id } = request.params
  if (!isId(caseId) || !isId(id)) return { notFound: true }
  const outcome = await finishFollowUp(request.desk, actorOf(request), { key: request.form.key, caseId, id })
  return outcome.done ? { redirect: `/office/cases/${caseId}#followUps` } : { notFound: true }
}
