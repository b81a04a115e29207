/**
 * The last instant at which the regulator can be told in time (UK GDPR Art 33(1)). Hours run on over nights, weekends and holidays, and
 * an hour that the clocks repeat or skip is an hour like another (Regulation 1182/71 Art 3(4) moves no period of hours).
 */
export const reportBy = (awareAt: Temporal.Instant, law: string): Temporal.Instant =>
  awareAt.add(Temporal.Duration.from(law))

/** Whole hours until then, and minutes of the last; negative once it is over. */
export function hoursLeft(
  by: Temporal.Instant,
  now: Temporal.Instant,
): { readonly hours: number; readonly over: boolean } {
  const minutes = now.until(by, { largestUnit: 'minutes' }).minutes
  return { hours: Math.floor(Math.abs(minutes) / 60), over: Temporal.Instant.compare(now, by) > 0 }
}

export function leftWords(by: Temporal.Instant, now: Temporal.Instant): string {
  const { hours, over } = hoursLeft(by, now)
  const many = hours === 0 ? 'less than an hour' : hours === 1 ? '1 hour' : `${hours} hours`
  return over ? `${many} late` : `${many} left`
}
