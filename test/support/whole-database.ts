import type { TestService } from './service.ts'

/** Every row of every table, as text, by the table's name. */
export type WholeDatabase = ReadonlyMap<string, readonly string[]>

export async function wholeDatabase(db: TestService): Promise<WholeDatabase> {
  const tables = await db.look<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind IN ('r', 'p')
        AND c.relnamespace IN ('ev'::regnamespace, 'auth'::regnamespace) ORDER BY 1`,
  )
  const found = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const rows = await db.look<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t ORDER BY 1`)
    found.set(
      name,
      rows.map((it) => it.row),
    )
  }
  return found
}

/** What is there now and was not before, by table; a row that changed is one that is new. Tables without any are left out. */
export function newRows(before: WholeDatabase, after: WholeDatabase): Record<string, string[]> {
  const fresh = [...after].map(([table, rows]) => {
    const known = new Set(before.get(table))
    return [table, rows.filter((it) => !known.has(it))] as const
  })
  return Object.fromEntries(fresh.filter(([, rows]) => rows.length > 0).map(([table, rows]) => [table, [...rows]]))
}

/** Names of the tables in which anything was added, changed or removed. */
export const changedTables = (before: WholeDatabase, after: WholeDatabase): string[] =>
  [...after.keys()].filter((table) => after.get(table)?.join('\n') !== before.get(table)?.join('\n'))
