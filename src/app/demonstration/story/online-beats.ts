import { appointmentOf } from '../../../features/bookings/index.ts'
import { answerMeeting, providersOf, setMeeting } from '../../../features/online-meetings/index.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { Thread } from './thread.ts'

/** One couple of the story meets online the next time; all others meet in a room. */
const meetsOnline = ({ plot }: Thread, kind: 'miam' | 'session') =>
  plot.reach === 'both-miams' && plot.daysAgo < 70 && kind === 'session'

export const placeOf = (thread: Thread, kind: 'miam' | 'session') =>
  meetsOnline(thread, kind)
    ? ({ means: 'online', roomId: null } as const)
    : ({ means: 'room', roomId: thread.room } as const)

/** Says by what it is carried, and writes down that the first of the two agreed by telephone; the other has not answered yet. */
export async function carryOnline({ desks, policy }: Service, coordinator: Id, appointmentId: Id): Promise<void> {
  const { office } = desks.desk
  const [provider] = providersOf(policy)
  if (!provider) return
  const carried = { provider, address: 'https://meeting.example/room/4kT9w2', opensMinutes: 15 }
  const set = await setMeeting(office, coordinator, { key: newId(), appointmentId, ...carried })
  const deed = { purpose: 'booking', deed: 'appointment.opened', subjectId: appointmentId } as const
  const appointment = await office.read(coordinator, deed, (scope) => appointmentOf(scope, appointmentId))
  const first = appointment?.attendances.find((it) => it.side === 'A')
  if (!set.done || !first) throw new Error('the story cannot go online')
  const said = { word: 'yes', meetingId: set.value.meetingId ?? '' } as const
  const answer = { key: newId(), attendanceId: first.id, said, channel: 'telephone' } as const
  await answerMeeting(office, coordinator, answer, policy)
}
