/** The days of a week, as they are kept. */
export const weekDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** When somebody may be written to and rung. Nothing said is any time. */
export interface SafeTimes {
  /** Days with a space between; null is every day. */
  readonly safeDays: string | null
  /** `18:00`; both or neither. */
  readonly safeFrom: string | null
  readonly safeUntil: string | null
}

const zone = 'Europe/London'

/** The first moment from now on at which it is safe: now itself where it is. Hours are those of the clock on the wall. */
export function nextSafe({ safeDays, safeFrom, safeUntil }: SafeTimes, now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone)
  const days: readonly string[] = safeDays?.split(' ') ?? weekDays
  const from = Temporal.PlainTime.from(safeFrom ?? '00:00')
  for (let ahead = 0; ahead <= 7; ahead++) {
    const date = local.toPlainDate().add({ days: ahead })
    if (!days.includes(weekDays[date.dayOfWeek - 1] as string)) continue
    const at = (time: Temporal.PlainTime) => date.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
    const end = safeUntil ? at(Temporal.PlainTime.from(safeUntil)) : at0(date.add({ days: 1 }))
    if (Temporal.Instant.compare(now, end) >= 0) continue
    const begin = at(from)
    return Temporal.Instant.compare(now, begin) < 0 ? begin : now
  }
  return now
}

const at0 = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: zone }).toInstant()

/** `Mon to Fri, 18:00 to 20:00`, `Mon, Tue`; null for any time. */
export function safeTimesWords({ safeDays, safeFrom, safeUntil }: SafeTimes): string | null {
  const parts = [safeDays && daysWords(safeDays), safeFrom && safeUntil && hoursWords(safeFrom, safeUntil)]
  return parts.filter((it) => !!it).join(', ') || null
}

/** Three days in a row or more are said by the first and the last. */
function daysWords(days: string): string {
  const runs: number[][] = []
  for (const day of weekDays.keys()) {
    if (!days.split(' ').includes(weekDays[day] ?? '')) continue
    const last = runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [[run[0], run.at(-1)].map((day) => weekDays[day ?? 0]).join(' to ')]
        : run.map((day) => weekDays[day]),
    )
    .join(', ')
}

const hoursWords = (from: string, until: string) =>
  until === '23:59' ? `from ${from}` : from === '00:00' ? `until ${until}` : `${from} to ${until}`
