import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { type Appointment, appointments } from '../../bookings/index.ts'

/** Meetings of a case that have begun and were not missed. */
export async function meetingsBegun(scope: Scope, caseId: Id, kind: Appointment['kind']): Promise<Appointment[]> {
  const begun = await appointments(scope, { caseId, until: scope.now })
  return begun.filter((it) => it.kind === kind && it.status !== 'not_held')
}

/** Those of which nothing was written yet. */
export function unwritten(
  meetings: readonly Appointment[],
  written: readonly { readonly appointmentId?: Id | null }[],
): Appointment[] {
  const done = new Set(written.map((it) => it.appointmentId))
  return meetings.filter((it) => !done.has(it.id))
}
