import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { isId } from '../../../../values/ids.ts'
import { partialDateText, readPartialDate } from '../../../../values/partial-date.ts'
import { instantInLondon, readTime, type TimeReason } from '../../../../values/typed-time.ts'
import { type NewBreach, ways } from '../../domain/breach.ts'

const fields = z.object({
  kind: oneOf(['breach', 'near_miss'] as const, 'Choose whether it happened or nearly'),
  way: oneOf(ways, 'Choose what went wrong'),
  what: requiredText('Enter what happened', 4000),
  'aware_on-day': z.string().default(''),
  'aware_on-month': z.string().default(''),
  'aware_on-year': z.string().default(''),
  time: z.string().default(''),
  message: z.string().default(''),
})
type Sent = z.output<typeof fields>

const timeWords: Readonly<Record<TimeReason, string>> = {
  'time.empty': 'Enter the time as well, like 2:30pm',
  'time.notTime': 'Enter the time, like 2:30pm or 14:30',
  'time.halfOfDay': 'Say whether that is am or pm, like 2:30pm',
  'time.notQuarter': 'Enter the time, like 2:30pm or 14:30',
}

type Refuse = (field: string, message: string) => void

/** What went wrong, and when the first of us knew: now, where nothing else is said. */
export const recordForm = (now: Temporal.Instant, today: Temporal.PlainDate) =>
  fields.transform((sent, context): NewBreach => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const awareAt = awareAtOf(sent, { now, today }, refuse)
    const { kind, way, what, message } = sent
    return { kind, way, what, awareAt, messageId: isId(message) ? message : null }
  })

function awareAtOf(
  sent: Sent,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
  refuse: Refuse,
): Temporal.Instant {
  const typed = { day: sent['aware_on-day'], month: sent['aware_on-month'], year: sent['aware_on-year'] }
  const noDate = Object.values(typed).every((it) => it.trim() === '')
  if (noDate && sent.time.trim() === '') return now
  const reading = noDate ? null : readPartialDate(typed, { earliest: today.subtract({ years: 5 }), latest: today })
  const whole = reading?.done ? partialDateText(reading.value) : ''
  const date = noDate ? today : /^\d{4}-\d{2}-\d{2}$/.test(whole) ? Temporal.PlainDate.from(whole) : null
  const time = readTime(sent.time, 'minute')
  if (date === null) refuse('aware_on', 'Enter the day on which the first of us knew, not after today')
  if (!time.done) refuse('time', timeWords[time.reason])
  if (date === null || !time.done) return now
  const at = instantInLondon(date, time.value)
  if (at === null) refuse('time', 'The clocks went forward that night: there was no such time')
  else if (Temporal.Instant.compare(at, now) > 0) refuse('time', 'This is still to come')
  return at ?? now
}
