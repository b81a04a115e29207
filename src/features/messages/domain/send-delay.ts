/** How long a colleague's words wait before they go, as a person says it: `PT1M` is "60 seconds". */
export function waitWords(delay: string): string {
  const seconds = Math.round(Temporal.Duration.from(delay).total('seconds'))
  return seconds < 120 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute')
}

/** How long is left until an instant, in words; null when it has come. */
export function leftWords(until: Temporal.Instant, now: Temporal.Instant): string | null {
  const seconds = Math.ceil(now.until(until).total('seconds'))
  return seconds > 0 ? (seconds < 120 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute')) : null
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
