import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { ContactPoint } from '../../people/index.ts'
import { type GuardKind, isGuardKind, readFindings } from '../domain/guard.ts'

/** Of what we know of the other party, the kinds that are in words to this one. The comparing is done in the database. */
export async function foundOfOther(
  scope: Scope,
  to: { readonly caseId: Id; readonly personId: Id },
  text: string,
): Promise<GuardKind[]> {
  const { rows } = await sql<{ kind: string }>`
    SELECT kind FROM ev.found_of_other(${to.caseId}, ${to.personId}, ${text})`.execute(scope.queries)
  return rows.map((it) => it.kind).filter(isGuardKind)
}

/** Those of a person's contact points that took the place of another since an instant. */
export async function changedSince(scope: Scope, personId: Id, since: Temporal.Instant): Promise<ReadonlySet<Id>> {
  const rows = await scope.queries
    .selectFrom('contact_point as now')
    .select('now.id')
    .where('now.person_id', '=', personId)
    .where('now.ended_at', 'is', null)
    .where('now.made_at', '>', since)
    .where((is) =>
      is.or([
        is('now.replaces_id', 'is not', null),
        is.exists(
          is
            .selectFrom('contact_point as before')
            .select('before.id')
            .whereRef('before.person_id', '=', 'now.person_id')
            .whereRef('before.kind', '=', 'now.kind')
            .where('before.ended_at', 'is not', null),
        ),
      ]),
    )
    .execute()
  return new Set(rows.map((it) => it.id))
}

/** Since when a change counts as new. */
export const newSince = (now: Temporal.Instant, recentChange: string): Temporal.Instant =>
  now.toZonedDateTimeISO('Europe/London').subtract(Temporal.Duration.from(recentChange)).toInstant()

/** What the guard finds in words to one party by one way of contact. */
export async function guard(
  scope: Scope,
  to: { readonly caseId: Id; readonly personId: Id; readonly point: Pick<ContactPoint, 'id'> },
  text: string,
  recentChange: string,
): Promise<GuardKind[]> {
  const [found, changed] = await Promise.all([
    foundOfOther(scope, to, text),
    changedSince(scope, to.personId, newSince(scope.now, recentChange)),
  ])
  return changed.has(to.point.id) ? [...found, 'recent_change'] : found
}

/**
 * Whether a colleague's own words may still go: nothing of the other party is in them but what their writer answered for. What we
 * know of the other may be more than it was when they were written.
 */
export async function stillGuarded(scope: Scope, message: GuardedMessage): Promise<boolean> {
  const { caseId, personId, writtenBy, guardFound, subject, body } = message
  if (!writtenBy || !caseId || !personId) return true
  const answered = readFindings(guardFound)
  const found = await foundOfOther(scope, { caseId, personId }, `${subject}\n${body}`)
  return found.every((kind) => answered.includes(kind))
}

export interface GuardedMessage {
  readonly caseId: Id | null
  readonly personId: Id | null
  readonly writtenBy: Id | null
  readonly guardFound: string | null
  readonly subject: string
  readonly body: string
}
