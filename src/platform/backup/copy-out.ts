import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { RoleNames } from '../database/role-names.ts'
import { ident } from '../database/sql-names.ts'
import { framed, piecesOf } from './frames.ts'

/** A table, and what of it is copied: all columns but those that the database works out itself. */
export interface CopiedTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

/** What belongs to one database and not to the service: how far its schema is, and the rights of its own roles. */
const ofTheDatabase = new Set(['ev.migration', 'ev.access_plan', 'ev.role_rule', 'ev.category_place'])

/** Every table of the service, sign-in included. */
export async function tablesToCopy(client: Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE n.nspname IN ('ev', 'auth') AND c.relkind = 'r' GROUP BY 1, 2 ORDER BY 1, 2`,
  )
  return rows.filter((it) => !ofTheDatabase.has(`${it.schema}.${it.name}`))
}

export const tableName = ({ schema, name }: Pick<CopiedTable, 'schema' | 'name'>) => `${ident(schema)}.${ident(name)}`

/**
 * Opens the one moment that everything is copied from, as the role that reads everything and writes nothing. A table whose row rules do
 * not let it see every row would be copied without a word as if it were empty: it refuses.
 */
export async function openSnapshot(client: Client, names: RoleNames): Promise<void> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await client.query(`SET LOCAL ROLE ${ident(names.backup)}`)
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND c.relkind = 'r' AND c.relrowsecurity AND NOT EXISTS (
            SELECT FROM pg_policies p WHERE p.schemaname = c.relnamespace::regnamespace::text AND p.tablename = c.relname
               AND p.roles = ARRAY[$1]::name[] AND p.cmd = 'SELECT' AND p.qual = 'true')`,
    [names.backup],
  )
  if (rows.length > 0) throw new Error(`no rule lets a backup see ${rows.map((row) => row.name).join(', ')}`)
}

/** The rows of every table, in the database's own text form, and where each sequence stands. Counts what went out in `sums`. */
export async function* copiedOut(client: Client, sums: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  for (const table of await tablesToCopy(client)) {
    yield framed({ part: 'table', ...table })
    const stream = client.query(copyTo(`COPY ${tableName(table)} (${table.columns.map(ident).join(', ')}) TO STDOUT`))
    for await (const chunk of stream) yield* piecesOf(chunk as Buffer)
    yield framed({ part: 'rows', count: stream.rowCount })
    sums.tables++
    sums.rows += stream.rowCount
  }
  const { rows } = await client.query<{ schema: string; name: string; next: string }>(
    `SELECT schemaname AS schema, sequencename AS name, coalesce(last_value + 1, start_value)::text AS next
       FROM pg_sequences WHERE schemaname IN ('ev', 'auth') ORDER BY 1, 2`,
  )
  for (const row of rows) yield framed({ part: 'sequence', ...row })
}
