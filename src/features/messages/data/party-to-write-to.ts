import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type ContactPoint, type KnownWays, knownWays, type WhyNot, wayAmong } from '../../people/index.ts'
import { type MessageChannel, messageChannels, wayOf } from '../domain/channels.ts'

export type Side = 'A' | 'B'

/** A party as somebody who writes to them must know them. */
export interface PartyToWriteTo {
  readonly caseId: Id
  readonly side: Side
  readonly personId: Id
  readonly name: string
  /** What the other party is called. */
  readonly other: string
  /** By each channel the point that may be used now, or why none may. */
  readonly ways: Readonly<Record<MessageChannel, ContactPoint | WhyNot>>
}

export const isUsable = (way: ContactPoint | WhyNot): way is ContactPoint => typeof way !== 'string'

/** One side of a case with the ways by which it may be written to at this moment; null when there is none for the one who asks. */
export async function partyToWriteTo(scope: Scope, caseId: Id, side: Side): Promise<PartyToWriteTo | null> {
  const rows = await scope.queries
    .selectFrom('party')
    .innerJoin('person', 'person.id', 'party.person_id')
    .select(['party.side', 'party.person_id', 'person.given_name', 'person.family_name'])
    .where('party.case_id', '=', caseId)
    .execute()
  const own = rows.find((it) => it.side === side)
  const other = rows.find((it) => it.side !== side)
  if (!own) return null
  const name = (it: typeof own) => `${it.given_name} ${it.family_name}`.trim()
  return {
    ...{ caseId, side, personId: own.person_id, name: name(own), other: other ? name(other) : 'the other party' },
    ways: waysNow(await knownWays(scope, own.person_id)),
  }
}

function waysNow(known: KnownWays): PartyToWriteTo['ways'] {
  const way = (channel: MessageChannel) => {
    const found = wayAmong(known, wayOf[channel], 'anything')
    return found.usable ? found.point : found.why
  }
  const [email, text, letter] = messageChannels.map(way) as [
    ContactPoint | WhyNot,
    ContactPoint | WhyNot,
    ContactPoint | WhyNot,
  ]
  return { email, text, letter }
}
