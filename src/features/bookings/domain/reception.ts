import type { AttendanceStatus } from './appointment.ts'
import { type OwnTimes, thereFrom } from './arrival.ts'

/** What reception must know of somebody who comes: when, into which room, to whom. Not for what, and not with whom. */
export interface Arrival {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly name: string
  readonly room: string
  readonly mediatorName: string
  readonly waitsApart: boolean
}

interface Coming {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly room: { readonly name: string; readonly venue: string } | null
  readonly mediatorName: string
  readonly attendances: readonly (OwnTimes & {
    readonly givenName: string
    readonly familyName: string
    readonly status: AttendanceStatus
  })[]
}

/** Who comes to each place, in the order in which they come; whoever is met by telephone comes nowhere. */
export function arrivalsByVenue(appointments: readonly Coming[]): Map<string, Arrival[]> {
  const arrivals = appointments.flatMap(({ room, mediatorName, attendances, ...when }) =>
    room === null
      ? []
      : attendances
          .filter((it) => it.status === 'expected' || it.status === 'attended')
          .map((it) => ({
            ...thereFrom(it, when),
            ...{ venue: room.venue, room: room.name, mediatorName, waitsApart: it.waitsApart },
            // The family name is cut: the sheet lies on a counter.
            name: `${it.givenName} ${it.familyName.slice(0, 1)}.`,
          })),
  )
  const inOrder = arrivals.toSorted(
    (one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt) || one.name.localeCompare(other.name),
  )
  return Map.groupBy(inOrder, (it) => it.venue)
}
