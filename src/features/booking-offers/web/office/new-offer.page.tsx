import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { lengths, lengthWords } from '../../../bookings/index.ts'
import type { Room } from '../../../settings/index.ts'
import type { ChosenTime } from '../../data/offer-writes.ts'
import { boxOf } from './offer-form.ts'

/** A time that may be offered, with the words for it. */
export interface FreeTime extends ChosenTime {
  readonly mediator: string
  readonly place: string
}

export interface NewOfferProps {
  readonly form: FormState
  readonly token: string
  readonly caseId: Id
  readonly reference: string
  readonly names: { readonly a: string; readonly b: string }
  readonly mediators: readonly { readonly id: Id; readonly name: string }[]
  readonly rooms: readonly Room[]
  readonly hasOnline: boolean
  /** Null until somebody asked for them. */
  readonly free: readonly FreeTime[] | null
  readonly today: Temporal.PlainDate
}

/** Whom, with whom, where and when: then the free times, of which some are offered. */
export const NewOfferPage = (props: NewOfferProps) => {
  const { form, token, caseId, reference, names, free } = props
  return (
    <>
      <BackLink href={`/office/cases/${caseId}/offers`}>Times offered in case {reference}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Offer times</h1>
      <Form action={`/office/cases/${caseId}/offers/new`} formFields={<HiddenField name="_form" value={token} />}>
        <RadiosField
          form={form}
          name="what"
          legend="What is it?"
          legendSize="s"
          hint="For a session each says privately which times they can do. Neither sees what the other said"
          items={[
            { value: 'miam-A', content: `MIAM with ${names.a}` },
            { value: 'miam-B', content: `MIAM with ${names.b}` },
            { value: 'session', content: 'Session with both' },
          ]}
        />
        <WishFields {...props} />
        <FreeTimes {...props} />
        <div class="govuk-button-group">
          {free && free.length > 0 && <Button preventDoubleClick>Offer these times</Button>}
          <Button name="look" value="yes" classes={free ? 'govuk-button--secondary' : ''}>
            {free ? 'Look again' : 'Find free times'}
          </Button>
        </div>
      </Form>
    </>
  )
}

const WishFields = ({ form, mediators, rooms, hasOnline }: NewOfferProps) => (
  <>
    <CheckboxesField
      form={form}
      name="mediators[]"
      legend="With which mediator?"
      legendSize="s"
      hint="More than one when any of them will do"
      items={mediators.map((it) => ({ value: it.id, content: it.name }))}
    />
    <SelectField
      form={form}
      name="minutes"
      label="How long"
      items={lengths.map((minutes) => ({ value: minutes, text: lengthWords(minutes) }))}
    />
    <SelectField form={form} name="place" label="Where" items={placeItems(rooms, hasOnline)} />
    <DateField form={form} name="first" legend="From which day" legendSize="s" />
    <DateField form={form} name="last" legend="Until which day" legendSize="s" hint="Within two weeks of the first" />
    <DateField
      form={form}
      name="answer_by"
      legend="By when should they answer?"
      legendSize="s"
      hint="After that day the times are offered no more, and a task reminds us"
    />
  </>
)

function placeItems(rooms: readonly Room[], hasOnline: boolean) {
  const venues = new Map(rooms.map((it) => [it.venue.id, it.venue.name]))
  return [
    { value: '', text: 'Choose' },
    { value: 'telephone', text: 'By telephone' },
    ...(hasOnline ? [{ value: 'online', text: 'Online' }] : []),
    ...[...venues].map(([id, name]) => ({ value: `venue:${id}`, text: `Any room, ${name}` })),
    ...rooms.map((room) => ({ value: `room:${room.id}`, text: `${room.name}, ${room.venue.name}` })),
  ]
}

function FreeTimes({ form, free, today }: NewOfferProps) {
  if (!free) return null
  if (free.length === 0)
    return <InsetText>Nobody is free between those days. Try other days, another mediator or another place.</InsetText>
  return (
    <CheckboxesField
      form={form}
      name="times[]"
      legend="Which times do you offer?"
      legendSize="s"
      hint="They are not kept free: what somebody else takes first is offered no more"
      small
      items={free.map((it) => ({
        value: boxOf(it),
        content: `${shortDateAndTime(it.startsAt, today)}, ${it.mediator}, ${it.place}`,
      }))}
    />
  )
}
