import type { Scope } from '../../../../platform/database/desk.ts'
import type { Panel, StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { ZoneBar } from '../../../../ui/components/zone.tsx'
import type { Id } from '../../../../values/ids.ts'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import { together } from '../../../../values/together.ts'
import {
  type ContactPoint,
  isTold,
  type KnownWays,
  knownWays,
  lastConfirmed,
  type Person,
  personOf,
  type SafeContactVersion,
  safeContactOf,
} from '../../../people/index.ts'
import { type Child, childrenOf, type PartyOfCase, partiesOf } from '../../data/case-reads.ts'
import { ageWords } from '../../domain/ages.ts'
import { contactKindWords, shortName, sourceWords } from '../../domain/words.ts'
import { SafeContactCard } from './safe-contact-card.tsx'

interface PartyCard {
  readonly party: PartyOfCase
  readonly person: Person | null
  readonly known: KnownWays
  readonly card: SafeContactVersion | null
  readonly confirmedAt: Temporal.Instant | null
}

/** The two parties side by side and equal, each with their ways of contact; below them the children. */
export const partiesPanel = (tools: {
  /** Whether somebody of a role may see where people live. */
  readonly mayPost: (role: string) => boolean
  /** Whether they answer what people ask about their data. */
  readonly mayAnswer: (role: string) => boolean
}): Panel<PurposeKey> => ({
  name: 'parties',
  area: 'office',
  purpose: 'booking',
  show: async (request: StaffRequest<PurposeKey>, caseId: Id) => {
    const deed = { purpose: 'booking', deed: 'case.parties-opened', caseId } as const
    const { cards, children } = await request.desk.read(request.staff.id, deed, (scope) =>
      together({ cards: cardsOf(scope, caseId), children: childrenOf(scope, caseId) }),
    )
    return (
      <>
        <div class="govuk-grid-row">
          {cards.map((card) => (
            <div class="govuk-grid-column-one-half">
              <Card
                card={card}
                caseId={caseId}
                token={request.formToken()}
                mayPost={tools.mayPost(request.staff.role)}
                mayAnswer={tools.mayAnswer(request.staff.role)}
              />
            </div>
          ))}
        </div>
        <Children list={children} caseId={caseId} today={request.today} />
      </>
    )
  },
})

async function cardsOf(scope: Scope, caseId: Id): Promise<PartyCard[]> {
  const parties = await partiesOf(scope, caseId)
  const people = parties.map((it) => it.personId)
  const confirmed = lastConfirmed(scope, people)
  return Promise.all(
    parties.map(async (party) => {
      const { personId } = party
      const [person, known, card] = await Promise.all([
        personOf(scope, personId),
        knownWays(scope, personId),
        safeContactOf(scope, personId),
      ])
      return { party, person, known, card, confirmedAt: (await confirmed).get(personId) ?? null }
    }),
  )
}

interface CardOfPartyProps {
  readonly card: PartyCard
  readonly caseId: Id
  readonly token: string
  readonly mayPost: boolean
  readonly mayAnswer: boolean
}

const born = (date: string | null) => (date === null ? 'Not known' : describePartialDate(parsePartialDate(date)))

function Card({ card: shown, caseId, token, mayPost, mayAnswer }: CardOfPartyProps) {
  const { party, person, known, card, confirmedAt } = shown
  const base = `/office/cases/${caseId}/people/${party.personId}`
  return (
    <ZoneBar zone={party.side === 'A' ? 'a' : 'b'} words={`Party ${party.side}: ${shortName(party)}`}>
      <h2 class="govuk-heading-m">
        {party.givenName} {party.familyName}
      </h2>
      <SafeContactCard
        name={shortName(party)}
        known={known}
        card={card}
        confirmedAt={confirmedAt}
        base={base}
        token={token}
      />
      <SummaryList
        rows={[
          {
            key: 'Born',
            value: born(person?.birthDate ?? null),
            actions: {
              items: [{ href: base, content: 'Correct', visuallyHiddenText: `details of ${shortName(party)}` }],
            },
          },
          ...known.points.map((point) => ({
            key: contactKindWords[point.kind],
            value: { content: <Way point={point} shared={known.shared.has(point.id)} /> },
            actions: {
              items: [
                {
                  href: `${base}/contact/${point.id}`,
                  content: 'Safe?',
                  visuallyHiddenText: `to use this ${contactKindWords[point.kind]} of ${shortName(party)}`,
                },
              ],
            },
          })),
        ]}
      />
      <MoreOf party={party} base={base} mayPost={mayPost} mayAnswer={mayAnswer} />
    </ZoneBar>
  )
}

type MoreProps = Pick<CardOfPartyProps, 'mayPost' | 'mayAnswer'> & {
  readonly party: PartyCard['party']
  readonly base: string
}

/** What else can be done about a party, for those who may. */
const MoreOf = ({ party, base, mayPost, mayAnswer }: MoreProps) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`${base}/contact`}>
      Add a way to reach {shortName(party)}
    </a>
    {mayPost && (
      <>
        <br />
        <a class="govuk-link" href={`${base}/whereabouts`}>
          Where {shortName(party)} lives
        </a>
      </>
    )}
    {mayAnswer && (
      <>
        <br />
        <a class="govuk-link" href={`/office/people/${party.personId}/choices`}>
          What {shortName(party)} agreed to
        </a>
      </>
    )}
  </p>
)

const safetyTags = { safe: ['green', 'Safe'], unsafe: ['red', 'Not safe'], not_asked: ['orange', 'Not asked'] } as const

function Way({ point, shared }: { readonly point: ContactPoint; readonly shared: boolean }) {
  const [colour, words] = safetyTags[point.safety]
  return (
    <>
      {point.kind === 'address' ? 'Held apart' : point.value} <Tag colour={colour}>{words}</Tag>{' '}
      {shared && <Tag colour="red">The other party has it too</Tag>}
      <br />
      <span class="govuk-hint">
        {sourceWords[point.source]}
        {isTold(point) && ', to invite them and for nothing else'}
      </span>
    </>
  )
}

const Children = (props: {
  readonly list: readonly Child[]
  readonly caseId: Id
  readonly today: Temporal.PlainDate
}) => {
  const { list, caseId, today } = props
  return (
    <>
      <h2 class="govuk-heading-m">Children</h2>
      {list.length === 0 && <p class="govuk-body">No children on record.</p>}
      <ul class="govuk-list">
        {list.map((child) => (
          <li>
            {[child.givenName, child.familyName].filter(Boolean).join(' ')}, born {born(child.birthDate)}
            {ageWords(child.birthDate, today) !== null && `, ${ageWords(child.birthDate, today)} years old`}{' '}
            <a class="govuk-link" href={`/office/cases/${caseId}/children/${child.id}`}>
              Correct<span class="govuk-visually-hidden"> details of {child.givenName}</span>
            </a>{' '}
            <a class="govuk-link" href={`/office/cases/${caseId}/children/${child.id}/meeting`}>
              Meeting with a mediator<span class="govuk-visually-hidden"> of {child.givenName}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/cases/${caseId}/children/new`}>
          Add a child
        </a>
      </p>
    </>
  )
}
