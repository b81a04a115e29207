import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { bankHolidaysOf } from '../../../values/bank-holidays.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { actorSeesAny, mediators } from '../../staff/index.ts'
import { ownerOf } from '../data/availability-reads.ts'
import {
  addAbsence,
  addHours,
  endHours,
  type NewHours,
  setHolidayOpening,
  withdrawAbsence,
} from '../data/availability-writes.ts'
import type { TimeRange } from '../domain/availability.ts'

export type HoursRefusal = 'no-such' | 'overlapping' | 'no-such-place'

/** Hours of one mediator cannot be said twice for one time. */
const refusals = { working_hours_once: 'overlapping', working_hours_venue_id_fkey: 'no-such-place' } as const

/** Whoever sees any row says it of every mediator; a mediator says it of themselves. */
async function maySayOf(scope: Scope, staffId: Id): Promise<boolean> {
  if (staffId !== scope.actor && !(await actorSeesAny(scope))) return false
  return (await mediators(scope)).some((it) => it.id === staffId)
}

/** Records on which days of the week, when and where a mediator works, from a day on. */
export function addWorkingHours(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly hours: NewHours },
) {
  const { key, hours } = input
  const deed = { purpose: 'booking', deed: 'hours.added', key, subjectId: hours.staffId, refusals } as const
  return desk.act<HoursRefusal>(actor, deed, async (scope) => {
    if (!(await maySayOf(scope, hours.staffId))) return refused('no-such')
    await addHours(scope, hours)
    return done({ staffId: hours.staffId })
  })
}

/** Ends hours with a day. What is booked stays booked. */
export function endWorkingHours(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly id: Id; readonly lastDay: string },
) {
  const { key, id, lastDay } = input
  const deed = { purpose: 'booking', deed: 'hours.ended', key, subjectId: id, refusals } as const
  return desk.act<HoursRefusal>(actor, deed, async (scope) => {
    const staffId = await ownerOf(scope, 'working_hours', id)
    if (!staffId || !(await maySayOf(scope, staffId))) return refused('no-such')
    await endHours(scope, id, lastDay)
    return done({ staffId })
  })
}

/** Records when a mediator is away, and not why. What is booked then stays booked until somebody moves it. */
export function setAbsence(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly staffId: Id } & TimeRange,
) {
  const { key, staffId } = input
  const deed = { purpose: 'booking', deed: 'absence.recorded', key, subjectId: staffId } as const
  return desk.act<HoursRefusal>(actor, deed, async (scope) => {
    if (!(await maySayOf(scope, staffId))) return refused('no-such')
    return done({ staffId, absenceId: await addAbsence(scope, staffId, input) })
  })
}

/** Takes an absence back. */
export function takeBackAbsence(desk: Desk<PurposeKey>, actor: Id, { key, id }: { readonly key: Id; readonly id: Id }) {
  const deed = { purpose: 'booking', deed: 'absence.withdrawn', key, subjectId: id } as const
  return desk.act<HoursRefusal>(actor, deed, async (scope) => {
    const staffId = await ownerOf(scope, 'absence', id)
    if (!staffId || !(await maySayOf(scope, staffId))) return refused('no-such')
    await withdrawAbsence(scope, id)
    return done({ staffId })
  })
}

/** Opens on a bank holiday, or closes again. Only whoever sees the whole diary says it. */
export function openOnHoliday(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly day: Temporal.PlainDate; readonly open: boolean },
) {
  const { key, day, open } = input
  const deed = { purpose: 'booking', deed: open ? 'holiday.opened' : 'holiday.closed', key } as const
  return desk.act<HoursRefusal>(actor, deed, async (scope) => {
    if (!bankHolidaysOf(day.year).days.includes(day.toString()) || !(await actorSeesAny(scope)))
      return refused('no-such')
    await setHolidayOpening(scope, day.toString(), open)
    return done({ day: day.toString() })
  })
}
