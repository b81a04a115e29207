import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import { changing, type RequestRefusal, type Told, tell } from '../../requests/index.ts'
import { addOrder, countsByCategory, orderOf, ownPartOf, staysOf } from '../data/erasures.ts'
import { forClaims, verdictOf, whyItStays } from '../domain/erasure.ts'
import { deletedOrKept } from '../emails/ending-messages.ts'

export interface ErasureTools {
  readonly policy: CompiledPolicy
  readonly classes: Classification
  readonly voice: () => Promise<ServiceVoice>
}

interface Input {
  readonly key: Id
  readonly requestId: Id
  readonly categories: readonly CategoryKey[]
  readonly told: Told
}

export type OrderRefusal = RequestRefusal | 'stays'

/**
 * Somebody decides what goes and what stays; the person is told both, with the reasons. It goes once the letter is on its way. What may not
 * go cannot be chosen, and is asked once more when it goes.
 */
export async function orderErasure(
  desk: Desk<PurposeKey>,
  tools: ErasureTools,
  actor: Id,
  input: Input,
): Promise<Outcome<Answer, OrderRefusal>> {
  const voice = await tools.voice()
  const found: { stays: boolean } = { stays: false }
  const outcome = await changing(desk, actor, { ...input, deed: 'erasure.ordered' }, async (scope, known) => {
    const { id, personId, reference, identity } = known.request
    if (personId === null) return refused('nobody')
    if (identity !== 'shown' && identity !== 'not_needed') return refused('identity_first')
    if (await orderOf(scope, id)) return refused('twice')
    const [part, stays] = await Promise.all([ownPartOf(scope, personId), staysOf(scope, personId)])
    const plan = planOf(tools, countsByCategory(part, tools.classes), stays)
    found.stays = input.categories.some((it) => !plan.some((line) => line.category === it && line.verdict.may))
    if (found.stays) return refused('no_such')
    const lines = plan.map((it) => ({ ...it, goes: input.categories.includes(it.category) }))
    const goes = lines.filter((it) => it.goes).map((it) => it.title)
    const kept = lines
      .filter((it) => !it.goes)
      .map(({ title, verdict }) => `${title}: ${verdict.may ? forClaims : whyItStays(verdict)}`)
    const how = await tell(scope, known, input.told, deletedOrKept(voice, { reference, goes, kept }))
    if (!how.done) return how
    return done({ orderId: await addOrder(scope, { requestId: id, personId, categories: input.categories }) })
  })
  return !outcome.done && found.stays ? refused('stays') : outcome
}

/** Each kind of data that somebody has of their own, and whether it can go. */
export const planOf = (
  { policy }: Pick<ErasureTools, 'policy'>,
  counts: ReadonlyMap<CategoryKey, number>,
  stays: readonly string[],
) =>
  [...counts].map(([category, count]) => ({
    ...{ category, count, title: policy.categories[category]?.title ?? category },
    verdict: verdictOf(policy, category, stays),
  }))

export type PlanLine = ReturnType<typeof planOf>[number]
