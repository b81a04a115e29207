import type { Client } from 'pg'
import type { RoleNames } from './role-names.ts'

/** The rights that stand in a database, in PostgreSQL's own words, each a line that a person can read. */
export type AccessState = readonly string[]

/**
 * Everything that decides who may do what in the schemas `ev` and `auth`: column and table rights, row rules and their flags, memberships, role
 * attributes, definer functions with their paths, and the clock's body.
 */
export async function accessState(admin: Client, names: RoleNames): Promise<AccessState> {
  const { rows } = await admin.query<{ line: string }>(stateQuery, [`${names.prefix}_`])
  return rows.map((row) => row.line)
}

const stateQuery = `
SELECT line FROM (
  SELECT format('right %s on %s.%s to %s', x.privilege_type, c.relname, a.attname, coalesce(r.rolname, 'PUBLIC')) AS line
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
   WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT format('right %s on %s to %s', x.privilege_type, c.relname, coalesce(r.rolname, 'PUBLIC'))
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee
   WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND x.grantee <> c.relowner
  UNION ALL
  SELECT format('row rule %s on %s for %s to %s: %s / %s', p.policyname, p.tablename, p.cmd, p.roles::text, p.qual, p.with_check)
    FROM pg_policies p WHERE p.schemaname = 'ev'
  UNION ALL
  SELECT format('table %s kind %s owner %s row rules %s forced %s options %s', c.relname, c.relkind, r.rolname, c.relrowsecurity, c.relforcerowsecurity, c.reloptions::text)
    FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  UNION ALL
  SELECT format('member %s of %s', m.rolname, r.rolname)
    FROM pg_auth_members am JOIN pg_roles r ON r.oid = am.roleid JOIN pg_roles m ON m.oid = am.member
   WHERE starts_with(m.rolname, $1)
  UNION ALL
  SELECT format('role %s login %s super %s inherit %s createrole %s createdb %s bypass %s', rolname, rolcanlogin, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls)
    FROM pg_roles WHERE starts_with(rolname, $1)
  UNION ALL
  SELECT format('function %s definer %s settings %s owner %s rights %s body %s', p.oid::regprocedure, p.prosecdef, p.proconfig::text, r.rolname, p.proacl::text,
                md5(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)))
    FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.pronamespace = ANY ('{ev,auth}'::regnamespace[])
  UNION ALL
  SELECT format('schema %s rights %s', nspname, nspacl::text) FROM pg_namespace WHERE nspname IN ('ev', 'auth')
  UNION ALL
  SELECT format('trigger %s on %s enabled %s', t.tgname, c.relname, t.tgenabled)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND NOT t.tgisinternal
) AS state ORDER BY line COLLATE "C"`
