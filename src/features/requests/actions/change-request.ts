import type { Updateable } from 'kysely'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { requestOf, type WholeRequest } from '../data/request-reads.ts'
import type { RequestOutcome } from '../domain/request.ts'

export interface OfRequest {
  readonly key: Id
  readonly requestId: Id
}

export type RequestRefusal =
  | 'no_such'
  | 'over'
  | 'nobody'
  | 'checked'
  | 'settled'
  | 'no_way'
  | 'not_held'
  | 'wrong_code'
  | 'tried_out'
  | 'late'
  | 'twice'
  | 'not_access'
  | 'identity_first'
  | 'authority_first'
  | 'objection_open'
  | 'not_this_kind'
  | 'decided'
  | 'nothing_decided'
  | 'marketing'
  | 'passing_first'
  | 'theirs'

/** What the database refuses, and what whoever caused it is told. */
const refusals: Readonly<Record<string, RequestRefusal>> = {
  request_over: 'over',
  request_checked: 'checked',
  request_settled: 'settled',
  request_of_enquiry: 'nobody',
  request_extended_once: 'twice',
  request_identity_first: 'identity_first',
  request_authority_first: 'authority_first',
  request_stop_access: 'not_access',
  request_stop_once: 'twice',
  identity_check_open: 'nobody',
  identity_check_over: 'tried_out',
  identity_point_held: 'not_held',
  request_objection_open: 'objection_open',
  objection_begins: 'not_this_kind',
  objection_once: 'twice',
  objection_over: 'decided',
  objection_marketing: 'marketing',
  decision_begins: 'identity_first',
  request_passing_once: 'twice',
  request_passing_first: 'passing_first',
  request_theirs: 'theirs',
}

/** Takes a request that is open, alone, and changes it. */
export const changing = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, requestId, deed }: OfRequest & { readonly deed: string },
  work: (scope: Scope, found: WholeRequest) => Promise<Outcome<Answer, RequestRefusal>>,
): Promise<Outcome<Answer, RequestRefusal>> =>
  desk.act<RequestRefusal>(
    actor,
    { purpose: 'rights', deed, key, subjectId: requestId, refusals },
    async (scope): Promise<Outcome<Answer, RequestRefusal>> => {
      const held = await scope.queries
        .selectFrom('rights_request')
        .select('id')
        .where('id', '=', requestId)
        .forUpdate()
        .executeTakeFirst()
      const found = held ? await requestOf(scope, requestId) : null
      if (!found) return refused('no_such')
      return found.request.closedOn === null ? work(scope, found) : refused('over')
    },
  )

export const todayOf = (scope: Scope): string => dayOf(scope.now).toString()

/** When the day of a request began: whatever is newer may have been put there for it. */
export const beginningOf = ({ request }: WholeRequest): Temporal.Instant => startOfDayInLondon(request.receivedOn)

export async function setOn(scope: Scope, id: Id, changes: Updateable<Tables['rights_request']>): Promise<void> {
  await scope.queries.updateTable('rights_request').set(changes).where('id', '=', id).execute()
}

/**
 * Says who it is that asks: a party on record, or somebody who only made an enquiry. Whatever is checked is checked of them. The database
 * refuses an enquiry that is not there, or of which a case was made.
 */
export const matchRequest = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest & { readonly recordId: Id }) =>
  changing(desk, actor, { ...input, deed: 'request.matched' }, async (scope, { request }) => {
    const { recordId } = input
    const known = await scope.queries
      .selectFrom('party')
      .select('id')
      .where('person_id', '=', recordId)
      .limit(1)
      .execute()
    const isParty = known.length > 0
    const who = { person_id: isParty ? recordId : null, enquiry_id: isParty ? null : recordId }
    await setOn(scope, request.id, { ...who, matched_on: todayOf(scope), matched_by: actor })
    return done({ requestId: request.id })
  })

/** A colleague has seen that somebody may speak for the person. */
export const seeAuthority = (desk: Desk<PurposeKey>, actor: Id, input: OfRequest) =>
  changing(desk, actor, { ...input, deed: 'request.authority-seen' }, async (scope, { request }) => {
    await setOn(scope, request.id, { authority_on: todayOf(scope), authority_by: actor })
    return done({ requestId: request.id })
  })

/** Says how a request ended. The database refuses an answer to somebody who has not shown who they are. */
export const closeRequest = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRequest & { readonly outcome: RequestOutcome; readonly note: string | null },
) =>
  changing(desk, actor, { ...input, deed: 'request.closed' }, async (scope, { request }) => {
    const { outcome, note } = input
    await setOn(scope, request.id, { closed_on: todayOf(scope), closed_by: actor, outcome, closing_note: note })
    return done({ requestId: request.id })
  })
