import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { WrittenMessage } from '../../messages/index.ts'
import { clockFacts, type WholeRequest } from '../data/request-reads.ts'
import { wayHeldToWrite, writeTo } from '../data/tell.ts'
import { clockOf } from '../domain/clock.ts'
import { stopsForClarification } from '../domain/kinds.ts'
import type { ExtensionReason, Question } from '../domain/request.ts'
import { moreTime, questionAsked, requestReceived } from '../emails/request-messages.ts'
import { beginningOf, changing, type OfRequest, type RequestRefusal, setOn, todayOf } from './change-request.ts'
import type { RequestTools } from './request-tools.ts'

/** `written`: by the first way that is safe and was theirs before. `spoken`: a colleague has told them, and says so. */
export type Told = 'written' | 'spoken'

type Telling = OfRequest & { readonly told: Told }

/** How they were told; refused when there is no way that is safe and was theirs before they asked. */
export async function tell(
  scope: Scope,
  found: WholeRequest,
  told: Told,
  words: WrittenMessage,
): Promise<Outcome<'email' | 'letter' | 'spoken', RequestRefusal>> {
  if (told === 'spoken') return done('spoken')
  const way = await wayHeldToWrite(scope, found.request, beginningOf(found))
  if (!way) return refused('no_way')
  await writeTo(scope, found.request.id, way, words)
  return done(way.channel)
}

/** Says that the request has come, never to an address that was given in it. */
export const acknowledge = async (desk: Desk<PurposeKey>, tools: RequestTools, actor: Id, input: Telling) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'request.acknowledged' }, async (scope, found) => {
    const { id, reference } = found.request
    const { promisedOn } = clockOf(clockFacts(found), tools.rules, dayOf(scope.now))
    const how = await tell(scope, found, input.told, requestReceived(voice, { reference, dueOn: promisedOn }))
    if (!how.done) return how
    await setOn(scope, id, {
      ...{ acknowledged_on: todayOf(scope), acknowledged_by: actor, acknowledged_how: how.value },
    })
    return done({ requestId: id })
  })
}

/** Takes more time, once and within the first period, by a notice that says why. */
export const extend = async (
  desk: Desk<PurposeKey>,
  tools: RequestTools,
  actor: Id,
  input: Telling & { readonly reason: ExtensionReason },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'request.extended' }, async (scope, found) => {
    const { id, reference, extendedOn } = found.request
    if (extendedOn !== null) return refused('twice')
    const today = dayOf(scope.now)
    const longer = clockOf({ ...clockFacts(found), extendedOn: today }, tools.rules, today)
    if (!longer.extended) return refused('late')
    const { reason } = input
    const words = moreTime(voice, { reference, reason, dueOn: longer.dueOn })
    const how = await tell(scope, found, input.told, words)
    if (!how.done) return how
    await setOn(scope, id, { extended_on: today.toString(), extended_by: actor, extension_reason: reason })
    return done({ requestId: id })
  })
}

/** Asks what must be known so that it can be found: the clock stands until the answer. */
export const askQuestion = async (
  desk: Desk<PurposeKey>,
  tools: RequestTools,
  actor: Id,
  input: Telling & { readonly question: Question },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'request.question-asked' }, async (scope, found) => {
    const { id, reference, kind } = found.request
    if (!stopsForClarification(kind)) return refused('not_access')
    const { question } = input
    const how = await tell(scope, found, input.told, questionAsked(voice, { reference, question }))
    if (!how.done) return how
    await scope.queries
      .insertInto('request_stop')
      .values({ id: newId(), request_id: id, asked_on: todayOf(scope), asked_by: actor, question })
      .execute()
    return done({ requestId: id })
  })
}

/** Notes that the question was answered: the clock goes on from tomorrow. */
export const noteAnswer = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest) =>
  changing(desk, actor, { ...input, deed: 'request.question-answered' }, async (scope, { request }) => {
    const { numUpdatedRows } = await scope.queries
      .updateTable('request_stop')
      .set({ answered_on: todayOf(scope), answered_by: actor })
      .where('request_id', '=', request.id)
      .where('answered_on', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? done({ requestId: request.id }) : refused('no_such')
  })
