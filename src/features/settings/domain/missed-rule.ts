/** From a day on: what is asked of somebody who cancels late or does not come, and where that stands. */
export interface MissedRule {
  /** Business days: with so many between being told and the meeting, nothing is asked. */
  readonly noticeDays: number
  /** Of the price of the meeting for one person. */
  readonly sharePercent: number
  readonly source: string
  /** ISO date. */
  readonly inForceFrom: string
}

/** `Less than 2 working days before, or not coming: 50% of the price` */
export const missedRuleWords = ({
  noticeDays,
  sharePercent,
}: Pick<MissedRule, 'noticeDays' | 'sharePercent'>): string =>
  sharePercent === 0
    ? 'Nothing is asked'
    : `${noticeDays === 0 ? 'Not coming' : `Less than ${workingDays(noticeDays)} before, or not coming`}: ${sharePercent}% of the price`

export const workingDays = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`
