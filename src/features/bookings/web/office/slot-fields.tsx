import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { blankForm, type FormState, typed } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Room } from '../../../settings/index.ts'
import { lengths, lengthWords } from '../../domain/appointment.ts'
import { orSayWhy } from './refusal-words.ts'

/** Whom and what can be booked. */
export interface Choices {
  readonly mediators: readonly { readonly id: Id; readonly name: string }[]
  readonly rooms: readonly Room[]
}

/** When an appointment is and how long it takes. */
export const WhenFields = ({ form }: { readonly form: FormState }) => (
  <>
    <DateField form={form} name="date" legend="Date" legendSize="s" hint="For example, 24 11 2026" />
    <TextField form={form} name="time" label="Time" hint="For example, 2:30pm or 14:30" width={5} autocomplete="off" />
    <SelectField
      form={form}
      name="minutes"
      label="How long"
      items={[
        { value: '', text: 'Choose' },
        ...lengths.map((minutes) => ({ value: minutes, text: lengthWords(minutes) })),
      ]}
    />
  </>
)

interface PlaceProps {
  readonly form: FormState
  readonly rooms: readonly Room[]
  readonly hasOnline: boolean
}

export const PlaceField = ({ form, rooms, hasOnline }: PlaceProps) => (
  <SelectField
    form={form}
    name="place"
    label="Where"
    items={[
      { value: '', text: 'Choose' },
      { value: 'telephone', text: 'By telephone' },
      ...(hasOnline ? [{ value: 'online', text: 'Online, with the consent of each' }] : []),
      ...rooms.map((room) => ({ value: room.id, text: `${room.name}, ${room.venue.name}` })),
    ]}
  />
)

export const MediatorField = ({ form, mediators }: { readonly form: FormState } & Pick<Choices, 'mediators'>) => (
  <SelectField
    form={form}
    name="mediator"
    label="Mediator"
    items={[{ value: '', text: 'Choose' }, ...mediators.map((it) => ({ value: it.id, text: it.name }))]}
  />
)

const isAsked = (form: FormState) =>
  Boolean(typed(form, 'outside_reason')) || Object.values(form.errors).some((message) => message.includes(orSayWhy))

/** Whether the mediator works then, and we are open, is looked at; whoever has a reason books all the same. */
export const OutsideField = ({ form }: { readonly form: FormState }) => (
  <Details
    summary="Outside of working hours, on a bank holiday, or where the two cannot wait apart"
    open={isAsked(form)}
  >
    <TextField
      form={form}
      name="outside_reason"
      label="Why must it be then or there? (optional)"
      hint="It is kept with the appointment, for us alone"
    />
  </Details>
)

/** The next free times, to choose in place of the one that was typed. */
export function FreeTimes(props: {
  readonly times: readonly Temporal.Instant[] | null
  readonly today: Temporal.PlainDate
}) {
  const { times, today } = props
  if (times === null) return null
  if (times.length === 0)
    return <InsetText>There is no free time in office hours in the two weeks from then. Try another day.</InsetText>
  return (
    <RadiosField
      form={blankForm}
      name="take"
      legend="Free from then on"
      legendSize="s"
      small
      items={[
        ...times.map((time) => ({ value: time.toString(), content: shortDateAndTime(time, today) })),
        { value: 'typed', content: 'The time above', checked: true },
      ]}
    />
  )
}
