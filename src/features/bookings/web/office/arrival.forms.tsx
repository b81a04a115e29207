import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import type { ArrivalPlan } from '../../domain/arrival.ts'

const gaps = ['10', '15', '20', '30'] as const

export const arrivalForm = z
  .object({
    first: oneOf(['together', 'A', 'B'], 'Choose how they arrive'),
    gap: oneOf(gaps, 'Choose how long before the other'),
  })
  .transform(
    ({ first, gap }): ArrivalPlan =>
      first === 'together' ? { apart: false } : { apart: true, first, gapMinutes: Number(gap) },
  )

export const asPlanned = (plan: ArrivalPlan): FormState =>
  filledForm(plan.apart ? { first: plan.first, gap: String(plan.gapMinutes) } : { first: 'together', gap: '15' })

/** Who comes first, and by how much. */
export const ArrivalPage = (props: {
  readonly form: FormState
  readonly action: string
  readonly back: { readonly href: string; readonly text: string }
  readonly title: string
  readonly names: { readonly a: string; readonly b: string }
  readonly formFields: Content
  /** What it is for. */
  readonly children: Content
}) => (
  <>
    <BackLink href={props.back.href}>{props.back.text}</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">{props.title}</h1>
    {props.children}
    <p class="govuk-body govuk-!-width-two-thirds">
      Whoever comes first also leaves first. Each is told their own times and nothing of the other’s. Why it is so is
      not asked and not shown.
    </p>
    <Form action={props.action} formFields={props.formFields}>
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
