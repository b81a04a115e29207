/**
 * The service's clock rules deadlines, diary and retention, and is passed to whatever needs it. The machine's clock rules sign-in,
 * codes, rate limits and leases, and is not read here.
 */
export interface ServiceClock {
  /** The instant at the service. */
  now(): Temporal.Instant
}

export const machineClock: ServiceClock = { now: () => Temporal.Now.instant() }

/** The day in England and Wales at an instant. */
export const dayOf = (instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO('Europe/London').toPlainDate()
