import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { type OwnOffer, type OwnTime, withoutPlace } from '../../../booking-offers/index.ts'
import { lengthWords, minutesOf } from '../../../bookings/index.ts'
import { FormToken, type PortalRequest, RingUs } from './parts.tsx'

export interface TimesPageProps {
  readonly request: Pick<PortalRequest, 'formToken'>
  readonly offers: readonly OwnOffer[]
  readonly telephone: string
  /** What was sent and is not in order yet. */
  readonly sent: { readonly offerId: string; readonly form: FormState } | null
  /** Which of several is looked at; the first of them without. */
  readonly wanted: string | null
  /** What to say above: something was taken, or an answer is here. */
  readonly told: string | null
}

/** The times that are offered to a party, and what they can do with each. */
export const TimesPage = (props: TimesPageProps) => {
  const { offers, telephone, sent, told, wanted } = props
  const offer = offers.find((it) => it.id === (sent?.offerId ?? wanted)) ?? offers[0]
  return (
    <>
      {sent && hasErrors(sent.form) && <FormErrorSummary form={sent.form} />}
      {told && <InsetText>{told}</InsetText>}
      <h1 class="govuk-heading-l">Times to choose from</h1>
      {offer ? (
        <Offer {...props} offer={offer} />
      ) : (
        <p class="govuk-body">
          There are no times to choose from at the moment. <BackToOwn />
        </p>
      )}
      {offers
        .filter((it) => it !== offer)
        .map((it) => (
          <p class="govuk-body">
            <a class="govuk-link" href={`/portal/times?offer=${it.id}`}>
              {titles[it.kind]}
            </a>
          </p>
        ))}
      <RingUs telephone={telephone} why="If you would rather speak to us:" />
    </>
  )
}

const BackToOwn = () => (
  <a class="govuk-link" href="/portal">
    See your appointments
  </a>
)

const titles = { miam: 'A time for your first meeting', session: 'When can you come to a mediation session?' } as const

type OfferProps = TimesPageProps & { readonly offer: OwnOffer }

/** What is typed stands in the form of its own offer; else what they said before. */
function formOf({ sent, offer }: OfferProps): FormState {
  if (sent?.offerId === offer.id) return sent.form
  return filledForm({ 'times[]': offer.said?.times ?? [], words: offer.said?.words ?? '' })
}

const Offer = (props: OfferProps) => {
  const { offer } = props
  return (
    <section>
      <h2 class="govuk-heading-m">{titles[offer.kind]}</h2>
      <p class="govuk-body">Please answer by {plainDate(offer.answerBy)}.</p>
      {offer.said && <p class="govuk-body">We have your answer. You can change it until then.</p>}
      {offer.forBoth ? <Possible {...props} /> : <Own {...props} />}
    </section>
  )
}

/** For a meeting with both: what one can do. What is booked, and when exactly to come, is told afterwards. */
const Possible = (props: OfferProps) => (
  <Form action={`/portal/times/${props.offer.id}/answer`} formFields={<FormToken request={props.request} />}>
    <CheckboxesField
      form={formOf(props)}
      name="times[]"
      legend="Which of these times can you do?"
      legendSize="s"
      hint="We do not show your answer to the other person. When a time is booked we tell you when to come"
      items={props.offer.times.map((it) => ({ value: it.id, content: timeWords(it, props.offer.means) }))}
    />
    <Words form={formOf(props)} label="What else would suit you? (optional)" />
    <Button preventDoubleClick>Send my answer</Button>
  </Form>
)

const Own = (props: OfferProps) => {
  const { offer, request } = props
  const token = <FormToken request={request} />
  return (
    <>
      {offer.times.length === 0 && <p class="govuk-body">None of these times can be had any more.</p>}
      {offer.times.length > 0 && (
        <Form action={`/portal/times/${offer.id}/take`} formFields={token}>
          <RadiosField
            form={formOf(props)}
            name="time"
            legend="Choose a time"
            legendSize="s"
            hint="It is booked for you at once"
            items={offer.times.map((it) => ({ value: it.id, content: timeWords(it, offer.means) }))}
          />
          <Button preventDoubleClick>Book this time</Button>
        </Form>
      )}
      <Form action={`/portal/times/${offer.id}/answer`} formFields={token}>
        <Words form={formOf(props)} label="Does none of them suit you? Say what would" />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Send
        </Button>
      </Form>
    </>
  )
}

const Words = ({ form, label }: { readonly form: FormState; readonly label: string }) => (
  <TextAreaField form={form} name="words" label={label} hint="For example, Tuesday 8 December after 3pm" rows={3} />
)

const timeWords = (time: OwnTime, means: OwnOffer['means']): string =>
  [
    `${dateAndTime(time.startsAt)}, about ${lengthWords(minutesOf(time))}`,
    time.mediator,
    time.place ?? withoutPlace(means),
  ].join(', ')
