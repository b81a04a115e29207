import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { pounds } from '../../../../ui/money.ts'
import type { Appointment, Attendance } from '../../data/appointment-reads.ts'
import { decisionWords, feeByRule, type Missed, reckoning } from '../../domain/missed-fee.ts'
import { appointmentPath } from './appointment-words.tsx'

export const feePath = (appointmentId: string, side: 'A' | 'B') => `${appointmentPath(appointmentId)}/fee/${side}`

/** What the rule asks of somebody who missed an appointment, how that came, and the question whether it is asked. */
export const FeePage = (props: {
  readonly appointment: Appointment
  readonly attendance: Attendance
  readonly missed: Missed
  readonly form: FormState
  readonly token: string
}) => {
  const { appointment, attendance, missed, form, token } = props
  const name = `${attendance.givenName} ${attendance.familyName}`
  const fee = feeByRule(missed)
  return (
    <>
      <BackLink href={appointmentPath(appointment.id)}>Appointment</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{dateAndTime(appointment.startsAt)}</span>
      <h1 class="govuk-heading-l">{name} missed this appointment</h1>
      <InsetText>
        {reckoning(missed).map((sentence) => (
          <p class="govuk-body">{sentence}</p>
        ))}
      </InsetText>
      {missed.decision && <p class="govuk-body">Decided before: {decisionWords(missed.decision)}.</p>}
      <Form action={feePath(appointment.id, missed.side)} formFields={<HiddenField name="_form" value={token} />}>
        {missed.how === 'cancelled' && (
          <DateField
            form={form}
            name="told"
            legend="When did they tell us?"
            legendSize="s"
            hint="Correct it when they told us before it was noted, for example on the answering machine"
          />
        )}
        <RadiosField
          form={form}
          name="decision"
          legend="What is asked?"
          legendSize="s"
          hint="Somebody whose meeting legal aid or another payer covers is not asked. Your name stands with the decision"
          items={[
            { value: 'ask', content: fee > 0 ? `${pounds(fee)}, as the rule says` : 'What the rule says' },
            { value: 'waive', content: 'Nothing' },
          ]}
        />
        <TextAreaField form={form} name="reason" label="Why? (needed when nothing is asked)" rows={3} />
        <p class="govuk-body govuk-!-width-two-thirds">
          {name} is told when something is asked. The other party is asked for nothing and told nothing.
        </p>
        <Button preventDoubleClick>Decide</Button>
      </Form>
    </>
  )
}
