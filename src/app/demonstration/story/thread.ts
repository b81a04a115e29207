import type { Answer } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Outcome } from '../../../values/outcome.ts'
import type { Chance } from './chance.ts'
import type { InventedPerson } from './invented-people.ts'
import type { Plot } from './plots.ts'

/** What the beats of one case share as it goes on. */
export interface Thread {
  readonly plot: Plot
  readonly chance: Chance
  readonly a: InventedPerson
  readonly b: InventedPerson
  readonly mediator: Id
  readonly room: Id
  reference: string
  enquiryId: Id | null
  caseId: Id | null
}

/** An appointment that took place, and when. */
export interface HeldMeeting {
  readonly id: Id
  readonly at: Temporal.Instant
}

/** In the story everything goes as written; what is refused is a mistake of the story. */
export function must(outcome: Outcome<Answer>): Answer {
  if (!outcome.done) throw new Error(`the story cannot go on: ${outcome.reason}`)
  return outcome.value
}

export const known = (id: Id | null): Id => {
  if (!id) throw new Error('the story is out of order')
  return id
}
