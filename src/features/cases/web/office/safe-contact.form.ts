import { z } from 'zod'
import { oneOf, optionalText } from '../../../../platform/web/field-schemas.ts'
import { readPartialDate, wholeDate } from '../../../../values/partial-date.ts'
import {
  daysAmong,
  nothingSaid,
  type SafeContactChange,
  type SafeContactVersion,
  weekDays,
} from '../../../people/index.ts'
import { dateParts } from './person-fields.ts'

const answer = oneOf(['safe', 'unsafe', 'not_asked'] as const, 'Say whether it is safe, not safe, or not asked')
const source = oneOf(['self', 'other_party', 'referrer', 'staff'] as const, 'Say who told us')

/** A time of day as `18:00`; empty becomes null. */
const time = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(text), 'Enter a time like 18:00')
  .transform((text) => (text === '' ? null : text.replace('.', ':').padStart(5, '0')))

const hours = { safe_days: z.array(z.enum(weekDays)).default([]), safe_from: time, safe_until: time }

const earliest = Temporal.PlainDate.from('2000-01-01')

/** The card as it is filled in. Its day may be left empty: then it was said today. */
export const cardForm = (today: Temporal.PlainDate) =>
  z
    .object({
      ...{ email: answer, telephone: answer, text_message: answer, voicemail: answer, letter: answer },
      ...{ times: optionalText(300), who_may_answer: optionalText(300), code_word: optionalText(100) },
      ...{ language: optionalText(100), interpreter: optionalText(300), adjustments: optionalText(2000) },
      ...hours,
      ...{ said_by: source, ...dateParts('said_on'), reason: optionalText(1000) },
      seen: z.string().regex(/^\d{1,6}$/),
    })
    .transform((sent, context): SafeContactChange => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['said_on'], message })
      const { safe_from: safeFrom, safe_until: safeUntil } = sent
      if ((safeFrom === null) !== (safeUntil === null) || (safeFrom && safeUntil && safeFrom >= safeUntil))
        context.addIssue({ code: 'custom', path: ['safe_until'], message: 'Enter both times, the later one here' })
      const { email, telephone, text_message, voicemail, letter, times, language, interpreter, adjustments } = sent
      return {
        ...{ email, telephone, text_message, voicemail, letter, times, language, interpreter, adjustments },
        ...{ safeDays: daysAmong(sent.safe_days), safeFrom, safeUntil },
        ...{ whoMayAnswer: sent.who_may_answer, codeWord: sent.code_word, saidBy: sent.said_by, reason: sent.reason },
        saidOn: saidOn(sent, today, refuse),
        seen: Number(sent.seen),
      }
    })

function saidOn(sent: Readonly<Record<string, unknown>>, today: Temporal.PlainDate, refuse: (it: string) => void) {
  const part = (of: string) => String(sent[`said_on-${of}`] ?? '')
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  if (Object.values(typed).every((it) => it.trim() === '')) return today.toString()
  const reading = readPartialDate(typed, { earliest, latest: today })
  const whole = reading.done ? wholeDate(reading.value) : null
  if (whole) return whole.toString()
  const late = !reading.done && reading.reason === 'date.tooLate'
  refuse(
    late
      ? 'The day on which it was said cannot be in the future'
      : 'Enter the day on which it was said, like 21 7 2026',
  )
  return ''
}

/**
 * The card as it stands, in the fields of its form. Words that somebody else said of a person are not carried into the next version,
 * which may be the person's own and is shown to them; what was said to be unsafe stays. Who said it and when are asked anew each time.
 */
export const cardValues = (history: readonly SafeContactVersion[]): Record<string, string | readonly string[]> => {
  const card = history[0] ?? { ...nothingSaid, version: 0 }
  const words = history.find((it) => it.saidBy === 'self' || it.saidBy === 'staff') ?? nothingSaid
  return {
    ...{ email: card.email, telephone: card.telephone, text_message: card.text_message },
    ...{ voicemail: card.voicemail, letter: card.letter, times: words.times ?? '' },
    'safe_days[]': card.safeDays?.split(' ') ?? [],
    ...{ safe_from: card.safeFrom ?? '', safe_until: card.safeUntil ?? '' },
    ...{ who_may_answer: words.whoMayAnswer ?? '', code_word: words.codeWord ?? '', language: words.language ?? '' },
    ...{ interpreter: words.interpreter ?? '', adjustments: words.adjustments ?? '', seen: String(card.version) },
  }
}
