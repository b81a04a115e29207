import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { addPeriod } from '../../../values/calendar-days.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Covers, PassingWay } from '../domain/passing.ts'

/** What of a request is for another controller to answer, and whether it was passed on and arrived. */
export interface Passing {
  readonly id: Id
  readonly requestId: Id
  /** A key of the policy's controllers. */
  readonly controller: string
  readonly covers: Covers
  readonly dueOn: Temporal.PlainDate
  readonly passedOn: string | null
  readonly passedHow: PassingWay | null
  readonly receivedOn: string | null
}

/** Of one request, or all that wait for something. */
export async function passingsOf(scope: Scope, requestId: Id | null): Promise<Passing[]> {
  const all = scope.queries
    .selectFrom('request_passing')
    .select(['id', 'request_id', 'controller', 'covers', 'due_on', 'passed_on', 'passed_how', 'received_on'])
    .orderBy('due_on')
    .orderBy('id')
  const rows = await (requestId
    ? all.where('request_id', '=', requestId)
    : all.where('received_on', 'is', null).limit(200)
  ).execute()
  return rows.map((row) => ({
    ...{ id: row.id, requestId: row.request_id, controller: row.controller, covers: row.covers },
    dueOn: Temporal.PlainDate.from(row.due_on),
    ...{ passedOn: row.passed_on, passedHow: row.passed_how, receivedOn: row.received_on },
  }))
}

/** Notes that something is theirs; it is to go within their time (ISO duration) from the day on which it came. */
export async function addPassing(
  scope: Scope,
  made: { readonly requestId: Id; readonly controller: string; readonly covers: Covers; readonly dueOn: string },
): Promise<void> {
  const { requestId, controller, covers, dueOn } = made
  await scope.queries
    .insertInto('request_passing')
    .values({ id: newId(), request_id: requestId, controller, covers, due_on: dueOn })
    .execute()
}

/** By which day it must have gone. */
export const dueFor = (receivedOn: Temporal.PlainDate, within: string): string =>
  addPeriod(receivedOn, within).toString()

export async function notePassed(scope: Scope, passing: Id, how: PassingWay): Promise<bigint> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('request_passing')
    .set({ passed_on: dayOf(scope.now).toString(), passed_by: scope.actor, passed_how: how })
    .where('id', '=', passing)
    .where('passed_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows
}

export async function noteArrived(scope: Scope, requestId: Id, passing: Id): Promise<bigint> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('request_passing')
    .set({ received_on: dayOf(scope.now).toString(), received_by: scope.actor })
    .where('id', '=', passing)
    .where('request_id', '=', requestId)
    .where('passed_on', 'is not', null)
    .where('received_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows
}
