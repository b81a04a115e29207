/** One thing that happened in a case or is booked in it, without a word of what was said. */
export interface Milestone {
  readonly what:
    | 'miam'
    | 'screening'
    | 'certificate'
    | 'session'
    | 'summary'
    | 'booked-miam'
    | 'booked-session'
    | 'notice'
    | 'agreement'
    | 'child_offer'
    | 'child-of-ten'
    | 'review'
    | 'closing'
    | 'invitation'
  readonly zone: 'A' | 'B' | 'both' | 'office'
  /** The record itself; for a screening the MIAM that it belongs to. */
  readonly ref: string
  /** Null of what has no day: that there is a child of some age. */
  readonly day: Temporal.PlainDate | null
  /** Of a MIAM whether mediation is suitable; of what is booked, and of an invitation, how far it is. */
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
  pick(found, (best, day) => Temporal.PlainDate.compare(best, day) >= 0)

/** The earliest of some milestones; null of none. */
export const earliest = (found: readonly Milestone[]): Milestone | null =>
  pick(found, (best, day) => Temporal.PlainDate.compare(best, day) <= 0)

const pick = (found: readonly Milestone[], stays: (best: Temporal.PlainDate, day: Temporal.PlainDate) => boolean) =>
  found.reduce<Milestone | null>((best, it) => (best?.day && (!it.day || stays(best.day, it.day)) ? best : it), null)

export const both = ['A', 'B'] as const
export type OneSide = (typeof both)[number]
