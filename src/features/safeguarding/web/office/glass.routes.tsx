import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseReferences } from '../../../cases/index.ts'
import type { GateTools } from '../../../disclosures/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { breakGlass, reviewBreak } from '../../actions/break-glass.ts'
import { glassBreakOf } from '../../data/concerns.ts'
import { breakGlassPath } from './concern-parts.tsx'
import { BreakPage, BreakReviewPage } from './glass.pages.tsx'
import { handsIn } from './hands-in.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'safeguarding', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** Opening a file that is not theirs, for a while, and looking at why it was opened. */
export function glassRoutes(tools: GateTools): Route<PurposeKey>[] {
  const one = `${breakGlassPath}/:breakId`
  return [
    {
      ...base,
      method: 'GET',
      path: `${breakGlassPath}/new`,
      handle: async (request) => (handsIn(tools, request) ? notFound : page(tools, request, blankForm)),
    },
    { ...base, method: 'POST', path: `${breakGlassPath}/new`, handle: (request) => open(tools, request) },
    { ...base, method: 'GET', path: one, handle: (request) => show(request, blankForm) },
    { ...base, method: 'POST', path: `${one}/review`, handle: review },
  ]
}

const inWords = (period: string): string => {
  const { hours, minutes } = Temporal.Duration.from(period)
  const parts = [hours && (hours === 1 ? 'one hour' : `${hours} hours`), minutes && `${minutes} minutes`]
  return parts.filter(Boolean).join(' and ')
}

const page = ({ policy }: GateTools, request: Request, form: FormState): Reply => {
  const time = inWords(policy.clocks.safeguarding.access)
  const body = <BreakPage form={form} token={request.formToken} time={time} />
  return { page: { title: 'Open a file that is not yours', invalid: hasErrors(form), body } }
}

const openForm = z.object({
  reference: requiredText('Enter the number of the case', 40),
  reason: requiredText('Enter why you need it now', 2000),
})

async function open(tools: GateTools, request: Request): Promise<Reply> {
  if (handsIn(tools, request)) return notFound
  const again = (errors: FormState['errors']) => page(tools, request, { values: asTyped(request.form), errors })
  const reading = readForm(openForm, request.form)
  if (!reading.ok) return again(reading.errors)
  // Whoever sees all files has none to open so.
  const { role } = request.staff ?? { role: '' }
  const scoped = tools.policy.roles[role as 'mediator']?.may.some(
    (it) => it.purpose === 'safeguarding' && it.rows === 'assigned',
  )
  if (!scoped) return again({ reference: 'Every file is open to you: look it up in the list of cases' })
  const reference = reading.value.reference.trim().toUpperCase()
  const input = { key: request.form.key, reference, reason: reading.value.reason }
  const outcome = await breakGlass(request.desk, tools.policy, actorOf(request), input)
  if (!outcome.done) return again({ reference: 'No case of this number can be opened so. Check the number' })
  return { redirect: `/office/cases/${outcome.value.caseId}` }
}

async function show(request: Request, form: FormState): Promise<Reply> {
  const { breakId } = request.params
  if (!isId(breakId)) return notFound
  const actor = actorOf(request)
  const deed = { purpose: 'safeguarding', deed: 'glass.opened', subjectId: breakId } as const
  const found = await request.desk.read(actor, deed, async (scope) => {
    const it = await glassBreakOf(scope, breakId)
    if (!it) return null
    scope.about({ caseId: it.caseId })
    const [references, names] = await Promise.all([caseReferences(scope, [it.caseId]), staffNames(scope, [it.staffId])])
    const reference = references.get(it.caseId) ?? ''
    return { it, reference, name: names.get(it.staffId) ?? 'A colleague', own: it.staffId === actor }
  })
  if (!found) return notFound
  const body = <BreakReviewPage {...found} form={form} token={request.formToken} />
  return { page: { title: 'A file that was opened for somebody’s safety', invalid: hasErrors(form), body } }
}

async function review(request: Request): Promise<Reply> {
  const { breakId } = request.params
  if (!isId(breakId)) return notFound
  const reading = readForm(z.object({ review: requiredText('Enter what you found', 2000) }), request.form)
  if (!reading.ok) return show(request, { values: asTyped(request.form), errors: reading.errors })
  const input = { key: request.form.key, breakId, ...reading.value }
  const outcome = await reviewBreak(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: `${breakGlassPath}/${breakId}` } : notFound
}
