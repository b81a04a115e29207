import type { Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy, RefusalGroundKey } from '../../../policy/index.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { correctEnquiry, type StatedField, standBeside } from '../../enquiries/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import { correctPerson, type NewPerson } from '../../people/index.ts'
import { changing, type OfRequest, recordOf, type Told, tell } from '../../requests/index.ts'
import { decisionsOf, objectionsOf } from '../data/answer-reads.ts'
import type { AnswerWord } from '../domain/asked-right.ts'
import { answerMessage } from '../emails/answer-message.ts'
import { noteRecipients } from './tell-again.ts'

/** Decides about groups of data, each by itself: yes, in part, or no on a ground and with reasons. What was decided before stays on record. */
export const decideGroups = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: OfRequest & {
    readonly groups: readonly CategoryKey[]
    readonly answer: AnswerWord
    readonly ground: RefusalGroundKey | null
    readonly reason: string
  },
) =>
  changing(desk, actor, { ...input, deed: 'answer.decided' }, async (scope, { request }) => {
    const { answer, ground, reason } = input
    const of = { request_id: request.id, answer, ground, reason, policy_hash: policy.hash, decided_by: actor }
    await scope.queries
      .insertInto('right_decision')
      .values(input.groups.map((category) => ({ id: newId(), category, ...of })))
      .execute()
    return done({ requestId: request.id })
  })

/** Writes the answer to whoever asked, made from what was decided, by a way that was theirs before. */
export const sendAnswer = async (
  desk: Desk<PurposeKey>,
  tools: { readonly policy: CompiledPolicy; readonly voice: () => Promise<ServiceVoice> },
  actor: Id,
  input: OfRequest & { readonly told: Told },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'answer.sent' }, async (scope, found) => {
    const { request } = found
    const recordId = recordOf(request)
    if (!recordId) return refused('nobody')
    if (request.identity !== 'shown' && request.identity !== 'not_needed') return refused('identity_first')
    const [decisions, all] = await Promise.all([decisionsOf(scope, request.id), objectionsOf(scope, recordId)])
    const objections = all.filter((it) => it.requestId === request.id && it.outcome !== null)
    if (decisions.length + objections.length === 0) return refused('nothing_decided')
    const words = answerMessage(voice, tools.policy, { request, decisions, objections })
    const how = await tell(scope, found, input.told, words)
    return how.done ? done({ requestId: request.id }) : how
  })
}

type Correction =
  | { readonly person: NewPerson }
  | { readonly enquiry: Parameters<typeof correctEnquiry>[2] }
  | { readonly beside: StatedField; readonly words: string }

/**
 * Puts right what somebody asked about: of a party a name, of an enquirer what stands in the enquiry. What was stays on record, with who
 * decided. What was told or noted in an enquiry is not changed: their words stand beside it. Everybody outside who was told something of a
 * party is noted as somebody to tell again.
 */
export const correctAsAsked = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: OfRequest & { readonly correction: Correction },
) =>
  changing(desk, actor, { ...input, deed: 'answer.corrected' }, async (scope, { request }) => {
    const { correction } = input
    const { id, personId, enquiryId } = request
    if (request.kind !== 'correction' || (personId ?? enquiryId) === null) return refused('not_this_kind')
    if (request.identity !== 'shown' && request.identity !== 'not_needed') return refused('identity_first')
    if (personId && 'person' in correction) {
      const corrected = await correctPerson(scope, personId, correction.person, 'self', id)
      if (!corrected) return refused('nobody')
      await noteRecipients(scope, policy, { requestId: id, personId, change: 'correction' })
      return done({ requestId: id })
    }
    if (personId || 'person' in correction) return refused('not_this_kind')
    if ('enquiry' in correction) await correctEnquiry(scope, id, correction.enquiry)
    else await standBeside(scope, id, correction.beside, correction.words)
    return done({ requestId: id })
  })
