import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type Appointment, appointments } from '../../bookings/index.ts'

/** Meetings of a case that have begun, and of which nothing was written yet. */
export async function unwritten(
  scope: Scope,
  caseId: Id,
  kind: Appointment['kind'],
  written: readonly { readonly appointmentId: Id | null }[],
): Promise<Appointment[]> {
  const done = new Set(written.map((it) => it.appointmentId))
  const begun = await appointments(scope, { caseId, until: scope.now })
  return begun.filter((it) => it.kind === kind && it.status !== 'not_held' && !done.has(it.id))
}
