import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Classification, TableClass } from '../../../policy/classification.ts'
import type { CategoryKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'

/** Identifiers of rows by table. */
export type OwnPart = ReadonlyMap<string, readonly Id[]>

/** What is one person's own and nobody else's, as the database finds it: of a person, or of the enquiry of somebody who is no party. */
export async function ownPartOf(scope: Scope, recordId: Id): Promise<OwnPart> {
  const found = sql<{ tab: string; ids: Id[] }>`SELECT tab, ids FROM ev.own_part(${recordId})`
  const { rows } = await found.execute(scope.queries)
  return new Map(rows.map((row) => [row.tab, row.ids]))
}

/** What keeps it for now. */
export async function staysOf(scope: Scope, recordId: Id): Promise<readonly string[]> {
  const { rows } = await sql<{ stays: string[] }>`SELECT ev.stays_of_person(${recordId}) AS stays`.execute(
    scope.queries,
  )
  return rows[0]?.stays ?? []
}

export interface ErasureOrder {
  readonly id: Id
  readonly requestId: Id
  readonly personId: Id | null
  /** Of somebody who only made an enquiry: it goes whole. Both are null once it has gone. */
  readonly enquiryId: Id | null
  readonly categories: readonly CategoryKey[]
  readonly decidedAt: Temporal.Instant
}

const orders = (scope: Scope) =>
  scope.queries
    .selectFrom('erasure_order')
    .select(['id', 'request_id', 'person_id', 'enquiry_id', 'categories', 'decided_at'])

type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>
const asOrder = (row: Row): ErasureOrder => ({
  ...{ id: row.id, requestId: row.request_id, personId: row.person_id, enquiryId: row.enquiry_id },
  ...{ categories: row.categories.split(' ') as CategoryKey[], decidedAt: row.decided_at },
})

export async function orderOf(scope: Scope, requestId: Id): Promise<ErasureOrder | null> {
  const row = await orders(scope).where('request_id', '=', requestId).executeTakeFirst()
  return row ? asOrder(row) : null
}

/** Those that were decided and not yet carried out, the oldest first. Asked by what ends data. */
export async function waitingOrders(scope: Scope): Promise<ErasureOrder[]> {
  const rows = await orders(scope)
    .where((is) => is.or([is('person_id', 'is not', null), is('enquiry_id', 'is not', null)]))
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('destruction_certificate as c').select('c.id').whereRef('c.id', '=', 'erasure_order.id'),
        ),
      ),
    )
    .orderBy('decided_at')
    .orderBy('id')
    .execute()
  return rows.map(asOrder)
}

export async function addOrder(
  scope: Scope,
  {
    requestId,
    personId,
    enquiryId,
    categories,
  }: Pick<ErasureOrder, 'requestId' | 'personId' | 'enquiryId' | 'categories'>,
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('erasure_order')
    .values({ id, request_id: requestId, person_id: personId, enquiry_id: enquiryId, categories: categories.join(' ') })
    .execute()
  return id
}

/** An enquiry goes whole. */
interface Whole {
  readonly whole: boolean
}

/**
 * How many rows of each kind of data are somebody's own. An enquiry goes whole, so every kind of data in its rows counts; of a person's
 * part, that which a table is of.
 */
export function countsByCategory(
  part: OwnPart,
  classes: Classification,
  { whole }: Whole,
): ReadonlyMap<CategoryKey, number> {
  const counts = new Map<CategoryKey, number>()
  for (const [table, ids] of part)
    for (const category of kindsIn(classes[table], whole))
      counts.set(category, (counts.get(category) ?? 0) + ids.length)
  return counts
}

/**
 * The kinds of data about which it is asked whether they can go. Of an enquiry those of the enquiry itself: its letters, its tasks and its
 * days go with it, as they do when its time is over.
 */
export const judgedKinds = (
  kinds: readonly CategoryKey[],
  classes: Classification,
  { whole }: Whole,
): CategoryKey[] => {
  const own = kindsIn(classes.enquiry, true)
  return kinds.filter((it) => !whole || own.has(it))
}

function kindsIn(table: TableClass | undefined, whole: boolean): ReadonlySet<CategoryKey> {
  if (!table) return new Set()
  const columns = whole ? Object.values(table.columns) : []
  return new Set([table.category, ...columns.flatMap((it) => (it.kind === 'personal' ? [it.category] : []))])
}

/**
 * Kinds of data that hang on another: a letter names the mailbox to which it went, a screening the meeting at which it was made. By the
 * kind that they hang on. What hangs on something cannot stay when that goes.
 */
export async function hangingOn(
  scope: Scope,
  part: OwnPart,
  classes: Classification,
): Promise<ReadonlyMap<CategoryKey, readonly CategoryKey[]>> {
  const tables = [...part.keys()]
  const { rows } = await sql<{ child: string; parent: string }>`
    SELECT DISTINCT c.relname::text AS child, p.relname::text AS parent
      FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_class p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r') AND k.connamespace = 'ev'::regnamespace
       AND c.relname = ANY (${tables}) AND p.relname = ANY (${tables}) ORDER BY 1, 2`.execute(scope.queries)
  const found = new Map<CategoryKey, readonly CategoryKey[]>()
  for (const { child, parent } of rows) {
    const [hanging, on] = [classes[child]?.category, classes[parent]?.category]
    if (!hanging || !on || hanging === on) continue
    found.set(on, [...new Set([...(found.get(on) ?? []), hanging])])
  }
  return found
}

/** Whether something would stay that hangs on what goes. */
export const tearsApart = (
  hanging: ReadonlyMap<CategoryKey, readonly CategoryKey[]>,
  goes: readonly CategoryKey[],
): boolean => goes.some((it) => (hanging.get(it) ?? []).some((other) => !goes.includes(other)))

/** The rows of the kinds that were ordered, and the names of stored files among them. */
export async function orderedRows(scope: Scope, part: OwnPart, classes: Classification, it: ErasureOrder) {
  const rows: Record<string, readonly Id[]> = {}
  for (const [table, ids] of part) {
    const category = classes[table]?.category
    if (it.enquiryId || (category && it.categories.includes(category))) rows[table] = ids
  }
  const files = await Promise.all(
    (['stored_file', 'post'] as const).map(async (table) => {
      const ids = rows[table] ?? []
      if (ids.length === 0) return []
      const found = await scope.queries
        .selectFrom(table as 'stored_file')
        .select('stored_name')
        .where('id', 'in', [...ids])
        .execute()
      return found.flatMap((row) => (row.stored_name ? [row.stored_name] : []))
    }),
  )
  return { rows, files: files.flat() }
}
