import type { ComponentChildren } from 'preact'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, typed } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Appointment } from '../../data/appointment-reads.ts'
import { appointmentPath, whatWords, whenWords } from './appointment-words.tsx'
import { type Choices, FreeTimes, MediatorField, OutsideField, PlaceField, WhenFields } from './slot-fields.tsx'

export interface ChangePageProps {
  readonly appointment: Appointment
  readonly form: FormState
  readonly token: string
  readonly today: Temporal.PlainDate
}

type Part = 'move' | 'cancel' | 'mediator' | 'attendance'

/** The frame of every form about an appointment. The revision that was seen goes along: a change in between is not overwritten. */
function ChangeFrame(props: ChangePageProps & { part: Part; title: string; button: string; children: Content }) {
  const { appointment, form, token, today, part, title, button, children } = props
  return (
    <>
      <BackLink href={appointmentPath(appointment.id)}>Appointment</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        {whatWords(appointment)}, {whenWords(appointment, today)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Form
        action={appointmentPath(appointment.id, part)}
        formFields={<Hidden token={token} appointment={appointment} />}
      >
        {children}
        <Button preventDoubleClick>{button}</Button>
      </Form>
    </>
  )
}

const Hidden = ({
  token,
  appointment,
}: Pick<ChangePageProps, 'token' | 'appointment'>): ComponentChildren & Content => (
  <>
    <HiddenField name="_form" value={token} />
    <HiddenField name="revision" value={String(appointment.revision)} />
  </>
)

const eachIsTold = (
  <p class="govuk-body govuk-!-width-two-thirds">
    Each person who is expected is told in their own message. It says nothing of the other.
  </p>
)

export const MovePage = (
  props: ChangePageProps & {
    readonly choices: Choices
    readonly hasOnline: boolean
    readonly free: readonly Temporal.Instant[] | null
  },
) => (
  <ChangeFrame {...props} part="move" title="Move this appointment" button="Move">
    <WhenFields form={props.form} />
    <PlaceField form={props.form} rooms={props.choices.rooms} hasOnline={props.hasOnline} />
    <MediatorField form={props.form} mediators={props.choices.mediators} />
    <OutsideField form={props.form} />
    <FreeTimes times={props.free} today={props.today} />
    {eachIsTold}
    <FromDiary form={props.form} />
  </ChangeFrame>
)

/** Whoever came from the diary goes back to it, however often the form is sent. */
function FromDiary({ form }: { readonly form: FormState }) {
  const from = typed(form, 'from_diary')
  return from ? <HiddenField name="from_diary" value={from} /> : null
}

export const MediatorPage = (props: ChangePageProps & { readonly choices: Choices }) => (
  <ChangeFrame {...props} part="mediator" title="Change the mediator" button="Change">
    <p class="govuk-body govuk-!-width-two-thirds">
      The new mediator sees the file as long as they hold this appointment. The case itself stays with its own mediator.
      The parties are not told: their messages name no mediator.
    </p>
    <MediatorField form={props.form} mediators={props.choices.mediators} />
    <OutsideField form={props.form} />
  </ChangeFrame>
)

export function CancelPage(props: ChangePageProps) {
  const { attendances } = props.appointment
  return (
    <ChangeFrame {...props} part="cancel" title="Cancel this appointment" button="Cancel the appointment">
      <RadiosField
        form={props.form}
        name="by"
        legend="Who asked?"
        legendSize="s"
        hint="Who asked is kept with that person’s own part of the file, and the other is not told"
        items={[
          ...attendances.map((it) => ({ value: it.side, content: `${it.givenName} ${it.familyName}` })),
          attendances.length > 1 && { value: 'both', content: 'Both of them' },
          { value: 'service', content: 'We did: a mediator is away, or we cannot host it' },
        ]}
      />
      {eachIsTold}
    </ChangeFrame>
  )
}

export const AttendancePage = (props: ChangePageProps) => (
  <ChangeFrame {...props} part="attendance" title="Who came?" button="Save">
    {props.appointment.attendances.map((it) => (
      <RadiosField
        form={props.form}
        name={`attended-${it.side}`}
        legend={`${it.givenName} ${it.familyName}`}
        legendSize="s"
        items={[
          { value: 'attended', content: 'Came' },
          { value: 'not_attended', content: 'Did not come' },
          { value: 'cancelled', content: 'Said before that they would not come' },
        ]}
      />
    ))}
  </ChangeFrame>
)
