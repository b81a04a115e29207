import type { CaseOutcome } from '../../../features/cases/index.ts'
import { safeInTheDay } from './words-of-the-story.ts'

/** How far a case of the story gets. */
export type Reach =
  | 'enquiry'
  | 'answered'
  | 'opened'
  | 'miam-booked'
  | 'miam-held'
  | 'both-miams'
  | 'in-sessions'
  | 'closed'
  | 'reopened'
  | 'held'

export interface Plot {
  /** Days before the present on which the enquiry came. */
  readonly daysAgo: number
  readonly reach: Reach
  readonly sessions: number
  readonly outcome: CaseOutcome | null
  readonly children: number
}

const year = 365

/** Closed cases over seven years: the earliest are at their end by now. */
const closed: readonly (readonly [daysAgo: number, sessions: number, outcome: CaseOutcome])[] = [
  [7.9 * year, 3, 'agreement'],
  [7.6 * year, 1, 'no_agreement'],
  // Closed two weeks short of seven years ago: its end is announced, and near.
  [2645, 2, 'agreement'],
  [7.27 * year, 0, 'miam_only'],
  [7.2 * year, 2, 'part_agreement'],
  [6.9 * year, 4, 'agreement'],
  [6.7 * year, 1, 'part_agreement'],
  [6.5 * year, 0, 'not_suitable'],
  [6.3 * year, 2, 'agreement'],
  [6.1 * year, 3, 'part_agreement'],
  [5.8 * year, 2, 'no_agreement'],
  [5.5 * year, 5, 'agreement'],
  [5 * year, 2, 'no_agreement'],
  [4.4 * year, 6, 'agreement'],
  [4.2 * year, 2, 'agreement'],
  [4 * year, 0, 'withdrawn'],
  [3.7 * year, 1, 'part_agreement'],
  [3.3 * year, 3, 'agreement'],
  [2.8 * year, 2, 'part_agreement'],
  [2.5 * year, 3, 'agreement'],
  [2.2 * year, 1, 'no_agreement'],
  [1.7 * year, 4, 'agreement'],
  [1.2 * year, 0, 'miam_only'],
  [300, 3, 'agreement'],
]

const live: readonly (readonly [daysAgo: number, reach: Reach, sessions: number])[] = [
  [400, 'reopened', 2],
  [7.4 * year, 'held', 2],
  [150, 'in-sessions', 3],
  [120, 'in-sessions', 2],
  [95, 'in-sessions', 1],
  [80, 'both-miams', 0],
  [60, 'both-miams', 0],
  [45, 'miam-held', 0],
  [38, 'miam-held', 0],
  [30, 'miam-held', 0],
  [16, 'miam-booked', 0],
  [12, 'miam-booked', 0],
  [10, 'miam-booked', 0],
  [8, 'opened', 0],
  [6, 'opened', 0],
  [5, 'answered', 0],
  [3, 'enquiry', 0],
  [2, 'enquiry', 0],
  [1, 'enquiry', 0],
]

/** Every case of the story; among them at least one at each stage. */
export const plots: readonly Plot[] = [
  ...closed.map(([daysAgo, sessions, outcome]) => ({ daysAgo, sessions, outcome, reach: 'closed' as const })),
  ...live.map(([daysAgo, reach, sessions]) => ({
    daysAgo,
    sessions,
    reach,
    outcome: reach === 'held' || reach === 'reopened' ? ('part_agreement' as const) : null,
  })),
].map((plot, index) => ({ ...plot, daysAgo: Math.round(plot.daysAgo), children: index % 4 }))

/** Two of those whose sessions go on may be rung and written to while they are alone. */
export const safeTimesIn = ({ reach, sessions }: Plot) => (reach === 'in-sessions' && sessions < 3 ? safeInTheDay : {})
