import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/index.ts'
import { dateInWords, sentence } from '../../../policy/prose/words.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { disclosuresShownTo } from '../../disclosures/index.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import {
  type OfRequest,
  type RequestRefusal,
  recordOf,
  requestOf,
  type Told,
  tell,
  todayOf,
  type WholeRequest,
} from '../../requests/index.ts'
import { addToldAgain, toldAgainOf } from '../data/told-again.ts'
import type { Change, TellingOutcome } from '../domain/telling-again.ts'
import { recipientsNamed } from '../emails/recipients-message.ts'

const namesIn = (policy: CompiledPolicy): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(policy.recipients).map(([key, it]) => [key, sentence(it.name)]))

/**
 * Notes everybody outside who was told something of a person, by the register, as somebody to tell again (UK GDPR, Article 19). What nobody
 * is to be told of is not among it. It is asked before anything goes, since the register is of the file. Whoever hears that something is kept
 * from use hears that it is used again. Of who only made an enquiry nothing is in the register, since that is of cases.
 */
export async function noteRecipients(
  scope: Scope,
  policy: CompiledPolicy,
  { requestId, personId, change }: { readonly requestId: Id; readonly personId: Id | null; readonly change: Change },
): Promise<void> {
  const told = personId ? await disclosuresShownTo(scope, personId) : []
  const names = told.map((it) => {
    const name = namesIn(policy)[it.recipient] ?? it.recipient
    return `${name}, told on ${dateInWords(dayOf(it.sentAt).toString())}`
  })
  const heardOfIt =
    change === 'lifting' ? (await toldAgainOf(scope, requestId)).filter((it) => it.change === 'restriction') : []
  await addToldAgain(scope, requestId, change, [...names, ...heardOfIt.map((it) => it.who)])
}

/** The same in the moment of a deletion: whoever was told since it was decided is noted too. */
export async function noteToldSince(scope: Scope, policy: CompiledPolicy, orderId: Id): Promise<void> {
  await sql`SELECT ev.note_told_since(${orderId}, ${JSON.stringify(namesIn(policy))})`.execute(scope.queries)
}

type Result = Promise<Outcome<Answer, RequestRefusal>>

/** Telling others outlives the answer: what was deleted or kept from use for a request is told when that is closed too. */
const ofRequest = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, requestId, deed }: OfRequest & { readonly deed: string },
  work: (scope: Scope, found: WholeRequest) => Result,
): Result =>
  desk.act<RequestRefusal>(
    actor,
    { purpose: 'rights', deed, key, subjectId: requestId, refusals: { told_again_once: 'twice' } },
    async (scope) => {
      const found = await requestOf(scope, requestId)
      return found && recordOf(found.request) ? work(scope, found) : refused('no_such')
    },
  )

/** Notes somebody more who had been told, of whom the register does not know. */
export const noteToldBefore = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRequest & { readonly change: Change; readonly who: string },
) =>
  ofRequest(desk, actor, { ...input, deed: 'answer.told-again' }, async (scope, { request }) => {
    const { change, who } = input
    await scope.queries.insertInto('told_again').values({ id: newId(), request_id: request.id, change, who }).execute()
    return done({ requestId: request.id })
  })

/** Notes that one of them was told again today, or why they are not: the law spares what is impossible or out of proportion. */
export const settleToldAgain = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRequest & { readonly toldId: Id; readonly outcome: TellingOutcome; readonly reason: string | null },
) =>
  ofRequest(desk, actor, { ...input, deed: 'answer.told-again' }, async (scope, { request }) => {
    const { outcome, reason } = input
    const { numUpdatedRows } = await scope.queries
      .updateTable('told_again')
      .set({ outcome, reason, settled_on: todayOf(scope), settled_by: actor })
      .where('id', '=', input.toldId)
      .where('request_id', '=', request.id)
      .where('outcome', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? done({ requestId: request.id }) : refused('no_such')
  })

/** Tells the person who had been told, as they asked to know. Nobody hears it who has not shown who they are. */
export const nameRecipients = async (
  desk: Desk<PurposeKey>,
  tools: { readonly voice: () => Promise<ServiceVoice> },
  actor: Id,
  input: OfRequest & { readonly told: Told },
): Result => {
  const voice = await tools.voice()
  return ofRequest(desk, actor, { ...input, deed: 'answer.recipients-named' }, async (scope, found) => {
    const { id, identity, reference } = found.request
    if (identity !== 'shown' && identity !== 'not_needed') return refused('identity_first')
    const who = [...new Set((await toldAgainOf(scope, id)).map((it) => it.who))]
    if (who.length === 0) return refused('no_such')
    const how = await tell(scope, found, input.told, recipientsNamed(voice, { reference, who }))
    return how.done ? done({ requestId: id }) : how
  })
}
