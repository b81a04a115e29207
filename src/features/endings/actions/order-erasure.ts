import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { Classification } from '../../../policy/classification.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { noteRecipients } from '../../answers/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import { changing, type RequestRefusal, recordOf, type Told, tell } from '../../requests/index.ts'
import { addOrder, countsByCategory, hangingOn, judgedKinds, orderOf, ownPartOf, staysOf } from '../data/erasures.ts'
import { type ErasureOf, forClaims, type Verdict, verdictOf, whyItStays } from '../domain/erasure.ts'
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

export type OrderRefusal = RequestRefusal | 'stays' | 'apart'

/**
 * Somebody decides what goes and what stays; the person is told both, with the reasons, and whoever was told of them is noted to be told
 * (UK GDPR, Article 19). It goes once the letter is on its way. What may not
 * go cannot be chosen, and is asked once more when it goes.
 */
export async function orderErasure(
  desk: Desk<PurposeKey>,
  tools: ErasureTools,
  actor: Id,
  input: Input,
): Promise<Outcome<Answer, OrderRefusal>> {
  const voice = await tools.voice()
  const found: { refusal: 'stays' | 'apart' | null } = { refusal: null }
  const outcome = await changing(desk, actor, { ...input, deed: 'erasure.ordered' }, async (scope, known) => {
    const { id, personId, enquiryId, reference, identity } = known.request
    const recordId = recordOf(known.request)
    if (recordId === null) return refused('nobody')
    if (identity !== 'shown' && identity !== 'not_needed') return refused('identity_first')
    if (await orderOf(scope, id)) return refused('twice')
    const plan = await planFor(scope, tools, { recordId, of: enquiryId ? 'enquiry' : 'person' })
    found.refusal = whyNot(plan, input.categories, enquiryId !== null)
    if (found.refusal) return refused('no_such')
    const lines = plan.map((it) => ({ ...it, goes: input.categories.includes(it.category) }))
    const goes = lines.filter((it) => it.goes).map((it) => it.title)
    const kept = lines
      .filter((it) => !it.goes)
      .map(({ title, verdict }) => `${title}: ${verdict.may ? forClaims : whyItStays(verdict)}`)
    const how = await tell(
      scope,
      known,
      input.told,
      deletedOrKept(voice, { reference, goes, kept, withOther: !enquiryId }),
    )
    if (!how.done) return how
    await noteRecipients(scope, tools.policy, { requestId: id, personId, change: 'erasure' })
    return done({
      orderId: await addOrder(scope, { requestId: id, personId, enquiryId, categories: input.categories }),
    })
  })
  return !outcome.done && found.refusal ? refused(found.refusal) : outcome
}

/** What speaks against deleting just these. */
function whyNot(plan: readonly PlanLine[], goes: readonly CategoryKey[], whole: boolean): 'stays' | 'apart' | null {
  const may = plan.filter((line) => line.verdict.may).map((line) => line.category)
  if (!goes.every((it) => may.includes(it))) return 'stays'
  // Of an enquiry all goes or nothing does.
  if (whole && !plan.every((line) => goes.includes(line.category))) return 'stays'
  const apart = plan.some((it) => goes.includes(it.category) && it.onlyWith.some((other) => !goes.includes(other)))
  return apart ? 'apart' : null
}

/** One kind of data that somebody has of their own, and whether it can go. */
export interface PlanLine {
  readonly category: CategoryKey
  readonly count: number
  readonly title: string
  readonly verdict: Verdict
  /** Kinds that hang on this one, and cannot stay when it goes. */
  readonly onlyWith: readonly CategoryKey[]
}

/** What would go of what is somebody's own. An enquiry is one record: what must stay of it keeps all of it. */
export async function planFor(
  scope: Scope,
  { policy, classes }: Pick<ErasureTools, 'policy' | 'classes'>,
  { recordId, of }: { readonly recordId: Id; readonly of: ErasureOf },
): Promise<PlanLine[]> {
  const [part, stays] = await Promise.all([ownPartOf(scope, recordId), staysOf(scope, recordId)])
  const whole = of === 'enquiry'
  const counts = [...countsByCategory(part, classes, { whole })]
  const hanging = whole ? new Map<CategoryKey, readonly CategoryKey[]>() : await hangingOn(scope, part, classes)
  const verdict = (category: CategoryKey) => verdictOf(policy, category, stays, of)
  const judged = judgedKinds(
    counts.map(([category]) => category),
    classes,
    { whole },
  ).map(verdict)
  const ofAll: Verdict = judged.find((it) => !it.may) ?? { may: true, uses: [] }
  return counts.map(([category, count]) => ({
    ...{ category, count, title: policy.categories[category]?.title ?? category },
    verdict: whole ? ofAll : verdict(category),
    onlyWith: hanging.get(category) ?? [],
  }))
}
