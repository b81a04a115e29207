import type { AppointmentKind, Means } from './appointment.ts'

/** When a party is reminded of an appointment, and what they are asked to bring. */
export interface ReminderPlan {
  /** ISO date from which it holds. */
  readonly from: string
  readonly source: string
  /** Days before the day of the appointment. */
  readonly daysBefore: readonly number[]
  /** On the day it goes no earlier than this hour, by the clocks of London. */
  readonly notBefore: number
  /** By letter so many days before and no later: it would come after the day. */
  readonly byLetterUntil: number
  /** So many days before somebody rings whoever may be reminded by no message. */
  readonly callAt: number
  readonly bring: Readonly<Record<AppointmentKind, readonly string[]>>
}

/**
 * No rule says when to remind. What shows who somebody is and what they have is asked at the first meeting for legal aid (Civil Legal
 * Aid (Financial Resources and Payment for Services) Regulations 2013; form CIVMEANS7: payslips, award letters and bank statements).
 */
const plans: readonly ReminderPlan[] = [
  {
    from: '2013-04-01',
    source: 'Form CIVMEANS7 for what to bring, with the service’s own practice for the days',
    daysBefore: [7, 3, 1],
    notBefore: 9,
    byLetterUntil: 7,
    callAt: 3,
    bring: {
      miam: [
        'something that shows who you are, such as a passport or driving licence',
        'if you would like to see whether you can get legal aid: your payslips or benefit letters of the last month, and a bank statement',
      ],
      session: ['the papers that we agreed on with you', 'your diary'],
    },
  },
]

/** The plan that held on a day. */
export function reminderPlanOn(day: Temporal.PlainDate, all: readonly ReminderPlan[] = plans): ReminderPlan {
  const held = all.filter((it) => Temporal.PlainDate.compare(it.from, day) <= 0).at(-1) ?? all[0]
  if (!held) throw new Error('there is no plan of reminders')
  return held
}

/** A reminder whose day has come: how many days before it is for, and that day. */
export interface DueReminder {
  readonly daysBefore: number
  readonly on: Temporal.PlainDate
}

/**
 * The latest reminder whose day and hour have come, of an appointment that begins later than today; null when none has. Whoever was
 * told something about it on that day or after needs none: it would say the same again.
 */
export function dueReminder(
  asked: {
    readonly startsAt: Temporal.Instant
    readonly lastTold: Temporal.Instant | null
    readonly now: Temporal.Instant
  },
  plan: ReminderPlan,
): DueReminder | null {
  const local = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/London')
  const now = local(asked.now)
  const day = local(asked.startsAt).toPlainDate()
  if (now.hour < plan.notBefore || Temporal.PlainDate.compare(now.toPlainDate(), day) >= 0) return null
  const come = plan.daysBefore
    .map((daysBefore) => ({ daysBefore, on: day.subtract({ days: daysBefore }) }))
    .filter(({ on }) => Temporal.PlainDate.compare(on, now.toPlainDate()) <= 0)
    .toSorted((one, other) => one.daysBefore - other.daysBefore)
  const [latest] = come
  if (!latest) return null
  const told = asked.lastTold && local(asked.lastTold).toPlainDate()
  return told && Temporal.PlainDate.compare(told, latest.on) >= 0 ? null : latest
}

/** What to bring, or where nobody comes anywhere to have at hand. */
export const bringWords = (kind: AppointmentKind, means: Means, plan: ReminderPlan): string =>
  `${means === 'room' ? 'Please bring' : 'Please have at hand'}:\n${plan.bring[kind].map((it) => `- ${it}`).join('\n')}`
