import type { Appointment } from '../../data/appointment-reads.ts'
import type { DiaryBy } from '../../domain/diary-days.ts'
import type { Choices } from './slot-fields.tsx'

export interface DiaryColumn {
  readonly key: string
  readonly name: string
}

export type DiaryEntry = Appointment & { readonly column: string }

const telephone: DiaryColumn = { key: 'telephone', name: 'Telephone' }

export const columnOf = (by: DiaryBy, appointment: Appointment): string =>
  by === 'mediator' ? appointment.mediatorId : (appointment.roomId ?? telephone.key)

/** Each mediator or room of today, and those of former days that still have something here. */
export function diaryColumns(by: DiaryBy, appointments: readonly Appointment[], choices: Choices): DiaryColumn[] {
  const usual: DiaryColumn[] =
    by === 'mediator'
      ? choices.mediators.map((it) => ({ key: it.id, name: it.name }))
      : [...choices.rooms.map((it) => ({ key: it.id, name: `${it.name}, ${it.venue.name}` })), telephone]
  const former = appointments
    .filter((it) => !usual.some((column) => column.key === columnOf(by, it)))
    .map((it) => ({
      key: columnOf(by, it),
      name: by === 'mediator' ? it.mediatorName : `${it.room?.name}, ${it.room?.venue}`,
    }))
  return [...usual, ...new Map(former.map((it) => [it.key, it])).values()]
}
