import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type ContactPoint, type KnownWays, nothingSaid, type WhyNot, wayAmong } from '../../people/index.ts'
import type { Side } from '../domain/board.ts'
import { runningCases } from './invitation-reads.ts'

/** Somebody who is to be invited, and by what way one may write to them now, or why by none. */
export interface Invitee {
  readonly personId: Id
  readonly name: string
  readonly way: { readonly channel: 'email' | 'letter'; readonly point: ContactPoint } | null
  readonly whyNot: WhyNot | null
}

interface Inviting {
  readonly caseId: Id
  readonly inviting: Side
}

/** Both parties of a case as far as inviting one by the other needs them. */
export interface Pair {
  readonly invitee: Invitee
  readonly inviter: { readonly name: string }
}

/**
 * For each case, who is to be invited and by what way one may write to them now: by e-mail first, else on paper, as the one rule for all
 * that sends says. In a fixed number of statements, however many cases.
 */
export async function pairsOf(scope: Scope, cases: readonly Inviting[]): Promise<ReadonlyMap<Id, Pair>> {
  if (cases.length === 0) return new Map()
  const pairOf = await pairsAmong(scope, cases)
  return new Map(
    cases.flatMap((it) => {
      const pair = pairOf(it)
      return pair ? [[it.caseId, pair] as const] : []
    }),
  )
}

/** The cases that are asked about: some, or those of all invitations that run, which are asked for together with them. */
type Which = readonly Inviting[] | 'running'

/** The same for each of them by itself; null for a case that is not among them, or not theirs. */
export async function pairsAmong(scope: Scope, which: Which): Promise<(one: Inviting) => Pair | null> {
  const [parties, known] = await Promise.all([partiesOf(scope, which), knownWaysOf(scope, which)])
  const name = (it: (typeof parties)[number]) => `${it.given_name} ${it.family_name}`.trim()
  return ({ caseId, inviting }) => {
    const both = parties.filter((it) => it.case_id === caseId)
    const inviter = both.find((it) => it.side === inviting)
    const invitee = both.find((it) => it.side !== inviting)
    if (!inviter || !invitee) return null
    return {
      invitee: { personId: invitee.person_id, name: name(invitee), ...wayNow(known(invitee.person_id)) },
      inviter: { name: name(inviter) },
    }
  }
}

/** By e-mail first, else on paper; of two reasons against it, the one against e-mail unless there is none at all. */
function wayNow(known: KnownWays): Pick<Invitee, 'way' | 'whyNot'> {
  let whyNot: WhyNot = 'none'
  for (const channel of ['email', 'letter'] as const) {
    const found = wayAmong(known, channel, 'invitation')
    if (found.usable) return { way: { channel, point: found.point }, whyNot: null }
    if (whyNot === 'none') whyNot = found.why
  }
  return { way: null, whyNot }
}

const casesOf = (scope: Scope, which: Which, by?: Side) => {
  if (which === 'running') return runningCases(scope, by)
  return which.filter((it) => by === undefined || it.inviting === by).map((it) => it.caseId)
}

const partiesOf = (scope: Scope, which: Which) =>
  scope.queries
    .selectFrom('party')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['party.case_id', 'party.side', 'party.person_id', 'person.given_name', 'person.family_name'])
    .where('party.case_id', 'in', casesOf(scope, which))
    .execute()

/** Those who are to be invited: of the ones who invite nothing more than the name is read. */
function invitees(scope: Scope, which: Which) {
  const invitedBy = (side: Side) => casesOf(scope, which, side)
  return scope.queries
    .selectFrom('party as invitee')
    .where((is) =>
      is.or([
        is.and([is('invitee.side', '=', 'B'), is('invitee.case_id', 'in', invitedBy('A'))]),
        is.and([is('invitee.side', '=', 'A'), is('invitee.case_id', 'in', invitedBy('B'))]),
      ]),
    )
}

/** What bears on reaching each of those who are to be invited. */
async function knownWaysOf(scope: Scope, which: Which): Promise<(personId: Id) => KnownWays> {
  const [points, cards, both] = await Promise.all([
    pointsOf(scope, which),
    cardsOf(scope, which),
    invitees(scope, which)
      .innerJoinLateral(
        sql<{ contact_point_id: Id }>`ev.shared_contact(${sql.ref('invitee.person_id')})`.as('shared'),
        (join) => join.onTrue(),
      )
      .select('shared.contact_point_id')
      .execute(),
  ])
  const shared = new Set(both.map((it) => it.contact_point_id))
  return (personId) => ({
    points: points.filter((it) => it.personId === personId),
    card: cards.find((it) => it.person_id === personId) ?? nothingSaid,
    shared,
  })
}

async function pointsOf(scope: Scope, which: Which): Promise<ContactPoint[]> {
  const rows = await scope.queries
    .selectFrom('contact_point')
    .select(['id', 'person_id', 'kind', 'value', 'source', 'safety', 'voicemail_safety', 'confirmed_at'])
    .where('person_id', 'in', invitees(scope, which).select('invitee.person_id'))
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, personId: row.person_id, kind: row.kind, value: row.value ?? '', source: row.source },
    ...{ safety: row.safety, voicemailSafety: row.voicemail_safety, confirmedAt: row.confirmed_at },
  }))
}

async function cardsOf(scope: Scope, which: Which) {
  return scope.queries
    .selectFrom('safe_contact')
    .distinctOn('person_id')
    .select(['person_id', 'email', 'telephone', 'text_message', 'voicemail', 'letter'])
    .where('person_id', 'in', invitees(scope, which).select('invitee.person_id'))
    .orderBy('person_id')
    .orderBy('version', 'desc')
    .execute()
}
