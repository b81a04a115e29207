import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import { type Channel, type KnownWays, reasonAgainst, type Use, type WayToReach, wayAmong } from '../domain/ways.ts'
import { contactPointsOf } from './person-reads.ts'
import { channelsOf } from './safe-contact.ts'

/**
 * By which contact point a person may be reached on a channel at this moment, or why by none. Everything that sends asks this when it
 * sends, not when it decided to. For `use`, see there; anything that is not said to be an invitation or neutral is neither.
 */
export async function wayToReach(
  scope: Scope,
  asked: { readonly personId: Id; readonly channel: Channel; readonly use?: Use },
): Promise<WayToReach> {
  return wayAmong(await knownWays(scope, asked.personId), asked.channel, asked.use ?? 'anything')
}

/** The same of one point that was chosen before: it may still be used, or why not. */
export async function mayUsePoint(
  scope: Scope,
  asked: { readonly personId: Id; readonly pointId: Id; readonly channel: Channel; readonly use?: Use },
): Promise<WayToReach> {
  const known = await knownWays(scope, asked.personId)
  const point = known.points.find((it) => it.id === asked.pointId)
  if (!point) return { usable: false, why: 'none' }
  const why = reasonAgainst(point, known, asked.channel, asked.use ?? 'anything')
  return why === null ? { usable: true, point } : { usable: false, why }
}

/** What bears on reaching a person: their points, their card, and which of the points the other party has too. */
export async function knownWays(scope: Scope, personId: Id): Promise<KnownWays> {
  const [points, card, shared] = await Promise.all([
    contactPointsOf(scope, personId),
    channelsOf(scope, personId),
    sharedContact(scope, personId),
  ])
  return { points, card, shared }
}

const shared = question((queries, { personId }: { readonly personId: Id }) =>
  queries
    .selectFrom(sql<{ contact_point_id: Id }>`ev.shared_contact(${personId})`.as('shared'))
    .select('contact_point_id'),
)

/** Those of a person's contact points that are also the other party's, however typed. Compared in the database, without being shown. */
export async function sharedContact(scope: Scope, personId: Id): Promise<ReadonlySet<Id>> {
  const rows = await shared(scope, { personId })
  return new Set(rows.map((it) => it.contact_point_id))
}

/**
 * Holds what is said of a person's ways of contact until the transaction ends: ask after this, and what is sent before the end goes by
 * the newest word. Also takes an enquiry, whose own ways are asked in it.
 */
export async function holdContact(scope: Scope, subjectId: Id): Promise<void> {
  await sql`SELECT ev.hold_contact(${subjectId})`.execute(scope.queries)
}
