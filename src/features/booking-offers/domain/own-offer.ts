import type { Id } from '../../../values/ids.ts'
import type { AppointmentKind, Means } from '../../bookings/index.ts'

/** Times that are offered to one party, as they see them: nothing in it comes from the other. */
export interface OwnOffer {
  readonly id: Id
  readonly kind: AppointmentKind
  /** One takes a time of an own meeting; of one for both, one says which are possible. */
  readonly forBoth: boolean
  readonly means: Means
  readonly answerBy: Temporal.PlainDate
  readonly times: readonly OwnTime[]
  /** What they said themselves last; null: nothing yet. */
  readonly said: { readonly times: readonly Id[]; readonly words: string } | null
}

export interface OwnTime {
  readonly id: Id
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly mediator: string
  /** Null by telephone. */
  readonly place: string | null
}

/** An own meeting that can still be cancelled, with what the service asks when that is late. */
export interface OwnMeeting {
  readonly kind: AppointmentKind
  readonly startsAt: Temporal.Instant
  readonly rule: { readonly noticeDays: number; readonly sharePercent: number } | null
}
