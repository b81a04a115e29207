import { type Expression, sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type ContactPoint, nothingSaid, type Ringing, wayAmong } from '../../people/index.ts'
import type { Side } from '../domain/case.ts'
import { shortName } from '../domain/words.ts'

/** One party, and what must be known before they are rung. */
export interface PartyToRing extends Ringing {
  readonly caseId: Id
  readonly personId: Id
  readonly side: Side
  readonly name: string
}

/** The parties of cases and how each may be rung, in a fixed number of questions however many cases. No number is read. */
export async function partiesToRing(scope: Scope, cases: Cases): Promise<PartyToRing[]> {
  if (Array.isArray(cases) && cases.length === 0) return []
  const [parties, points, cards, both] = await Promise.all([
    partiesOf(scope, cases),
    numbersOf(scope, cases),
    cardsOf(scope, cases),
    sharedOf(scope, cases),
  ])
  const shared = new Set(both.map((it) => it.contact_point_id))
  return parties.map((party) => {
    const own = points.filter((it) => it.personId === party.person_id)
    const row = cards.find((it) => it.person_id === party.person_id)
    const card = { ...nothingSaid, ...row }
    const known = { points: own, card, shared }
    const way = wayAmong(known, 'telephone', 'anything')
    const message = wayAmong(known, 'voicemail', 'anything')
    return {
      ...{ caseId: party.case_id, personId: party.person_id, side: party.side },
      name: shortName({ givenName: party.given_name, knownAs: party.known_as }),
      why: way.usable ? null : way.why,
      voicemail: message.usable ? 'safe' : message.why === 'not_asked' ? 'not_asked' : 'unsafe',
      safe: { safeDays: row?.safe_days ?? null, safeFrom: row?.safe_from ?? null, safeUntil: row?.safe_until ?? null },
      ...{ times: row?.times ?? null, whoMayAnswer: row?.who_may_answer ?? null, hasCodeWord: !!row?.code_word },
    }
  })
}

/** Some cases, as one value, so that the question is the same however many there are; or a question that finds them. */
type Cases = readonly Id[] | Expression<{ readonly case_id: Id }>

const among = (column: string, cases: Cases) =>
  'expressionType' in cases
    ? sql<boolean>`${sql.ref(column)} IN ${cases}`
    : sql<boolean>`${sql.ref(column)} = ANY (${[...cases]}::uuid[])`

const partiesOf = (scope: Scope, cases: Cases) =>
  scope.queries
    .selectFrom('party')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['party.case_id', 'party.person_id', 'party.side', 'person.given_name', 'person.known_as'])
    .where(among('party.case_id', cases))
    .orderBy('party.side')
    .execute()

const peopleOf = (scope: Scope, cases: Cases) =>
  scope.queries.selectFrom('party').select('party.person_id').where(among('party.case_id', cases))

async function numbersOf(scope: Scope, cases: Cases): Promise<ContactPoint[]> {
  const rows = await scope.queries
    .selectFrom('contact_point')
    .select(['id', 'person_id', 'kind', 'source', 'safety', 'voicemail_safety', 'confirmed_at'])
    .where('person_id', 'in', peopleOf(scope, cases))
    .where('kind', '=', 'telephone')
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, personId: row.person_id, kind: row.kind, value: '', source: row.source },
    ...{ safety: row.safety, voicemailSafety: row.voicemail_safety, confirmedAt: row.confirmed_at },
  }))
}

const cardsOf = (scope: Scope, cases: Cases) =>
  scope.queries
    .selectFrom('safe_contact')
    .distinctOn('person_id')
    .select(['person_id', 'telephone', 'voicemail', 'times', 'safe_days', 'safe_from', 'safe_until'])
    .select(['who_may_answer', 'code_word'])
    .where('person_id', 'in', peopleOf(scope, cases))
    .orderBy('person_id')
    .orderBy('version', 'desc')
    .execute()

const sharedOf = (scope: Scope, cases: Cases) =>
  scope.queries
    .selectFrom('party')
    .innerJoinLateral(
      sql<{ contact_point_id: Id }>`ev.shared_contact(${sql.ref('party.person_id')})`.as('shared'),
      (join) => join.onTrue(),
    )
    .select('shared.contact_point_id')
    .where(among('party.case_id', cases))
    .execute()
