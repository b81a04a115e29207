import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'

/** A text that left and of which nothing came back yet. */
export interface SentText {
  readonly id: Id
  readonly caseId: Id
}

/** After this nobody asks any more: a network gives a text up within three days. */
const askedFor = Temporal.Duration.from({ hours: 72 })
const askAgain = Temporal.Duration.from({ minutes: 10 })

/** Texts after which it is time to ask, those that waited longest first; when they are asked after again is put off. */
export async function takeTextsToAskAfter(scope: Scope, limit: number): Promise<SentText[]> {
  const rows = await scope.queries
    .selectFrom('message')
    .select(['id', 'case_id'])
    .where('channel', '=', 'text')
    .where('status', '=', 'sent')
    .where('delivered_at', 'is', null)
    .where('settled_at', '>', scope.now.subtract(askedFor))
    .where('next_attempt_at', '<=', scope.now)
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (rows.length > 0)
    await scope.queries
      .updateTable('message')
      .set({ next_attempt_at: scope.now.add(askAgain) })
      .where(
        'id',
        'in',
        rows.map((it) => it.id),
      )
      .execute()
  return rows.flatMap(({ id, case_id: caseId }) => (caseId ? [{ id, caseId }] : []))
}

/** Notes once how a text that was sent ended; false when that is known already. */
export async function settleText(scope: Scope, id: Id, arrived: boolean): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('message')
    .set(arrived ? { delivered_at: scope.now } : { status: 'failed', why: 'bounced' })
    .where('id', '=', id)
    .where('status', '=', 'sent')
    .where('delivered_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
