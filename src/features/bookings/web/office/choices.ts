import type { Scope } from '../../../../platform/database/desk.ts'
import type { Id } from '../../../../values/ids.ts'
import { rooms } from '../../../settings/index.ts'
import { mediators } from '../../../staff/index.ts'
import { freeSlots } from '../../data/free-slots.ts'
import { minutesOf, type Slot } from '../../domain/appointment.ts'
import type { Choices } from './slot-fields.tsx'

export async function readChoices(scope: Scope): Promise<Choices> {
  const [people, places] = await Promise.all([mediators(scope), rooms(scope)])
  return { mediators: people, rooms: places }
}

/** Free times of that mediator and room from the wanted one on, never in the past. */
export async function freeTimesFrom(
  scope: Scope,
  slot: Pick<Slot, 'roomId' | 'startsAt' | 'endsAt'> & { readonly mediatorId: Id },
): Promise<Temporal.Instant[]> {
  const { mediatorId, roomId, startsAt } = slot
  const place = roomId === null ? 'telephone' : { roomId }
  const free = await freeSlots(scope, { mediatorId, place, from: startsAt, minutes: minutesOf(slot) })
  return free.map((it) => it.startsAt)
}
