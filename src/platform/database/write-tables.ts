import type { Client } from 'pg'

/** Lists are read and written; those that the database makes for its own searching are not. */
const listTypes: Readonly<Record<string, string>> = { 'uuid[]': 'Id[]', 'text[]': 'string[]' }

const scriptTypes: Readonly<Record<string, string>> = {
  uuid: 'Id',
  text: 'string',
  name: 'string',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  xid8: 'string',
  date: 'string',
  jsonb: 'unknown',
  bytea: 'Buffer',
  'timestamp with time zone': 'Temporal.Instant',
}

interface ColumnRow {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly filled: boolean
  readonly always: boolean
  readonly choices: string | null
}

/** The TypeScript types of all tables in schema `ev`, read from PostgreSQL's catalogue. Reads and writes have different types. */
export async function tableTypes(admin: Client): Promise<string> {
  const { rows } = await admin.query<ColumnRow>(columnQuery)
  const tables = Map.groupBy(rows, (row) => row.table)
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `export interface ${pascal(table)}Table {\n${columns.map((it) => `  ${it.column}: ${columnType(it)}`).join('\n')}\n}`,
  )
  const list = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table`)
  return [
    '// Written from the database by the schema test; not edited by hand.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely'",
    "import type { Id } from '../../values/ids.ts'",
    '',
    ...interfaces.map((it) => `${it}\n`),
    `export interface Tables {\n${list.join('\n')}\n}`,
    '',
  ].join('\n')
}

const listOf = ({ type, always }: ColumnRow): string => (always ? 'never' : (listTypes[type] ?? 'never'))

function columnType(row: ColumnRow): string {
  const base = row.choices ? choicesOf(row.choices) : (scriptTypes[row.type] ?? listOf(row))
  const type = row.nullable ? `${base} | null` : base
  if (row.always) return `GeneratedAlways<${type}>`
  if (row.type === 'jsonb')
    return `ColumnType<${type}, string${row.nullable || row.filled ? ' | undefined' : ''}, string>`
  return row.filled ? `Generated<${type}>` : type
}

/** `CHECK (x IN ('a', 'b'))` stands in the catalogue as `x = ANY (ARRAY['a'::text, 'b'::text])`. */
const choicesOf = (check: string): string =>
  [...check.matchAll(/'([^']+)'::text/g)].map((it) => `'${it[1]}'`).join(' | ')

const pascal = (name: string): string => name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

const columnQuery = `
SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
       a.atthasdef AS filled, a.attgenerated <> '' OR a.attidentity = 'a' AS always,
       (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
         WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[''%' LIMIT 1) AS choices
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = 'ev'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND a.attnum > 0 AND NOT a.attisdropped
 ORDER BY c.relname, a.attnum`
