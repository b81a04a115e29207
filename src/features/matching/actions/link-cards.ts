import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { linkCard } from '../data/cards.ts'

/** Who of the parties of a new case was known by a card. */
export interface CameBack {
  readonly caseId: Id
  readonly cards: { readonly first: Id | null; readonly other: Id | null }
}

/** Notes with which case people came back. Nothing else goes over: their details are what they say now. */
export async function linkCards(desk: Desk<PurposeKey>, actor: Id, { caseId, cards }: CameBack): Promise<void> {
  for (const [side, id] of [
    ['A', cards.first],
    ['B', cards.other],
  ] as const) {
    if (!id) continue
    const deed = { purpose: 'returningClient', deed: 'card.linked', key: newId(), subjectId: id, caseId } as const
    await desk.act<'no_such'>(actor, deed, async (scope) =>
      (await linkCard(scope, id, caseId, side)) ? done({ cardId: id }) : refused('no_such'),
    )
  }
}
