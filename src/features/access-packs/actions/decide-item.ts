import type { Updateable } from 'kysely'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { itemToReview, type KeptItem } from '../data/pack-reads.ts'
import { type Considered, considerationKeys, type Health } from '../domain/considerations.ts'
import { decidedMasks } from '../domain/find-others.ts'
import { changingPack, type OfPack } from './change-pack.ts'

export interface Decision extends OfPack {
  readonly itemId: Id
  /** `wait`: a health professional is asked first. */
  readonly decision: 'given' | 'withheld' | 'wait'
  /** Phrases of the text that are taken out, and words to take out besides. */
  readonly out: readonly string[]
  readonly more: readonly string[]
  readonly considered: Considered
  readonly health: Health
  readonly opinion: { readonly says: 'no_harm' | 'harm'; readonly on: string } | null
  /** The same for everything of its kind that nobody has decided. */
  readonly alike: boolean
}

/** Decides about one text, or about it and all like it. Until a pack goes each decision can be made again. */
export const decideItem = (desk: Desk<PurposeKey>, actor: Id, input: Decision) =>
  changingPack(desk, actor, { ...input, deed: 'pack.decided' }, async (scope, pack) => {
    const item = await itemToReview(scope, pack.id, input.itemId)
    if (!item) return refused('no_such')
    const masks = decidedMasks(item.text ?? '', item.masks, new Set(input.out), input.more)
    await setOn(scope, item.id, { ...decidedAs(scope, input), masks: JSON.stringify(masks) })
    if (input.alike && input.decision !== 'wait') await alike(scope, pack.id, item, input)
    return done({ packId: pack.id })
  })

const updating = (scope: Scope) => scope.queries.updateTable('pack_item')

const setOn = (scope: Scope, id: Id, values: Updateable<Tables['pack_item']>) =>
  updating(scope).set(values).where('id', '=', id).execute()

const decidedAs = (scope: Scope, { decision, considered, health, opinion }: Decision) => ({
  ...(decision === 'wait'
    ? { decision: null, decided_by: null, decided_at: null, considered: '[]' }
    : {
        ...{ decision, decided_by: scope.actor, decided_at: scope.now },
        considered: JSON.stringify(considerationKeys.map((key) => considered[key])),
      }),
  ...{ health, opinion: opinion?.says ?? null, opinion_on: opinion?.on ?? null },
})

/** What was found in each of them stays taken out as it was found. What waits for an opinion is like nothing else. */
const alike = (scope: Scope, packId: Id, { place, field, belongs }: KeptItem, input: Decision) =>
  updating(scope)
    .set(decidedAs(scope, { ...input, health: 'none', opinion: null }))
    .where('pack_id', '=', packId)
    .where('place', '=', place)
    .where('field', '=', field)
    .where('belongs', '=', belongs)
    .where('course', '=', 'to_review')
    .where('decision', 'is', null)
    .where('health', '=', 'none')
    .execute()
