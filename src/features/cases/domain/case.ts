import type { Id } from '../../../values/ids.ts'

/** The two parties are equal: A is not "the client". */
export type Side = 'A' | 'B'

export type Topic = 'children' | 'money' | 'both'

export type CaseOutcome = 'agreement' | 'part_agreement' | 'no_agreement' | 'miam_only' | 'not_suitable' | 'withdrawn'

/** A case as a list shows it. */
export interface ListedCase {
  readonly id: Id
  readonly reference: string
  readonly openedAt: Temporal.Instant
  readonly status: 'live' | 'closed'
  readonly topic: Topic
  readonly mediatorId: Id | null
  readonly closedOn: string | null
  readonly parties: readonly { readonly side: Side; readonly name: string }[]
}
