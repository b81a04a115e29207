import { plainDate } from '../../../ui/dates.ts'
import { pounds } from '../../../ui/money.ts'
import { businessDaysBetween } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { type MissedRule, workingDays } from '../../settings/index.ts'

/** One party's part in a meeting that they missed, with the rule and the price that held on the day on which it was booked. */
export interface Missed {
  readonly attendanceId: Id
  readonly side: 'A' | 'B'
  readonly how: 'cancelled' | 'not_attended'
  readonly meetingDay: Temporal.PlainDate
  /** When they said that they would not come; null when that is not known, or they never did. */
  readonly toldOn: Temporal.PlainDate | null
  readonly rule: MissedRule | null
  /** For one person; null when none was set. */
  readonly pricePence: number | null
  readonly decision: FeeDecision | null
}

/** What somebody by name decided; nothing is asked where it is 0. */
export interface FeeDecision {
  readonly amountPence: number
  readonly reason: string | null
  readonly by: string
  readonly at: Temporal.Instant
}

type Reckoned = Pick<Missed, 'how' | 'meetingDay' | 'toldOn' | 'rule' | 'pricePence'>

/** Business days between being told and the meeting; null when nobody told. */
const noticeGiven = ({ toldOn, meetingDay }: Reckoned): number | null =>
  toldOn && businessDaysBetween(toldOn, meetingDay)

/** Whether it was cancelled with as much notice as the rule wants. Somebody who did not come gave none. */
export function wasInTime(missed: Reckoned): boolean {
  const notice = missed.how === 'cancelled' ? noticeGiven(missed) : null
  return notice !== null && missed.rule !== null && notice >= missed.rule.noticeDays
}

/** What the rule asks, in pence: nothing in time, without a rule or without a price. Rounded down to the penny. */
export const feeByRule = (missed: Reckoned): number =>
  missed.rule === null || missed.pricePence === null || wasInTime(missed)
    ? 0
    : Math.floor((missed.pricePence * missed.rule.sharePercent) / 100)

/** How it came that the rule asks this, in sentences. */
export function reckoning(missed: Reckoned): string[] {
  const { rule, pricePence } = missed
  if (!rule) return [toldWords(missed), 'No rule about missed meetings held when it was booked, so nothing is asked.']
  const from = `${rule.source}, from ${plainDate(Temporal.PlainDate.from(rule.inForceFrom))}`
  if (wasInTime(missed))
    return [
      toldWords(missed),
      `That is in time: the rule wants ${workingDays(rule.noticeDays)} (${from}). Nothing is asked.`,
    ]
  if (pricePence === null) return [toldWords(missed), 'No price was set for it, so nothing is asked.']
  const share = `${rule.sharePercent}% of ${pounds(pricePence)} is ${pounds(feeByRule(missed))}`
  const late = missed.how === 'cancelled' ? `The rule wants ${workingDays(rule.noticeDays)}. ` : ''
  return [toldWords(missed), `${late}${share} (${from}).`]
}

function toldWords(missed: Reckoned): string {
  if (missed.how === 'not_attended') return 'They did not come.'
  const notice = noticeGiven(missed)
  if (notice === null || !missed.toldOn) return 'They cancelled; when they said so is not known.'
  return `They cancelled on ${plainDate(missed.toldOn)}, ${notice <= 0 ? 'on the day' : `${workingDays(notice)} before`}.`
}

/** What was decided, by whom. */
export const decisionWords = ({ amountPence, by }: FeeDecision): string =>
  amountPence === 0 ? `Nothing is asked (${by})` : `${pounds(amountPence)} is asked (${by})`

/** Whether somebody is still to decide. */
export const isUndecided = (missed: Missed): boolean => missed.decision === null && feeByRule(missed) > 0
