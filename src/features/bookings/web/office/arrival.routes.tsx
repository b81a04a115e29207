import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { planArrival } from '../../actions/plan-arrival.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import { arrivalPlanOf } from '../../data/arrival-plans.ts'
import type { ArrivalPlan } from '../../domain/arrival.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose', path: '/office/cases/:caseId/arrival' } as const

/** How the two parties of a case arrive and wait. */
export const arrivalRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(request, asPlanned) },
  { ...base, method: 'POST', handle: (request) => save(request, tools) },
]

const gaps = ['10', '15', '20', '30'] as const

const arrivalForm = z
  .object({
    first: oneOf(['together', 'A', 'B'], 'Choose how they arrive'),
    gap: oneOf(gaps, 'Choose how long before the other'),
  })
  .transform(
    ({ first, gap }): ArrivalPlan =>
      first === 'together' ? { apart: false } : { apart: true, first, gapMinutes: Number(gap) },
  )

const asPlanned = (plan: ArrivalPlan): FormState =>
  filledForm(plan.apart ? { first: plan.first, gap: String(plan.gapMinutes) } : { first: 'together', gap: '15' })

async function show(request: Request, formFor: (plan: ArrivalPlan) => FormState): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'arrival.opened', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const [head, parties, plan] = await Promise.all([
      caseHead(scope, caseId),
      partiesOf(scope, caseId),
      arrivalPlanOf(scope, caseId),
    ])
    return head && { reference: head.reference, names: zoneNames(parties), plan }
  })
  if (!found) return { notFound: true }
  const form = formFor(found.plan)
  const body = <ArrivalPage {...found} form={form} caseId={caseId} token={request.formToken()} />
  return { page: { title: 'How they arrive', invalid: hasErrors(form), body } }
}

async function save(request: Request, tools: TellingTools): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const reading = readForm(arrivalForm, request.form)
  if (!reading.ok) return show(request, () => reading)
  const input = { key: request.form.key, caseId, plan: reading.value }
  const outcome = await planArrival(request.desk, actorOf(request), input, tools)
  return outcome.done ? { redirect: `/office/cases/${caseId}` } : { notFound: true }
}

const ArrivalPage = (props: {
  readonly form: FormState
  readonly token: string
  readonly caseId: string
  readonly reference: string
  readonly names: { readonly a: string; readonly b: string }
}) => (
  <>
    <BackLink href={`/office/cases/${props.caseId}`}>Case {props.reference}</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">How they arrive</h1>
    <p class="govuk-body govuk-!-width-two-thirds">
      For sessions with both in a room. Whoever comes first also leaves first. Each is told their own times and nothing
      of the other’s. Why it is so is not asked and not shown.
    </p>
    <Form
      action={`/office/cases/${props.caseId}/arrival`}
      formFields={<HiddenField name="_form" value={props.token} />}
    >
      <RadiosField
        form={props.form}
        name="first"
        legend="Who comes first?"
        legendSize="s"
        items={[
          { value: 'together', content: 'Both come at the same time' },
          { value: 'A', content: `${props.names.a} comes first, and they wait apart` },
          { value: 'B', content: `${props.names.b} comes first, and they wait apart` },
        ]}
      />
      <SelectField
        form={props.form}
        name="gap"
        label="How long before the other?"
        items={gaps.map((it) => ({ value: it, text: `${it} minutes` }))}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
