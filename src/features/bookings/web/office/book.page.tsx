import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { type Choices, FreeTimes, MediatorField, OutsideField, PlaceField, WhenFields } from './slot-fields.tsx'

export interface BookPageProps {
  readonly form: FormState
  readonly token: string
  readonly caseId: Id
  readonly reference: string
  readonly names: { readonly a: string; readonly b: string }
  readonly choices: Choices
  readonly hasOnline: boolean
  readonly free: readonly Temporal.Instant[] | null
  readonly today: Temporal.PlainDate
  /** When the details of each side were last gone through with them. */
  readonly lastAsked: readonly { readonly side: 'A' | 'B'; readonly at: Temporal.Instant | null }[]
}

/** The form that books an appointment in a case. */
export const BookPage = (props: BookPageProps) => {
  const { form, token, caseId, reference, names, choices, hasOnline, free, today, lastAsked } = props
  return (
    <>
      <BackLink href={`/office/cases/${caseId}`}>Case {reference}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Book an appointment</h1>
      <Form action={`/office/cases/${caseId}/book`} formFields={<HiddenField name="_form" value={token} />}>
        <RadiosField
          form={form}
          name="what"
          legend="What is it?"
          legendSize="s"
          items={[
            { value: 'miam-A', content: `MIAM with ${names.a}` },
            { value: 'miam-B', content: `MIAM with ${names.b}` },
            { value: 'session', content: 'Session with both' },
          ]}
        />
        <MediatorField form={form} mediators={choices.mediators} />
        <WhenFields form={form} />
        <PlaceField form={form} rooms={choices.rooms} hasOnline={hasOnline} />
        <OutsideField form={form} />
        <CheckboxesField
          form={form}
          name="confirmed[]"
          legend="Are their details still right?"
          legendSize="s"
          hint="Go through name, number, e-mail and address with whom you are booking. Tick when it is done"
          items={lastAsked.map(({ side, at }) => ({
            value: side,
            content: `Confirmed with ${side === 'A' ? names.a : names.b}`,
            hint: at ? `Last time on ${plainDate(londonDay(at))}` : 'Not yet done',
          }))}
        />
        <FreeTimes times={free} today={today} />
        <p class="govuk-body govuk-!-width-two-thirds">
          Each person who is expected gets their own confirmation, in the way that they said is safe. It says nothing of
          the other. Where there is no safe way to write, a task is made to telephone.
        </p>
        <Button preventDoubleClick>Book</Button>
      </Form>
    </>
  )
}
