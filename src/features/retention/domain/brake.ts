/** A machine that slept for a weekend is usual; one that wakes up later than this is asked about. */
export const longestLeap = Temporal.Duration.from({ hours: 48 })

interface Times {
  readonly sweptAt: Temporal.Instant
  readonly haltedAt: Temporal.Instant | null
  readonly confirmedAt: Temporal.Instant | null
}

/**
 * Whether the clock is further ahead of the last sweep than a service is ever still, so that a person must say first that the date is
 * right. A confirmation counts for what the clock showed then, and for two days more.
 */
export function mustAsk(now: Temporal.Instant, last: Times | null): boolean {
  if (last === null) return false
  const { compare } = Temporal.Instant
  if (compare(now, last.sweptAt.add(longestLeap)) <= 0) return false
  return last.confirmedAt === null || compare(now, last.confirmedAt.add(longestLeap)) > 0
}
