import type { Scope } from '../../../platform/database/desk.ts'
import { rooms } from '../../settings/index.ts'
import { mediators } from '../../staff/index.ts'
import { lengths, minutesOf, type Slot } from '../domain/appointment.ts'

export type SlotRefusal =
  | 'mediator-taken'
  | 'mediator-walled'
  | 'room-taken'
  | 'in-the-past'
  | 'no-such-mediator'
  | 'no-such-room'

/** The constraints of the database that say that somebody or some room is taken, or keeps away. */
export const slotRefusals = {
  appointment_mediator_free: 'mediator-taken',
  appointment_room_free: 'room-taken',
  appointment_mediator_walled: 'mediator-walled',
} as const

/** What is wrong with a slot, apart from its being taken; null when nothing is. Throws for what no form offers. */
export async function slotFault(
  scope: Scope,
  slot: Slot,
  { mayHaveBegun = false }: { readonly mayHaveBegun?: boolean } = {},
): Promise<SlotRefusal | null> {
  if (!lengths.includes(minutesOf(slot)))
    throw new RangeError('an appointment takes a quarter of an hour to three hours')
  if ((slot.means === 'room') !== (slot.roomId !== null)) throw new TypeError('a room, or by telephone')
  if (!mayHaveBegun && Temporal.Instant.compare(slot.startsAt, scope.now) <= 0) return 'in-the-past'
  const [people, places] = await Promise.all([mediators(scope), rooms(scope)])
  if (!people.some((it) => it.id === slot.mediatorId)) return 'no-such-mediator'
  if (slot.roomId && !places.some((it) => it.id === slot.roomId)) return 'no-such-room'
  return null
}
