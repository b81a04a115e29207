import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { addPeriod } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { liftHold, placeHold } from '../../../cases/index.ts'
import { ruleFor } from '../../actions/sweep-tools.ts'
import { standingOfCase } from '../../data/standing-reads.ts'
import { CaseRetentionPage } from './case-retention.page.tsx'
import { holdForm } from './hold.form.ts'
import type { RetentionWebTools } from './retention.routes.tsx'

type Request = PageRequest<PurposeKey>

const base = { area: 'office', purpose: 'accountability', entry: 'purpose' } as const
const pathOf = (caseId: Id) => `/office/retention/cases/${caseId}`

/** Why one case is kept, and holding it. */
export const caseRetentionRoutes = (tools: RetentionWebTools): readonly Route<PurposeKey>[] => [
  {
    ...base,
    method: 'GET',
    path: '/office/retention/cases/:caseId',
    handle: (request) => casePage(request, tools, blankForm),
  },
  { ...base, method: 'POST', path: '/office/retention/cases/:caseId/holds', handle: (request) => hold(request, tools) },
  { ...base, method: 'POST', path: '/office/retention/cases/:caseId/holds/:holdId/lift', handle: lift },
]

async function casePage(request: Request, tools: RetentionWebTools, form: FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const rule = ruleFor(tools.policy, 'case')
  const deed = { purpose: 'accountability', deed: 'case.retention-seen', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, (scope) => standingOfCase(scope, caseId, rule))
  if (!found) return { notFound: true }
  const { today } = request
  const token = () => request.formToken()
  const body = (
    <CaseRetentionPage {...{ found, rule, today, form, token }} kinds={tools.kindsOfData} checks={tools.checks} />
  )
  return { page: { title: 'Why a case is kept', invalid: hasErrors(form), body } }
}

async function hold(request: Request, tools: RetentionWebTools): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(holdForm(tools.kindsOfData), request.form)
  if (!reading.ok) return casePage(request, tools, { values: asTyped(request.form), errors: reading.errors })
  const outcome = await placeHold(request.desk, actorOf(request), {
    key: request.form.key,
    caseId,
    ...reading.value,
    side: reading.value.part === 'all' ? null : reading.value.part,
    category: reading.value.category === 'all' ? null : reading.value.category,
    reviewOn: addPeriod(request.today, reading.value.review).toString(),
  })
  return outcome.done ? { redirect: pathOf(caseId) } : { notFound: true }
}

async function lift(request: Request): Promise<Reply> {
  const { caseId, holdId } = request.params
  if (!isId(caseId) || !isId(holdId)) return { notFound: true }
  const outcome = await liftHold(request.desk, actorOf(request), { key: request.form.key, caseId, holdId })
  return outcome.done ? { redirect: pathOf(caseId) } : { notFound: true }
}
