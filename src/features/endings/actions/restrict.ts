import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { noteRecipients } from '../../answers/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import {
  changing,
  type RequestRefusal,
  recordOf,
  requestOf,
  type Told,
  tell,
  type WholeRequest,
} from '../../requests/index.ts'
import { addRestriction, type KnownRestriction, noteLifted, noteTold, restrictionsOf } from '../data/restrictions.ts'
import { type Covers, type Ground, stands } from '../domain/restriction.ts'
import { keptAndNotUsed, usedAgainSoon } from '../emails/ending-messages.ts'

interface Input {
  readonly key: Id
  readonly requestId: Id
}
type Tools = { readonly policy: CompiledPolicy; readonly voice: () => Promise<ServiceVoice> }
export type RestrictionRefusal = RequestRefusal | 'not_told'
type Result = Promise<Outcome<Answer, RestrictionRefusal>>

const isShown = ({ request }: WholeRequest) => request.identity === 'shown' || request.identity === 'not_needed'

/** Keeps what is a person's own, or an enquiry, and lets nobody use it, from this transaction on. They are told in the same, and whoever
 * was told of them is noted to be told (UK GDPR, Article 19). */
export async function restrict(
  desk: Desk<PurposeKey>,
  tools: Tools,
  actor: Id,
  input: Input & { readonly covers: Covers; readonly ground: Ground; readonly told: Told },
): Result {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'restriction.placed' }, async (scope, found) => {
    const { id, personId, enquiryId, reference } = found.request
    const { covers, ground, told } = input
    const recordId = recordOf(found.request)
    if (recordId === null) return refused('nobody')
    if ((covers === 'enquiry') !== (enquiryId !== null)) return refused('no_such')
    if (!isShown(found)) return refused('identity_first')
    const known = await restrictionsOf(scope, recordId)
    if (known.some((it) => stands(it) && it.covers === covers)) return refused('twice')
    const restrictionId = await addRestriction(scope, { personId, enquiryId, requestId: id, covers, ground })
    // After it is placed: by which ways they can be written to depends on it.
    const how = await tell(scope, found, told, keptAndNotUsed(voice, { reference, covers }))
    if (!how.done) return how
    await noteRecipients(scope, tools.policy, { requestId: id, personId, change: 'restriction' })
    return done({ restrictionId })
  })
}

type OfRestriction = Input & { readonly restrictionId: Id }

/** A restriction outlives the answer to its request: it is told of and lifted when that is closed too. */
const ofOne = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRestriction & { readonly deed: string },
  work: (scope: Scope, found: WholeRequest, it: KnownRestriction) => Result,
): Result =>
  desk.act<RestrictionRefusal>(
    actor,
    {
      purpose: 'rights',
      deed: input.deed,
      key: input.key,
      subjectId: input.requestId,
      refusals: { restriction_told_first: 'not_told', restriction_over: 'twice' },
    },
    async (scope) => {
      const found = await requestOf(scope, input.requestId)
      const recordId = found ? recordOf(found.request) : null
      if (!found || !recordId) return refused('no_such')
      const one = (await restrictionsOf(scope, recordId)).find((it) => it.id === input.restrictionId)
      return one ? work(scope, found, one) : refused('no_such')
    },
  )

/** Tells the person that it will be used again. */
export async function announceLifting(
  desk: Desk<PurposeKey>,
  tools: Tools,
  actor: Id,
  input: OfRestriction & { readonly told: Told },
): Result {
  const voice = await tools.voice()
  return ofOne(desk, actor, { ...input, deed: 'restriction.ending-told' }, async (scope, found, { covers }) => {
    const words = usedAgainSoon(voice, { reference: found.request.reference, covers })
    const how = await tell(scope, found, input.told, words)
    if (!how.done) return how
    const { restrictionId } = input
    return (await noteTold(scope, restrictionId, actor, how.value)) ? done({ restrictionId }) : refused('twice')
  })
}

/** Lets it be used again. The database refuses it before the person was told. Whoever was told of them hears of this too. */
export const liftRestriction = (
  desk: Desk<PurposeKey>,
  { policy }: Pick<Tools, 'policy'>,
  actor: Id,
  input: OfRestriction,
): Result =>
  ofOne(desk, actor, { ...input, deed: 'restriction.lifted' }, async (scope, { request }, it) => {
    if (it.toldAt === null) return refused('not_told')
    if (!(await noteLifted(scope, it, actor))) return refused('twice')
    const { id: requestId, personId } = request
    await noteRecipients(scope, policy, { requestId, personId, change: 'lifting' })
    return done({ restrictionId: it.id })
  })
