import type { Id } from '../../../values/ids.ts'
import type { ContactPoint, SafeContact } from '../../people/index.ts'

/** What a party may know of an appointment of theirs. */
export interface OwnAppointment {
  /** Of their own part in it. */
  readonly attendanceId: Id
  readonly kind: 'miam' | 'session'
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly mediator: string
  readonly means: 'room' | 'telephone' | 'online'
  /** Null by telephone and online. */
  readonly place: { readonly name: string; readonly address: string; readonly arriving: string | null } | null
  /** False when it was cancelled, whoever asked for that. */
  readonly takesPlace: boolean
}

/** The ways to reach a party, as they chose. An address is not shown: this screen may be looked at. */
export interface OwnWays {
  readonly points: readonly Pick<ContactPoint, 'kind' | 'value' | 'safety' | 'voicemailSafety'>[]
  readonly card: SafeContact | null
}

/** A document that was given to a party, or to both. */
export interface OwnDocument {
  readonly id: Id
  readonly name: string
  readonly forBoth: boolean
  readonly legalQuality: 'open' | 'without_prejudice'
  readonly sizeBytes: number
  readonly addedAt: Temporal.Instant
  readonly certificate: { readonly number: string; readonly validUntil: string } | null
}

/** What comes next for a party, told from their own appointments and from nothing else. */
export type NextStep = 'appointment' | 'first-meeting-to-come' | 'nothing-booked'

export interface OwnCourse {
  readonly next: OwnAppointment | null
  readonly later: readonly OwnAppointment[]
  /** Past ones and those that do not take place, the latest first. */
  readonly past: readonly OwnAppointment[]
  readonly step: NextStep
}

/** Sorts a party's appointments, given in the order of time. */
export function courseOf(appointments: readonly OwnAppointment[], now: Temporal.Instant): OwnCourse {
  const toCome = (it: OwnAppointment) => it.takesPlace && Temporal.Instant.compare(it.endsAt, now) > 0
  const [next = null, ...later] = appointments.filter(toCome)
  const past = appointments.filter((it) => !toCome(it)).toReversed()
  const hadFirst = past.some((it) => it.takesPlace)
  return { next, later, past, step: next ? 'appointment' : hadFirst ? 'nothing-booked' : 'first-meeting-to-come' }
}
