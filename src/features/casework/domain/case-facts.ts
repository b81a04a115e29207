/** One thing that happened in a case or is booked in it, without a word of what was said. */
export interface Milestone {
  readonly what: 'miam' | 'screening' | 'certificate' | 'session' | 'summary' | 'booked-miam' | 'booked-session'
  readonly zone: 'A' | 'B' | 'both' | 'office'
  /** The record itself; for a screening the MIAM that it belongs to. */
  readonly ref: string
  readonly day: Temporal.PlainDate
  /** Of a MIAM whether mediation is suitable; of what is booked how far it is. */
  readonly state: string | null
}

/** How far a case is. */
export interface CaseFacts {
  readonly caseId: string
  readonly status: 'live' | 'closed'
  readonly hasMediator: boolean
  readonly openedOn: Temporal.PlainDate
  readonly milestones: readonly Milestone[]
}

/** The latest of some milestones; null of none. */
export const latest = (found: readonly Milestone[]): Milestone | null =>
  found.reduce<Milestone | null>(
    (best, it) => (best && Temporal.PlainDate.compare(best.day, it.day) >= 0 ? best : it),
    null,
  )

/** The earliest of some milestones; null of none. */
export const earliest = (found: readonly Milestone[]): Milestone | null =>
  found.reduce<Milestone | null>(
    (best, it) => (best && Temporal.PlainDate.compare(best.day, it.day) <= 0 ? best : it),
    null,
  )

export const both = ['A', 'B'] as const
export type OneSide = (typeof both)[number]
