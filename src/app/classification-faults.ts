import type { Client } from 'pg'
import type { Classification, ColumnClass } from '../policy/classification.ts'
import { classesOfSchemas } from './classification.ts'

/** A column as PostgreSQL's own catalogue has it; of a generated one also what it is made from. */
interface CatalogueColumn {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly made: string | null
}

/**
 * What of the database nobody has classified, or has classified wrongly: one line each. Types see tables alone; the catalogue also
 * has views, and knows what a generated column gives away of those that it is made from.
 */
export async function classificationFaults(
  admin: Client,
  classes: Readonly<Record<string, Classification>> = classesOfSchemas,
): Promise<string[]> {
  const { rows } = await admin.query<CatalogueColumn>(columnQuery, [Object.keys(classes)])
  const there = new Set(rows.map(nameOf))
  const classified = Object.entries(classes).flatMap(([schema, tables]) =>
    Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => nameOf({ schema, table, column })),
    ),
  )
  return [
    ...rows.filter((row) => !classOf(classes, row)).map((row) => `${nameOf(row)} is not classified`),
    ...classified.filter((name) => !there.has(name)).map((name) => `${name} is classified and not there`),
    ...rows.flatMap((row) => (row.made === null ? [] : generatedFaults(classes, rows, row))),
  ]
}

type Name = Pick<CatalogueColumn, 'schema' | 'table' | 'column'>
const nameOf = ({ schema, table, column }: Name) => `${schema}.${table}.${column}`
const classOf = (classes: Readonly<Record<string, Classification>>, name: Name): ColumnClass | undefined =>
  classes[name.schema]?.[name.table]?.columns[name.column]

const categoryOf = (it: ColumnClass) => (it.kind === 'personal' ? it.category : null)
const aboutOf = (it: ColumnClass) => (it.kind === 'notPersonal' ? [] : it.about)

/** Who may read a generated column reads what it is made from: it must be all that its inputs are, and they of one category. */
function generatedFaults(
  classes: Readonly<Record<string, Classification>>,
  all: readonly CatalogueColumn[],
  generated: CatalogueColumn,
): string[] {
  const own = classOf(classes, generated)
  if (!own) return []
  const words = new Set(generated.made?.match(/[a-z_][a-z0-9_]*/g))
  const inputs = all
    .filter((it) => it.schema === generated.schema && it.table === generated.table && it.column !== generated.column)
    .filter((it) => words.has(it.column))
    .flatMap((it) => classOf(classes, it) ?? [])
  const categories = new Set(inputs.map(categoryOf).filter((it) => it !== null))
  const missing = [...categories].filter((it) => it !== categoryOf(own))
  const untold = inputs.flatMap(aboutOf).filter((it) => !aboutOf(own).includes(it))
  return [
    ...missing.map((it) => `${nameOf(generated)} is made from columns of ${it} and is not classified so`),
    ...[...new Set(untold)].map((it) => `${nameOf(generated)} is made from columns about ${it} and does not say so`),
  ]
}

const columnQuery = `
SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column",
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS made
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
 ORDER BY n.nspname, c.relname, a.attnum`
