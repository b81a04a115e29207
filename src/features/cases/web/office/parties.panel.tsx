import type { Panel, StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { ZoneBar } from '../../../../ui/components/zone.tsx'
import type { Id } from '../../../../values/ids.ts'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import { type ContactPoint, contactPointsOf, type Person, personOf } from '../../../people/index.ts'
import { type Child, childrenOf, type PartyOfCase, partiesOf } from '../../data/case-reads.ts'
import { contactKindWords, shortName, sourceWords } from '../../domain/words.ts'

interface PartyCard {
  readonly party: PartyOfCase
  readonly person: Person | null
  readonly points: readonly ContactPoint[]
}

/** The two parties side by side and equal, each with their ways of contact; below them the children. */
export const partiesPanel: Panel<PurposeKey> = {
  name: 'parties',
  area: 'office',
  purpose: 'booking',
  show: async (request: StaffRequest<PurposeKey>, caseId: Id) => {
    const deed = { purpose: 'booking', deed: 'case.parties-opened', caseId } as const
    const { cards, children } = await request.desk.read(request.staff.id, deed, async (scope) => {
      const parties = await partiesOf(scope, caseId)
      const cards: PartyCard[] = []
      for (const party of parties) {
        cards.push({
          party,
          person: await personOf(scope, party.personId),
          points: await contactPointsOf(scope, party.personId),
        })
      }
      return { cards, children: await childrenOf(scope, caseId) }
    })
    return (
      <>
        <div class="govuk-grid-row">
          {cards.map((card) => (
            <div class="govuk-grid-column-one-half">
              <Card card={card} caseId={caseId} />
            </div>
          ))}
        </div>
        <Children list={children} caseId={caseId} />
      </>
    )
  },
}

const born = (date: string | null) => (date === null ? 'Not known' : describePartialDate(parsePartialDate(date)))

function Card({ card, caseId }: { readonly card: PartyCard; readonly caseId: Id }) {
  const { party, person, points } = card
  const base = `/office/cases/${caseId}/people/${party.personId}`
  return (
    <ZoneBar zone={party.side === 'A' ? 'a' : 'b'} words={`Party ${party.side}: ${shortName(party)}`}>
      <h2 class="govuk-heading-m">
        {party.givenName} {party.familyName}
      </h2>
      <SummaryList
        rows={[
          {
            key: 'Born',
            value: born(person?.birthDate ?? null),
            actions: {
              items: [{ href: base, content: 'Correct', visuallyHiddenText: `details of ${shortName(party)}` }],
            },
          },
          ...points.map((point) => ({
            key: contactKindWords[point.kind],
            value: { content: <Way point={point} /> },
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
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/contact`}>
          Add a way to reach {shortName(party)}
        </a>
      </p>
    </ZoneBar>
  )
}

const safetyTags = { safe: ['green', 'Safe'], unsafe: ['red', 'Not safe'], not_asked: ['orange', 'Not asked'] } as const

function Way({ point }: { readonly point: ContactPoint }) {
  const [colour, words] = safetyTags[point.safety]
  return (
    <>
      {point.kind === 'address' ? 'Held apart' : point.value} <Tag colour={colour}>{words}</Tag>
      <br />
      <span class="govuk-hint">{sourceWords[point.source]}</span>
    </>
  )
}

const Children = ({ list, caseId }: { readonly list: readonly Child[]; readonly caseId: Id }) => (
  <>
    <h2 class="govuk-heading-m">Children</h2>
    {list.length === 0 && <p class="govuk-body">No children on record.</p>}
    <ul class="govuk-list">
      {list.map((child) => (
        <li>
          {[child.givenName, child.familyName].filter(Boolean).join(' ')}, born {born(child.birthDate)}{' '}
          <a class="govuk-link" href={`/office/cases/${caseId}/children/${child.id}`}>
            Correct<span class="govuk-visually-hidden"> details of {child.givenName}</span>
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
