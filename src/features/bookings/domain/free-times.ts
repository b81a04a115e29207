import { londonInstant, startOfDayInLondon, todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { type Availability, spansOn, type TakenTime, type TimeRange, whyUnavailable } from '../../availability/index.ts'

/** Where somebody is met: a room of a place, or (both null) by telephone. */
export interface MeetingPlace {
  readonly roomId: Id | null
  readonly venueId: Id | null
}

export interface FreeSlot extends TimeRange {
  readonly roomId: Id | null
}

export interface WantedSlots {
  readonly mediatorId: Id
  /** Any of these will do; the first that is free is taken. */
  readonly places: readonly MeetingPlace[]
  readonly from: Temporal.Instant
  readonly minutes: number
  readonly most?: number
  readonly mostOnOneDay?: number
}

const stepMinutes = 30
const daysAhead = 14

/** The days that are searched for free times from an instant on. */
export const searchedUntil = (from: Temporal.Instant): Temporal.Instant => from.add({ hours: 24 * (daysAhead + 1) })

/**
 * The next free slots for an appointment of so many minutes: when the mediator works and a place is free, at the hour or half past,
 * not more than three on one day.
 */
export function nextFreeSlots(known: Availability, taken: readonly TakenTime[], wanted: WantedSlots): FreeSlot[] {
  const { from, most = 6, mostOnOneDay = 3 } = wanted
  const found: FreeSlot[] = []
  for (let offset = 0; offset < daysAhead && found.length < most; offset++) {
    const day = todayInLondon(from).add({ days: offset })
    const whole = { startsAt: startOfDayInLondon(day), endsAt: startOfDayInLondon(day.add({ days: 1 })) }
    const ofDay = taken.filter((it) => overlaps(it, whole))
    // One by one: of a free day no more is looked at than is shown of it.
    const slots = startsOn(known, wanted, day).map((startsAt) => slotAt(known, { taken, ofDay }, wanted, startsAt))
    found.push(...slots.filter((it) => it !== null).take(mostOnOneDay))
  }
  return found.slice(0, most)
}

function startsOn(
  known: Availability,
  { mediatorId, minutes }: WantedSlots,
  day: Temporal.PlainDate,
): IteratorObject<Temporal.Instant> {
  const starts = spansOn(known, mediatorId, day).flatMap(({ fromMinute, untilMinute }) => {
    const first = Math.ceil(fromMinute / stepMinutes) * stepMinutes
    const count = Math.floor((untilMinute - minutes - first) / stepMinutes) + 1
    return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * stepMinutes)
  })
  return [...new Set(starts)]
    .toSorted((one, other) => one - other)
    .values()
    .map((minute) => londonInstant(day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })))
}

function slotAt(
  known: Availability,
  // What was taken the evening before still counts for the journey from there.
  { taken, ofDay }: { readonly taken: readonly TakenTime[]; readonly ofDay: readonly TakenTime[] },
  { mediatorId, places, from, minutes }: WantedSlots,
  startsAt: Temporal.Instant,
): FreeSlot | null {
  if (Temporal.Instant.compare(startsAt, from) < 0) return null
  const range = { startsAt, endsAt: startsAt.add({ minutes }) }
  const then = ofDay.filter((it) => overlaps(it, range))
  if (then.some((it) => it.mediatorId === mediatorId)) return null
  const place = places.find(
    ({ roomId, venueId }) =>
      (roomId === null || !then.some((it) => it.roomId === roomId)) &&
      whyUnavailable(known, { mediatorId, venueId, ...range }, taken) === null,
  )
  return place ? { ...range, roomId: place.roomId } : null
}

const overlaps = (one: TimeRange, other: TimeRange) =>
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 && Temporal.Instant.compare(other.startsAt, one.endsAt) < 0
