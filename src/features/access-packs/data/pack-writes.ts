import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { maskedText } from '../domain/find-others.ts'
import type { PackItem } from '../domain/items.ts'
import type { Opening, Told } from './collect-rows.ts'
import { itemsIn } from './pack-reads.ts'

/** Begins a pack for a request; answers its identifier. The database refuses it before it is known who asks. */
export async function addPack(scope: Scope, requestId: Id): Promise<Id> {
  const { id } = await scope.queries
    .insertInto('access_pack')
    .values({ request_id: requestId, asked_by: scope.actor as Id })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Fills a pack that was asked for. All its items go in one statement. */
export async function fillPack(
  scope: Scope,
  packId: Id,
  items: readonly PackItem[],
  { openings, told }: { readonly openings: readonly Opening[]; readonly told: readonly Told[] },
): Promise<void> {
  const rows = items.map((it, turn) => ({
    ...{ pack_id: packId, turn, place: it.place, row_id: it.rowId, field: it.field, at: it.at },
    ...{ belongs: it.belongs, course: it.course, text: it.text, masks: it.masks },
  }))
  await sql`
    INSERT INTO ev.pack_item (pack_id, turn, place, row_id, field, at, belongs, course, text, masks)
    SELECT pack_id, turn, place, row_id, field, at, belongs, course, text, masks
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i (pack_id uuid, turn integer, place text, row_id text, field text,
           at text, belongs text, course text, text text, masks jsonb)`.execute(scope.queries)
  await scope.queries
    .updateTable('access_pack')
    .set({
      state: 'collected',
      collected_at: scope.now,
      openings: JSON.stringify(openings),
      told: JSON.stringify(told),
    })
    .where('id', '=', packId)
    .execute()
}

/** Takes out for good what is to be taken out, of everything in a pack. */
export async function takeOut(scope: Scope, packId: Id): Promise<void> {
  const masked = (await itemsIn(scope, packId)).filter((it) => it.text !== null && it.masks.some((mask) => mask.out))
  const rows = masked.map((it) => ({ id: it.id, text: maskedText(it.text ?? '', it.masks) }))
  if (rows.length === 0) return
  await sql`
    UPDATE ev.pack_item AS i SET text = m.text, masks = '[]'
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m (id uuid, text text) WHERE i.id = m.id`.execute(
    scope.queries,
  )
}

/** Takes the words out of packs: where they stay there is a list of what there was and what became of it. */
export async function emptyPacks(scope: Scope, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  await scope.queries.updateTable('access_pack').set({ emptied_at: scope.now }).where('id', 'in', ids).execute()
  await scope.queries
    .updateTable('pack_item')
    .set({ text: null, masks: '[]' })
    .where('pack_id', 'in', ids)
    .where('text', 'is not', null)
    .execute()
}
