import type { Client } from 'pg'

/** The schemas that migrations make. */
const schemas = ['auth', 'ev', 'ext'] as const

/**
 * What the migrations make, read from PostgreSQL's catalogue: to be read by people and compared by a test, not to be run. Rights and
 * row rules are not in it, since they come from the policy. The same text on every supported version.
 */
export async function schemaText(admin: Client): Promise<string> {
  // Without a path every name is written with its schema.
  await admin.query(`SET search_path = ''`)
  try {
    const texts: string[] = []
    for (const query of queries) {
      const { rows } = await admin.query<{ text: string }>(query, [[...schemas]])
      texts.push(...rows.map((row) => row.text.trimEnd()))
    }
    return `-- What the migrations make, written from the catalogue by the schema test; read, never run, and not edited by hand.\n\n${texts.join('\n\n')}\n`
  } finally {
    await admin.query('RESET search_path')
  }
}

const schemaQuery = `
SELECT 'CREATE SCHEMA ' || quote_ident(nspname) || ';' AS text FROM pg_namespace WHERE nspname = ANY ($1) ORDER BY nspname`

const extensionQuery = `
SELECT format('CREATE EXTENSION %I SCHEMA %I;', e.extname, n.nspname) AS text
  FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname = ANY ($1) ORDER BY e.extname`

/** What belongs to an extension is the extension's own matter. */
const ours = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`

const functionQuery = `
SELECT pg_get_functiondef(p.oid) || ';' AS text
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = ANY ($1) AND ${ours('pg_proc', 'p.oid')}
 ORDER BY n.nspname COLLATE "C", p.proname COLLATE "C", pg_get_function_identity_arguments(p.oid) COLLATE "C"`

// From version 18 on, NOT NULL stands among the constraints too; here it stands with its column.
const tableQuery = `
SELECT format(E'CREATE TABLE %I.%I (\\n%s\\n);', n.nspname, c.relname, string_agg(line, E',\\n' ORDER BY part, place)) AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL (
    SELECT 1 AS part, lpad(a.attnum::text, 4, '0') COLLATE "C" AS place,
           '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
           || CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
                   WHEN a.attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                   WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END AS line
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 2, (k.contype::text || k.conname::text) COLLATE "C", format('  CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x', 'c', 'f')) AS lines
 WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND ${ours('pg_class', 'c.oid')}
 GROUP BY n.nspname, c.relname ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

const viewQuery = `
SELECT format(E'CREATE %s %I.%I AS\\n%s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, n.nspname, c.relname, pg_get_viewdef(c.oid)) AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY ($1) AND c.relkind IN ('v', 'm') AND ${ours('pg_class', 'c.oid')}
 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`

const indexQuery = `
SELECT string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' ORDER BY n.nspname COLLATE "C", t.relname COLLATE "C", c.relname COLLATE "C") AS text
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
 WHERE n.nspname = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
HAVING count(*) > 0`

const triggerQuery = `
SELECT string_agg(pg_get_triggerdef(g.oid) || ';', E'\\n' ORDER BY n.nspname COLLATE "C", t.relname COLLATE "C", g.tgname COLLATE "C") AS text
  FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
 WHERE n.nspname = ANY ($1) AND NOT g.tgisinternal
HAVING count(*) > 0`

const queries = [schemaQuery, extensionQuery, functionQuery, tableQuery, viewQuery, indexQuery, triggerQuery] as const
