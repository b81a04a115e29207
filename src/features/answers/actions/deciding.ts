import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy, RefusalGroundKey } from '../../../policy/index.ts'
import { dateInWords, sentence } from '../../../policy/prose/words.ts'
import type { CategoryKey, PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { disclosuresShownTo } from '../../disclosures/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import { correctPerson, type NewPerson } from '../../people/index.ts'
import { changing, type OfRequest, type Told, tell, todayOf } from '../../requests/index.ts'
import { decisionsOf, objectionsOf } from '../data/answer-reads.ts'
import type { AnswerWord } from '../domain/asked-right.ts'
import { answerMessage } from '../emails/answer-message.ts'

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
    if (!request.personId) return refused('nobody')
    if (request.identity !== 'shown' && request.identity !== 'not_needed') return refused('identity_first')
    const [decisions, all] = await Promise.all([decisionsOf(scope, request.id), objectionsOf(scope, request.personId)])
    const objections = all.filter((it) => it.requestId === request.id && it.outcome !== null)
    if (decisions.length + objections.length === 0) return refused('nothing_decided')
    const words = answerMessage(voice, tools.policy, { request, decisions, objections })
    const how = await tell(scope, found, input.told, words)
    return how.done ? done({ requestId: request.id }) : how
  })
}

/**
 * Puts a detail right that somebody asked about: what was stays on record, with who decided. Everybody outside who was told something of
 * them, by the register, is noted as somebody to tell again (UK GDPR, Article 19); what nobody is to be told of is not among it.
 */
export const correctAsAsked = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: OfRequest & { readonly person: NewPerson },
) =>
  changing(desk, actor, { ...input, deed: 'answer.corrected' }, async (scope, { request }) => {
    const { personId } = request
    if (!personId || request.kind !== 'correction') return refused('not_this_kind')
    if (request.identity !== 'shown' && request.identity !== 'not_needed') return refused('identity_first')
    const corrected = await correctPerson(scope, personId, input.person, 'self', request.id)
    if (!corrected) return refused('nobody')
    const told = await disclosuresShownTo(scope, personId)
    const words = told.map((it) => {
      const name = sentence(policy.recipients[it.recipient]?.name ?? it.recipient)
      return `${name}, told on ${dateInWords(dayOf(it.sentAt).toString())}`
    })
    await noteBefore(scope, request.id, words)
    return done({ requestId: request.id })
  })

/** Whom was named already is not named twice. */
async function noteBefore(scope: Scope, requestId: Id, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  await scope.queries
    .insertInto('told_again')
    .values([...new Set(names)].map((who) => ({ id: newId(), request_id: requestId, who })))
    .onConflict((is) => is.constraint('told_again_once').doNothing())
    .execute()
}

/** Notes who had been told of what was put right: they are told again. */
export const noteToldBefore = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest & { readonly who: string }) =>
  changing(desk, actor, { ...input, deed: 'answer.told-again' }, async (scope, { request }) => {
    await scope.queries
      .insertInto('told_again')
      .values({ id: newId(), request_id: request.id, who: input.who })
      .execute()
    return done({ requestId: request.id })
  })

/** Notes that one of them was told again today. */
export const noteToldAgain = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest & { readonly toldId: Id }) =>
  changing(desk, actor, { ...input, deed: 'answer.told-again' }, async (scope, { request }) => {
    const { numUpdatedRows } = await scope.queries
      .updateTable('told_again')
      .set({ told_on: todayOf(scope), told_by: actor })
      .where('id', '=', input.toldId)
      .where('request_id', '=', request.id)
      .where('told_on', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? done({ requestId: request.id }) : refused('no_such')
  })
