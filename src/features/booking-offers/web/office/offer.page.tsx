import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime, plainDate, shortDateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { kindWords } from '../../../bookings/index.ts'
import {
  canDo,
  type OfferedTime,
  sidesOf,
  stateOf,
  stateWords,
  type TimeAnswer,
  type TimeOffer,
  whereTheyMeet,
  withoutPlace,
} from '../../domain/offer.ts'

export type SideNames = Readonly<Record<'A' | 'B', string>>

export interface OfferPageProps {
  readonly offer: TimeOffer
  readonly names: SideNames
  readonly form: FormState
  readonly token: string
  readonly today: Temporal.PlainDate
}

export const offerPath = (id: string, part = ''): string => `/office/offers/${id}${part && `/${part}`}`

/** What an offer is for, in words. */
export const whatWords = (offer: Pick<TimeOffer, 'kind' | 'zone'>, names: SideNames): string =>
  `${kindWords[offer.kind]} with ${sidesOf(offer.zone)
    .map((side) => names[side])
    .join(' and ')}`

/** One offer, as the office sees it: what each said, where they meet, and the button that books. */
export const OfferPage = (props: OfferPageProps) => {
  const { offer, names, form, token, today } = props
  const state = stateOf(offer, today)
  return (
    <>
      <BackLink href={`/office/cases/${offer.caseId}/offers`}>Times offered in case {offer.reference}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Times offered: {whatWords(offer, names)}</h1>
      <SummaryList
        rows={[
          { key: 'State', value: stateWords[state] },
          { key: 'Answer by', value: plainDate(offer.answerBy) },
          ...sidesOf(offer.zone).map((side) => answerRow(offer, side, names, state === 'open')),
        ]}
      />
      {offer.appointmentId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/appointments/${offer.appointmentId}`}>
            The appointment
          </a>
        </p>
      )}
      <Meeting {...props} />
      <ScrollArea label="Table of the times offered">
        <TimeTable {...props} />
      </ScrollArea>
      {offer.status === 'open' && (
        <Form action={offerPath(offer.id, 'withdraw')} formFields={<HiddenField name="_form" value={token} />}>
          <Button classes="govuk-button--secondary">Take this offer back</Button>
        </Form>
      )}
    </>
  )
}

function answerRow(offer: TimeOffer, side: 'A' | 'B', names: SideNames, open: boolean) {
  const answer = offer.answers.find((it) => it.side === side)
  const note = { href: offerPath(offer.id, `answer/${side}`), content: 'Note an answer' }
  return {
    key: names[side],
    value: { content: answer ? <Said answer={answer} /> : 'Has not answered' },
    actions: open ? { items: [{ ...note, visuallyHiddenText: `of ${names[side]}` }] } : {},
  }
}

const Said = ({ answer }: { readonly answer: TimeAnswer }) => (
  <>
    {`${answer.times.length === 0 ? 'None of them' : `${answer.times.length} of them`}, said on ${dateAndTime(answer.saidAt)}`}
    {answer.words && <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">Suits them: {answer.words}</p>}
  </>
)

function Meeting({ offer, today }: OfferPageProps) {
  if (offer.zone !== 'both' || offer.status !== 'open') return null
  const meeting = whereTheyMeet(offer)
  const words =
    meeting.length > 0
      ? `Both can do: ${meeting.map((it) => shortDateAndTime(it.startsAt, today)).join('; ')}.`
      : offer.answers.length < 2
        ? 'Not both have answered yet.'
        : 'There is no time that both can do. Look at what would suit each, and offer others.'
  return <InsetText>{words}</InsetText>
}

function TimeTable(props: OfferPageProps) {
  const { offer, names, today } = props
  const sides = sidesOf(offer.zone)
  const asked = offer.zone === 'both' ? sides : []
  const open = offer.status === 'open'
  return (
    <Table
      head={['When', 'With and where', ...asked.map((side) => names[side]), ...(open ? ['Book'] : [])]}
      rows={offer.times.map((time) => [
        shortDateAndTime(time.startsAt, today),
        `${time.mediatorName}, ${time.place ?? withoutPlace(offer.means)}`,
        ...asked.map((side) => (canDo(offer, side, time.id) ? 'Can' : 'Has not said so')),
        ...(open ? [{ content: <BookButton {...props} time={time} /> }] : []),
      ])}
    />
  )
}

const BookButton = ({ offer, token, time, today }: OfferPageProps & { readonly time: OfferedTime }) => (
  <Form
    action={offerPath(offer.id, 'book')}
    formFields={
      <>
        <HiddenField name="_form" value={token} />
        <HiddenField name="time" value={time.id} />
      </>
    }
  >
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
      Book<span class="govuk-visually-hidden"> {shortDateAndTime(time.startsAt, today)}</span>
    </Button>
  </Form>
)
