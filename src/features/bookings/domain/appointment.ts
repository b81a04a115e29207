import type { Id } from '../../../values/ids.ts'

export type AppointmentKind = 'miam' | 'session'
/** Whose appointment it is: one party's, or both parties'. */
export type AppointmentZone = 'A' | 'B' | 'both'
export type Means = 'room' | 'telephone' | 'online'
export type AppointmentStatus = 'booked' | 'held' | 'not_held' | 'cancelled'
/** `cancelled`: this party asked for it; `called_off`: for any other reason, which is not told apart. */
export type AttendanceStatus = 'expected' | 'attended' | 'cancelled' | 'not_attended' | 'called_off'
/** What can be said of a party once the appointment has begun. */
export type SettledAttendance = Exclude<AttendanceStatus, 'expected' | 'called_off'>

/** When, with whom and where: what must be free. */
export interface Slot {
  readonly mediatorId: Id
  readonly means: Means
  /** Null by telephone and online. */
  readonly roomId: Id | null
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export const kindWords: Readonly<Record<AppointmentKind, string>> = { miam: 'MIAM', session: 'Session' }

export const statusWords: Readonly<Record<AppointmentStatus, string>> = {
  booked: 'Booked',
  held: 'Held',
  not_held: 'Nobody came',
  cancelled: 'Cancelled',
}

export const attendanceWords: Readonly<Record<AttendanceStatus, string>> = {
  expected: 'Expected',
  attended: 'Came',
  cancelled: 'Cancelled',
  not_attended: 'Did not come',
  called_off: 'Called off',
}

/** Lengths that can be booked, in minutes: a quarter of an hour to three hours. */
export const lengths: readonly number[] = Array.from({ length: 12 }, (_, index) => (index + 1) * 15)

/** `45 minutes`, `1 hour`, `1 hour 30 minutes` */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const whole = hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`
  return [whole, rest === 0 ? '' : `${rest} minutes`].filter(Boolean).join(' ')
}

export const minutesOf = (slot: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }): number =>
  Math.round(slot.startsAt.until(slot.endsAt).total('minutes'))

/** How an appointment ended, by what became of each party; null while somebody is still expected. */
export function statusAfter(attendances: readonly AttendanceStatus[]): 'held' | 'not_held' | null {
  if (attendances.includes('attended')) return 'held'
  return attendances.includes('expected') ? null : 'not_held'
}
