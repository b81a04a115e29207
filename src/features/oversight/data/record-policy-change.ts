import type { PolicyDifference } from '../../../policy/index.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { TaskKind } from '../../tasks/index.ts'

/** A connection that acts as the owner of the tables: a policy comes into force outside every purpose. */
export interface OwnerConnection {
  query(text: string, values: unknown[]): Promise<unknown>
}

const kind: TaskKind = 'tell-about-policy'

/**
 * Leaves the task of telling those whom a change of policy concerns, due on the day on which it comes into force: they are told
 * before their data is used otherwise (UK GDPR Articles 13(3) and 14(4)). True when there is somebody to tell or to ask anew.
 */
export async function recordPolicyChange(
  owner: OwnerConnection,
  change: { readonly difference: PolicyDifference | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { difference, at } = change
  if (difference === null || (difference.tell.length === 0 && difference.askAgain.length === 0)) return false
  await owner.query('INSERT INTO ev.task (kind, for_role, due_on) VALUES ($1, $2, $3)', [
    kind,
    'privacyOfficer',
    todayInLondon(at).toString(),
  ])
  return true
}
