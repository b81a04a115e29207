import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { refuseCard } from '../data/card-refusals.ts'
import { endCard } from '../data/cards.ts'

/** Ends a card before its time, as whoever it is of may ask: nobody finds it any more, and the next sweep destroys it. */
export function endCardNow(
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, cardId }: { readonly key: Id; readonly cardId: Id },
) {
  const deed = { purpose: 'returningClient', deed: 'card.ended', key, subjectId: cardId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) =>
    (await endCard(scope, cardId)) ? done({ cardId }) : refused('no_such'),
  )
}

export interface CardWish {
  readonly key: Id
  readonly caseId: Id
  readonly side: 'A' | 'B'
  /** False: they do not want to be known again. */
  readonly wanted: boolean
}

/** Notes that a party does not want a card kept of them when the file ends, or wants one after all. */
export function sayCardWish(desk: Desk<PurposeKey>, actor: Id, { key, caseId, side, wanted }: CardWish) {
  const deed = { purpose: 'returningClient', deed: 'card.wish-noted', key, caseId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) =>
    (await refuseCard(scope, { caseId, side, refused: !wanted })) ? done({ caseId }) : refused('no_such'),
  )
}
