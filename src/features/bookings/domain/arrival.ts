import type { AppointmentStatus, AppointmentZone, Slot } from './appointment.ts'

/** How the two parties of a case arrive: together, or one some minutes before the other. It says that, and never why. */
export type ArrivalPlan =
  | { readonly apart: false }
  | { readonly apart: true; readonly first: 'A' | 'B'; readonly gapMinutes: number }

export const together: ArrivalPlan = { apart: false }

/** When one party comes and goes; null: with the appointment itself. */
export interface OwnTimes {
  readonly arrivesAt: Temporal.Instant | null
  readonly leavesAt: Temporal.Instant | null
  readonly waitsApart: boolean
}

const withTheAppointment: OwnTimes = { arrivesAt: null, leavesAt: null, waitsApart: false }

type When = Pick<Slot, 'means' | 'startsAt' | 'endsAt'>

/**
 * A party's own times: whoever comes first comes so much earlier and leaves when it ends; the other comes when it begins and leaves so
 * much later. Both wait apart. By telephone nobody arrives.
 */
export function plannedTimes(plan: ArrivalPlan, side: 'A' | 'B', { means, startsAt, endsAt }: When): OwnTimes {
  if (!plan.apart || means !== 'room') return withTheAppointment
  const gap = { minutes: plan.gapMinutes }
  return side === plan.first
    ? { arrivesAt: startsAt.subtract(gap), leavesAt: endsAt, waitsApart: true }
    : { arrivesAt: startsAt, leavesAt: endsAt.add(gap), waitsApart: true }
}

/** Whether the parties of an appointment have yet to arrive at it, both of them and in a room. */
export const isToArrive = (
  appointment: When & { readonly status: AppointmentStatus; readonly zone: AppointmentZone },
  now: Temporal.Instant,
): boolean =>
  appointment.status === 'booked' &&
  appointment.zone === 'both' &&
  appointment.means === 'room' &&
  Temporal.Instant.compare(appointment.startsAt, now) > 0

type Arriving = When & { readonly attendances: readonly (OwnTimes & { readonly side: 'A' | 'B' })[] }

/** Whether each comes and goes as the plan has it: else it was said of this appointment alone. */
export const follows = (plan: ArrivalPlan, appointment: Arriving): boolean =>
  appointment.attendances.every((it) => {
    const planned = plannedTimes(plan, it.side, appointment)
    return (
      it.waitsApart === planned.waitsApart &&
      isSame(it.arrivesAt, planned.arrivesAt) &&
      isSame(it.leavesAt, planned.leavesAt)
    )
  })

const isSame = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
  one === null || other === null ? one === other : one.equals(other)

/** How the parties of an appointment arrive, as their times have it. */
export function planIn({ startsAt, attendances }: Arriving): ArrivalPlan {
  const first = attendances.find((it) => it.arrivesAt && Temporal.Instant.compare(it.arrivesAt, startsAt) < 0)
  if (!first?.arrivesAt) return together
  const gapMinutes = Math.round(first.arrivesAt.until(startsAt).total('minutes'))
  return { apart: true, first: first.side, gapMinutes }
}

/** The same times beside an appointment that was moved. */
export function movedTimes(own: OwnTimes, before: When, after: When): OwnTimes {
  if (after.means !== 'room') return withTheAppointment
  const { arrivesAt, leavesAt } = own
  return {
    arrivesAt: arrivesAt && after.startsAt.add(before.startsAt.until(arrivesAt)),
    leavesAt: leavesAt && after.endsAt.add(before.endsAt.until(leavesAt)),
    waitsApart: own.waitsApart,
  }
}

/** From when until when a party is there, as they are told. */
export const thereFrom = (own: Pick<OwnTimes, 'arrivesAt' | 'leavesAt'>, when: Pick<Slot, 'startsAt' | 'endsAt'>) => ({
  startsAt: own.arrivesAt ?? when.startsAt,
  endsAt: own.leavesAt ?? when.endsAt,
})
