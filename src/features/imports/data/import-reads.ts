import type { Scope } from '../../../platform/database/desk.ts'
import type { Id } from '../../../values/ids.ts'
import { isFieldKey } from '../domain/fields.ts'
import type { SheetChoices } from '../domain/sheet.ts'

/** An import as a list shows it. */
export interface ListedImport {
  readonly id: Id
  readonly status: 'given' | 'brought_in' | 'taken_back'
  readonly rowCount: number
  readonly caseCount: number | null
  readonly personCount: number | null
  readonly takenBackCount: number | null
  readonly givenAt: Temporal.Instant
  readonly givenBy: Id
  readonly broughtInAt: Temporal.Instant | null
  readonly broughtInBy: Id | null
  readonly takenBackAt: Temporal.Instant | null
  readonly takenBackBy: Id | null
}

/** The same with what was said of its columns, and the sealed sheet while it waits. */
export interface Import extends ListedImport {
  readonly sealed: { readonly text: string; readonly wrapped: string } | null
  readonly headings: string
  readonly choices: SheetChoices | null
  readonly leftOut: readonly number[]
}

const listed = [
  ...(['id', 'status', 'row_count', 'case_count', 'person_count', 'taken_back_count', 'given_at', 'given_by'] as const),
  ...(['brought_in_at', 'brought_in_by', 'taken_back_at', 'taken_back_by'] as const),
] as const

/** What a page shows at most: a service brings in a few sheets and is done. */
const mostListed = 50

export async function listImports(scope: Scope): Promise<ListedImport[]> {
  const rows = await scope.queries
    .selectFrom('import_sheet')
    .select(listed)
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .limit(mostListed)
    .execute()
  return rows.map(listedOf)
}

/** One import; null when there is no such one. Locked until the transaction ends, for whoever is about to change it. */
export async function importOf(scope: Scope, id: Id, lock = false): Promise<Import | null> {
  const asked = scope.queries
    .selectFrom('import_sheet')
    .select([...listed, 'sealed', 'wrapped', 'headings', 'columns', 'day_first', 'left_out'])
    .where('id', '=', id)
  const row = await (lock ? asked.forUpdate() : asked).executeTakeFirst()
  if (!row) return null
  const leftOut = numbersIn(row.left_out)
  return {
    ...listedOf(row),
    sealed: row.sealed !== null && row.wrapped !== null ? { text: row.sealed, wrapped: row.wrapped } : null,
    headings: row.headings,
    choices: choicesIn(row.columns, row.day_first, leftOut),
    leftOut,
  }
}

/** What was said last of a sheet with the same headings; null when there was none yet. */
export async function choicesBefore(scope: Scope, headings: string): Promise<SheetChoices | null> {
  const row = await scope.queries
    .selectFrom('import_sheet')
    .select(['columns', 'day_first'])
    .where('headings', '=', headings)
    .where('columns', 'is not', null)
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? choicesIn(row.columns, row.day_first, []) : null
}

function listedOf(
  row: {
    readonly [Column in (typeof listed)[number]]: ColumnOf[Column]
  },
): ListedImport {
  return {
    ...{ id: row.id, status: row.status, rowCount: row.row_count, caseCount: row.case_count },
    ...{ personCount: row.person_count, takenBackCount: row.taken_back_count },
    ...{ givenAt: row.given_at, givenBy: row.given_by, broughtInAt: row.brought_in_at },
    ...{ broughtInBy: row.brought_in_by, takenBackAt: row.taken_back_at, takenBackBy: row.taken_back_by },
  }
}

interface ColumnOf {
  readonly id: Id
  readonly status: ListedImport['status']
  readonly row_count: number
  readonly case_count: number | null
  readonly person_count: number | null
  readonly taken_back_count: number | null
  readonly given_at: Temporal.Instant
  readonly given_by: Id
  readonly brought_in_at: Temporal.Instant | null
  readonly brought_in_by: Id | null
  readonly taken_back_at: Temporal.Instant | null
  readonly taken_back_by: Id | null
}

interface StoredChoices {
  readonly columns: readonly unknown[]
  readonly detailsOfB: SheetChoices['detailsOfB']
  readonly topicOtherwise: SheetChoices['topicOtherwise']
}

function choicesIn(stored: unknown, dayFirst: boolean | null, leftOut: readonly number[]): SheetChoices | null {
  if (stored === null) return null
  const { columns, detailsOfB, topicOtherwise } = stored as StoredChoices
  return { columns: columns.map((it) => (isFieldKey(it) ? it : null)), detailsOfB, topicOtherwise, dayFirst, leftOut }
}

const numbersIn = (stored: unknown): number[] =>
  Array.isArray(stored) ? stored.filter((it): it is number => Number.isInteger(it)) : []
