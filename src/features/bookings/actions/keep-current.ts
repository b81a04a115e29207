import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { noteConfirmed, partiesOf } from '../../cases/index.ts'
import { lastConfirmed } from '../../people/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import type { AppointmentZone } from '../domain/appointment.ts'

/**
 * At each booking the details of whoever is expected are gone through with them. It is noted with whom they were; for somebody who was
 * not asked for longer than the policy says, a task waits until they are.
 */
export async function keepCurrent(
  scope: Scope,
  booking: { readonly caseId: Id; readonly zone: AppointmentZone; readonly confirmedWith?: readonly ('A' | 'B')[] },
  confirmAgain: string | undefined,
): Promise<void> {
  const { caseId, zone, confirmedWith = [] } = booking
  const expected = (await partiesOf(scope, caseId)).filter((it) => zone === 'both' || zone === it.side)
  const asked = expected.filter((it) => confirmedWith.includes(it.side))
  for (const { personId } of asked) await noteConfirmed(scope, personId)
  if (confirmAgain === undefined) return
  const confirmed = await lastConfirmed(
    scope,
    expected.map((it) => it.personId),
  )
  const today = todayInLondon(scope.now)
  for (const { personId } of expected) {
    const last = confirmed.get(personId)
    if (last && isRecent(last, today, confirmAgain)) continue
    const about = { caseId, subjectId: personId }
    await addTaskOnce(scope, { kind: 'confirm-details', forRole: 'coordinator', dueOn: today.toString(), ...about })
  }
}

const isRecent = (last: Temporal.Instant, today: Temporal.PlainDate, period: string): boolean =>
  Temporal.PlainDate.compare(todayInLondon(last).add(period), today) > 0
