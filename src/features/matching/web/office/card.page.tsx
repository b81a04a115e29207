import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { PartyOfCase } from '../../../cases/index.ts'
import type { CardRefusal } from '../../data/card-refusals.ts'
import type { Card } from '../../data/cards.ts'
import { beforeWords, nameOf } from './known-list.tsx'

/** All that is left of a file that has ended, and how it ends itself. */
export function CardPage(props: {
  readonly card: Card
  readonly keptUntil: Temporal.PlainDate
  readonly token: string
}) {
  const { card, keptUntil, token } = props
  return (
    <>
      <BackLink href="/office/search">Find a person</BackLink>
      <h1 class="govuk-heading-l">{nameOf(card)} was here before</h1>
      <SummaryList
        rows={[
          { key: 'Name', value: nameOf(card) },
          card.name.former ? { key: 'Former names', value: card.name.former } : null,
          card.birthDate ? { key: 'Born', value: describePartialDate(parsePartialDate(card.birthDate)) } : null,
          {
            key: 'File',
            value: `${card.before.reference}, closed ${plainDate(Temporal.PlainDate.from(card.before.closedOn))}`,
          },
          { key: 'Kept until', value: plainDate(keptUntil) },
          card.returned
            ? {
                key: 'Came back',
                value: (
                  <a class="govuk-link" href={`/office/cases/${card.returned.caseId}`}>
                    With a new case
                  </a>
                ),
              }
            : null,
        ]}
      />
      <p class="govuk-body">
        The file itself was destroyed. This card also holds how they were reached then, so that a call or an e-mail can
        be recognised. Ask again how it is safe to reach them: nothing on it says so.
      </p>
      <p class="govuk-body">
        If they do not want to be known again, end the card. Nobody finds it from then on, and the next sweep destroys
        it.
      </p>
      <Form action={`/office/cards/${card.id}/end`} formFields={<HiddenField name="_form" value={token} />}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          End this card
        </Button>
      </Form>
    </>
  )
}

export interface WishesPageProps {
  readonly caseId: Id
  readonly parties: readonly PartyOfCase[]
  readonly refusals: readonly CardRefusal[]
  readonly cards: readonly Card[]
  /** As an ISO duration from the day on which the case is closed. */
  readonly keeps: string
  readonly token: () => string
}

const fullName = ({ givenName, familyName }: PartyOfCase) => `${givenName} ${familyName}`.trim()

/** Whether each party wants to be known again once the file has ended, and by which card they were known this time. */
export const WishesPage = ({ caseId, parties, refusals, cards, keeps, token }: WishesPageProps) => (
  <>
    <BackLink href={`/office/cases/${caseId}`}>Back to the case</BackLink>
    <h1 class="govuk-heading-l">Knowing them if they come back</h1>
    <p class="govuk-body">
      When this file is destroyed, a card is kept of each party who was with us: name, date of birth, how they were
      reached, and the number of the file. It is kept {Temporal.Duration.from(keeps).years} years from the day on which
      the case is closed. Whoever does not want that says so, and no card is made.
    </p>
    {parties.map((party) => (
      <section aria-label={`Party ${party.side}`}>
        <h2 class="govuk-heading-m">
          {fullName(party)}, party {party.side}
        </h2>
        {cards
          .filter((it) => it.returned?.side === party.side)
          .map((card) => (
            <p class="govuk-body">
              <a class="govuk-link" href={`/office/cards/${card.id}`}>
                {beforeWords(card.before)}
              </a>
            </p>
          ))}
        <Wish
          {...{ caseId, party, token: token() }}
          refusedAt={refusals.find((it) => it.side === party.side)?.refusedAt ?? null}
        />
      </section>
    ))}
  </>
)

function Wish(props: {
  readonly caseId: Id
  readonly party: PartyOfCase
  readonly refusedAt: Temporal.Instant | null
  readonly token: string
}) {
  const { caseId, party, refusedAt, token } = props
  return (
    <Form action={`/office/cases/${caseId}/cards`} formFields={<HiddenField name="_form" value={token} />}>
      <HiddenField name="side" value={party.side} />
      <HiddenField name="wanted" value={refusedAt ? 'yes' : 'no'} />
      <p class="govuk-body">
        {refusedAt
          ? `They said on ${plainDate(londonDay(refusedAt))} that they do not want a card.`
          : 'A card will be made.'}
      </p>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {refusedAt ? 'They want one after all' : 'They do not want a card'}
        <span class="govuk-visually-hidden"> ({fullName(party)})</span>
      </Button>
    </Form>
  )
}
