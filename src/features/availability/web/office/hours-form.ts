import { z } from 'zod'
import type { PageRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { serviceTimeZone } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { readTime } from '../../../../values/typed-time.ts'
import { wholeDateField } from '../../../settings/index.ts'
import type { NewHours } from '../../data/availability-writes.ts'
import type { TimeRange } from '../../domain/availability.ts'

export type Request = PageRequest<PurposeKey>

const notTime = 'Enter a time on the quarter of an hour, like 9am or 14:30'
/** A time that must be there, or (empty as null) may be. */
const minute = (needed: boolean) =>
  z
    .string()
    .max(20, notTime)
    .default('')
    .transform((typed, context): number | null => {
      if (typed === '' && !needed) return null
      const read = readTime(typed)
      if (read.done) return read.value.hour * 60 + read.value.minute
      context.addIssue({ code: 'custom', message: notTime })
      return null
    })

/** The days of the week that are ticked; an error stands under the name that they are sent by. */
const weekdays = z.object({ days: z.array(z.string()).catch([]).default([]) }).transform(({ days }, context) => {
  if (days.length === 0 || !days.every((it) => /^[1-7]$/.test(it)))
    context.addIssue({ code: 'custom', path: ['days[]'], message: 'Choose the days of the week' })
  return { days }
})

/** Hours as they are typed: days of the week, times, a break, a place, and from when until when. */
export const hoursForm = z
  .object({
    from: minute(true),
    until: minute(true),
    break_from: minute(false),
    break_until: minute(false),
    place: z
      .string()
      .default('')
      .refine((text) => text === '' || isId(text), 'Choose a place from the list'),
  })
  .and(wholeDateField('first', 'Enter the first day'))
  .and(weekdays)
  .transform((sent, context): Omit<NewHours, 'staffId' | 'lastDay'> => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const { break_from: breakFrom, break_until: breakUntil } = sent
    const [from, until] = [sent.from ?? 0, sent.until ?? 0]
    if (until <= from) refuse('until', 'The end must be after the beginning')
    if ((breakFrom === null) !== (breakUntil === null)) refuse('break_until', 'Enter both times of the break, or none')
    if (
      breakFrom !== null &&
      breakUntil !== null &&
      !(from < breakFrom && breakFrom < breakUntil && breakUntil < until)
    )
      refuse('break_until', 'The break must lie within the hours')
    return {
      weekdays: [...new Set(sent.days)].map(Number),
      ...{ fromMinute: from, untilMinute: until, breakFrom, breakUntil },
      venueId: isId(sent.place) ? (sent.place as Id) : null,
      firstDay: sent.first,
    }
  })

export const lastDayForm = wholeDateField('last', 'Enter the last day')

/** Away from the beginning of one day to the end of another, or from and until times of these. */
export const awayForm = z
  .object({ from: minute(false), until: minute(false) })
  .and(wholeDateField('first', 'Enter the first day'))
  .and(wholeDateField('last', 'Enter the last day'))
  .transform((sent, context): TimeRange => {
    const startsAt = instantOf(sent.first, sent.from ?? 0)
    const endsAt = instantOf(sent.last, sent.until ?? 24 * 60)
    if (startsAt && endsAt && Temporal.Instant.compare(startsAt, endsAt) >= 0)
      context.addIssue({ code: 'custom', path: ['last'], message: 'The end must be after the beginning' })
    const nothing = Temporal.Instant.fromEpochMilliseconds(0)
    return { startsAt: startsAt ?? nothing, endsAt: endsAt ?? nothing }
  })

/** Minutes by the clocks on the wall; 24 hours is the beginning of the next day. */
function instantOf(day: string, minutes: number): Temporal.Instant | null {
  if (day === '') return null
  const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minutes / (24 * 60)) })
  const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60) % 24, minutes % 60)
  return date.toZonedDateTime({ timeZone: serviceTimeZone, plainTime }).toInstant()
}
