import { nextSafe, type SafeTimes, safeTimesWords } from './safe-times.ts'
import type { Safety, WhyNot } from './ways.ts'

/** What must be known before somebody is rung. */
export interface Ringing {
  /** Why they may not be rung; null when they may. */
  readonly why: WhyNot | null
  readonly voicemail: Safety
  readonly safe: SafeTimes
  /** Their own words about when. */
  readonly times: string | null
  readonly whoMayAnswer: string | null
  /** A code word was agreed: it stands on their card, and on no list. */
  readonly hasCodeWord: boolean
}

const whyNot: Readonly<Record<WhyNot, string>> = {
  unsafe: 'Do not ring: it is not safe',
  shared: 'Do not ring: the other party has this number too',
  told_by_another: 'Do not ring: somebody else gave the number',
  not_asked: 'Not asked whether it is safe to ring',
  none: 'No number held',
}

const messageWords: Readonly<Record<Safety, string>> = {
  safe: 'a message may be left',
  unsafe: 'leave no message',
  not_asked: 'leave no message, nobody asked',
}

/** Whether somebody may be rung, when, and what to mind when it is answered, in one line. */
export function ringingWords(ringing: Ringing, now: Temporal.Instant): string {
  const { why, voicemail, safe, times, whoMayAnswer, hasCodeWord } = ringing
  if (why !== null) return whyNot[why]
  const hours = safeTimesWords(safe)
  return [
    hours ? `Safe to ring ${hours}` : times ? 'Safe to ring' : 'Safe to ring, hours not asked',
    againWords(safe, now),
    times && `“${times}”`,
    messageWords[voicemail],
    whoMayAnswer && `who may answer: ${whoMayAnswer}`,
    hasCodeWord && 'there is a code word',
  ]
    .filter((it) => !!it)
    .join('; ')
}

/** `not now, again from 18:00 today`, `not now, again from 18:00 on Tue 24 Nov`; null where they may be rung now. */
function againWords(safe: SafeTimes, now: Temporal.Instant): string | null {
  const next = nextSafe(safe, now)
  if (Temporal.Instant.compare(next, now) <= 0) return null
  const [local, today] = [next, now].map((it) => it.toZonedDateTimeISO('Europe/London')) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ]
  const from =
    local.hour + local.minute === 0 ? '' : ` from ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
  const isToday = local.toPlainDate().equals(today.toPlainDate())
  const part = (of: Intl.DateTimeFormatOptions) => local.toLocaleString('en-GB', of).slice(0, 3)
  const day = `${part({ weekday: 'long' })} ${local.day} ${part({ month: 'long' })}`
  return `not now, again${from} ${isToday ? 'today' : `on ${day}`}`
}
