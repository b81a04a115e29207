import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import type { SheetChoices } from '../domain/sheet.ts'

export async function addSheet(
  scope: Scope,
  sheet: {
    readonly id: Id
    readonly sealed: string
    readonly wrapped: string
    readonly headings: string
    readonly rowCount: number
  },
): Promise<void> {
  const { id, sealed, wrapped, headings, rowCount } = sheet
  await scope.queries
    .insertInto('import_sheet')
    .values({ id, sealed, wrapped, headings, row_count: rowCount })
    .execute()
}

/** Keeps what was said of the columns. */
export async function keepChoices(scope: Scope, id: Id, choices: Omit<SheetChoices, 'leftOut'>): Promise<void> {
  const { columns, detailsOfB, topicOtherwise, dayFirst } = choices
  await scope.queries
    .updateTable('import_sheet')
    .set({ columns: JSON.stringify({ columns, detailsOfB, topicOtherwise }), day_first: dayFirst })
    .where('id', '=', id)
    .execute()
}

export async function keepLeftOut(scope: Scope, id: Id, leftOut: readonly number[]): Promise<void> {
  await scope.queries
    .updateTable('import_sheet')
    .set({ left_out: JSON.stringify(leftOut) })
    .where('id', '=', id)
    .execute()
}

/** Lets a sheet go that did not come in; false when there is none that waits. */
export async function dropSheet(scope: Scope, id: Id): Promise<boolean> {
  const { numDeletedRows } = await scope.queries
    .deleteFrom('import_sheet')
    .where('id', '=', id)
    .where('status', '=', 'given')
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function addImportedCase(
  scope: Scope,
  one: {
    readonly caseId: Id
    readonly importId: Id
    readonly oldReference: string | null
    readonly openedOn: string | null
  },
): Promise<void> {
  await scope.queries
    .insertInto('imported_case')
    .values({ case_id: one.caseId, import_id: one.importId, old_reference: one.oldReference, opened_on: one.openedOn })
    .execute()
}

/** The last thing of an import: nothing of the sheet is kept, and how each case came is noted. */
export async function finishImport(
  scope: Scope,
  id: Id,
  counts: { readonly cases: number; readonly people: number; readonly leftOut: readonly number[] },
): Promise<void> {
  await sql`SELECT ev.finish_import(${id})`.execute(scope.queries)
  await scope.queries
    .updateTable('import_sheet')
    .set({
      ...{ status: 'brought_in', sealed: null, wrapped: null, case_count: counts.cases, person_count: counts.people },
      ...{ left_out: JSON.stringify(counts.leftOut), brought_in_at: scope.now, brought_in_by: scope.actor },
    })
    .where('id', '=', id)
    .execute()
}

/** Announces what goes when an import is taken back, people among it; locks it until then. */
export async function announceTakingBack(scope: Scope, id: Id): Promise<void> {
  const { rows } = await sql<{ tab: string; id: Id }>`SELECT tab, id FROM ev.rows_of_import(${id})`.execute(
    scope.queries,
  )
  const byTable = Object.groupBy(rows, (row) => row.tab)
  const keys = Object.entries(byTable).map(([tab, found]) => [tab, (found ?? []).map((row) => row.id)])
  await scope.announce({
    act: 'erasure',
    of: 'import',
    id,
    rule: 'taken-back',
    rows: Object.fromEntries(keys),
    files: [],
  })
}

/** Takes an import back; answers how many cases went. */
export async function takeBack(scope: Scope, id: Id): Promise<number> {
  const { rows } = await sql`SELECT ev.take_back_import(${id})`.execute(scope.queries)
  await scope.queries
    .updateTable('import_sheet')
    .set({
      ...{ status: 'taken_back', taken_back_count: rows.length },
      ...{ taken_back_at: scope.now, taken_back_by: scope.actor },
    })
    .where('id', '=', id)
    .execute()
  return rows.length
}
