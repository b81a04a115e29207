import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { Mask } from '../domain/find-others.ts'
import type { Belongs, Course } from '../domain/items.ts'

export type PackState = 'asked' | 'collected' | 'ready' | 'released' | 'aside'

export interface Pack {
  readonly id: Id
  readonly requestId: Id
  readonly state: PackState
  readonly collectedAt: Temporal.Instant | null
  readonly readyBy: Id | null
  readonly readyAt: Temporal.Instant | null
  readonly releasedBy: Id | null
  readonly releasedAt: Temporal.Instant | null
  readonly goodUntil: Temporal.PlainDate | null
  readonly emptiedAt: Temporal.Instant | null
  readonly saidHow: 'email' | 'letter' | null
}

/** The pack of a request that was not put aside; null when there is none. */
export async function packOf(scope: Scope, requestId: Id): Promise<Pack | null> {
  const row = await scope.queries
    .selectFrom('access_pack')
    .select(['id', 'request_id', 'state', 'collected_at', 'ready_by', 'ready_at', 'released_by', 'released_at'])
    .select(['good_until', 'emptied_at', 'said_how'])
    .where('request_id', '=', requestId)
    .where('state', '<>', 'aside')
    .executeTakeFirst()
  if (!row) return null
  return {
    ...{ id: row.id, requestId: row.request_id, state: row.state as PackState, collectedAt: row.collected_at },
    ...{ readyBy: row.ready_by, readyAt: row.ready_at, releasedBy: row.released_by, releasedAt: row.released_at },
    goodUntil: row.good_until === null ? null : Temporal.PlainDate.from(row.good_until),
    emptiedAt: row.emptied_at,
    saidHow: row.said_how as Pack['saidHow'],
  }
}

export interface KeptItem {
  readonly id: Id
  readonly turn: number
  readonly place: string
  readonly rowId: string
  readonly field: string
  readonly at: string | null
  readonly belongs: Belongs
  readonly course: Course
  readonly text: string | null
  readonly masks: readonly Mask[]
  readonly decision: 'given' | 'withheld' | null
  readonly considered: readonly string[]
  readonly health: 'none' | 'own_words' | 'seen' | 'not_seen'
  readonly opinion: 'no_harm' | 'harm' | null
  readonly opinionOn: string | null
}

const itemRows = (scope: Scope, packId: Id) =>
  scope.queries
    .selectFrom('pack_item')
    .select(['id', 'turn', 'place', 'row_id', 'field', 'at', 'belongs', 'course', 'text', 'masks', 'decision'])
    .select(['considered', 'health', 'opinion', 'opinion_on'])
    .where('pack_id', '=', packId)
    .orderBy('turn')

const asItem = (row: Awaited<ReturnType<ReturnType<typeof itemRows>['execute']>>[number]): KeptItem => ({
  ...{ id: row.id, turn: row.turn, place: row.place, rowId: row.row_id, field: row.field, at: row.at, text: row.text },
  ...{ belongs: row.belongs as Belongs, course: row.course as Course, masks: row.masks as unknown as Mask[] },
  ...{ decision: row.decision as KeptItem['decision'], considered: (row.considered ?? []) as unknown as string[] },
  ...{
    health: row.health as KeptItem['health'],
    opinion: row.opinion as KeptItem['opinion'],
    opinionOn: row.opinion_on,
  },
})

/** Everything in a pack, in its order. */
export const itemsIn = async (scope: Scope, packId: Id): Promise<KeptItem[]> =>
  (await itemRows(scope, packId).execute()).map(asItem)

/** What is looked at, a page of it: of this kind of thing, or of all; with or without what was decided. */
export async function itemsToReview(
  scope: Scope,
  packId: Id,
  want: { readonly decided: boolean; readonly most: number },
): Promise<KeptItem[]> {
  const of = itemRows(scope, packId).where('course', '=', 'to_review').limit(want.most)
  const rows = await of.where('decision', want.decided ? 'is not' : 'is', null).execute()
  return rows.map(asItem)
}

/** One thing that is looked at; null when there is none in that pack. */
export async function itemToReview(scope: Scope, packId: Id, itemId: Id): Promise<KeptItem | null> {
  const row = await itemRows(scope, packId)
    .where('id', '=', itemId)
    .where('course', '=', 'to_review')
    .executeTakeFirst()
  return row ? asItem(row) : null
}

/** How many things of each kind go, are looked at or stay. */
export interface PackCount {
  readonly place: string
  readonly fate: 'given' | 'waiting' | 'withheld'
  readonly count: number
}

/** What is neither confirmed nor denied is in no count. */
export async function countsIn(scope: Scope, packId: Id): Promise<PackCount[]> {
  const { rows } = await sql<PackCount>`
    SELECT place, CASE WHEN course = 'given' OR decision = 'given' THEN 'given'
                       WHEN course = 'to_review' AND decision IS NULL THEN 'waiting' ELSE 'withheld' END AS fate, count(*)::integer AS count
      FROM ev.pack_item WHERE pack_id = ${packId} AND belongs <> 'confidential' GROUP BY 1, 2 ORDER BY 1, 2`.execute(
    scope.queries,
  )
  return rows
}

export interface Taking {
  readonly what: string
  readonly takenBy: Id | null
  readonly takenAt: Temporal.Instant
}

/** Each time that a pack was taken, the newest first. */
export async function takingsOf(scope: Scope, packId: Id): Promise<Taking[]> {
  const rows = await scope.queries
    .selectFrom('pack_taking')
    .select(['what', 'taken_by', 'taken_at'])
    .where('pack_id', '=', packId)
    .orderBy('taken_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ what: row.what, takenBy: row.taken_by, takenAt: row.taken_at }))
}

/** Packs that wait to be collected. */
export const packsToCollect = ({ queries }: Scope) =>
  queries
    .selectFrom('access_pack')
    .select(['id', 'request_id'])
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(20)
    .execute()

/** Packs whose time is over and that still have words in them. */
export async function packsToEmpty(scope: Scope, today: string): Promise<Id[]> {
  const rows = await scope.queries
    .selectFrom('access_pack')
    .select('id')
    .where('emptied_at', 'is', null)
    .where((is) => is.or([is('good_until', '<', today), is('state', '=', 'aside')]))
    .limit(100)
    .execute()
  return rows.map((it) => it.id)
}
