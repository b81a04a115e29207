import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { signInGrants } from '../sign-in/sign-in-grants.ts'
import type { AccessPlan, PlannedGrant } from './access-plan.ts'
import { callable } from './callable.ts'
import { accessState } from './catalogue.ts'
import type { RoleNames } from './role-names.ts'
import { ident, literal } from './sql-names.ts'

export const planDigest = (plan: AccessPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')

/**
 * Makes the database's rights exactly those of the plan, as the owner and in one transaction: takes every right and row rule
 * away, then gives the planned ones. Remembers the catalogue's own words for them, against which each start compares. `within` runs as the owner in the same transaction.
 */
export async function applyAccess(
  admin: Client,
  names: RoleNames,
  plan: AccessPlan,
  within: () => Promise<void> = async () => {},
): Promise<void> {
  await admin.query('BEGIN')
  try {
    for (const scope of plan.scopes) {
      const role = names.purpose(scope.area, scope.purpose)
      const login = names.login(scope.area as 'public')
      await admin.query(`GRANT ${ident(role)} TO ${ident(login)}`)
    }
    await leaveFormerScopes(admin, names, plan)
    await admin.query(`SET LOCAL ROLE ${ident(names.owner)}`)
    await clearAccess(admin, names)
    await admin.query(grantStatements(names, plan).join(';\n'))
    await admin.query(rowPolicyStatements(names, plan).join(';\n'))
    await admin.query(signInGrants(names).join(';\n'))
    await letBackupRead(admin, names)
    await writeRoleRules(admin, names, plan)
    await writeCategoryPlaces(admin, plan)
    const state = await accessState(admin, names)
    await admin.query('UPDATE ev.access_plan SET digest = $1, state = $2', [planDigest(plan), JSON.stringify(state)])
    await within()
    await admin.query('COMMIT')
  } catch (error) {
    await admin.query('ROLLBACK')
    throw error
  }
}

/** A purpose that the policy no longer has in an area: the login leaves its role. */
async function leaveFormerScopes(admin: Client, names: RoleNames, plan: AccessPlan): Promise<void> {
  const wanted = new Set(plan.scopes.map((it) => names.purpose(it.area, it.purpose)))
  const { rows } = await admin.query<{ role: string; member: string }>(
    `SELECT r.rolname AS role, m.rolname AS member FROM pg_auth_members am
       JOIN pg_roles r ON r.oid = am.roleid JOIN pg_roles m ON m.oid = am.member
      WHERE starts_with(m.rolname, $1) AND r.rolname <> $2`,
    [`${names.prefix}_login_`, names.owner],
  )
  for (const row of rows) {
    if (!wanted.has(row.role)) await admin.query(`REVOKE ${ident(row.role)} FROM ${ident(row.member)}`)
  }
}

async function clearAccess(admin: Client, names: RoleNames): Promise<void> {
  const { rows: policies } = await admin.query<{ tablename: string; policyname: string }>(
    `SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'ev'`,
  )
  for (const it of policies) await admin.query(`DROP POLICY ${ident(it.policyname)} ON ev.${ident(it.tablename)}`)
  const { rows: tables } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'ev'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  )
  const { rows: roles } = await admin.query<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, $1) AND rolname <> $2 ORDER BY 1`,
    [`${names.prefix}_`, names.owner],
  )
  const everyone = ['PUBLIC', ...roles.map((it) => ident(it.name))].join(', ')
  await admin.query(`REVOKE ALL ON SCHEMA ev, auth FROM ${everyone}`)
  await admin.query(`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ev, auth FROM ${everyone}`)
  await admin.query(`REVOKE ALL ON ALL TABLES IN SCHEMA auth FROM ${everyone}`)
  for (const { name } of tables) {
    const { rows: columns } = await admin.query<{ list: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
        WHERE attrelid = ('ev.' || quote_ident($1))::regclass AND attnum > 0 AND NOT attisdropped`,
      [name],
    )
    await admin.query(`REVOKE ALL ON ev.${ident(name)} FROM ${everyone}`)
    await admin.query(`REVOKE ALL (${columns[0]?.list}) ON ev.${ident(name)} FROM ${everyone}`)
    await admin.query(`ALTER TABLE ev.${ident(name)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`)
    // With FORCE the owner too needs a rule: without one its migrations silently change nothing.
    await admin.query(
      `CREATE POLICY owner_all ON ev.${ident(name)} TO ${ident(names.owner)} USING (true) WITH CHECK (true)`,
    )
  }
}

/** Everything, sign-in included, to be copied; a table without its rule would be copied as if it were empty. */
async function letBackupRead(admin: Client, names: RoleNames): Promise<void> {
  const backup = ident(names.backup)
  await admin.query(`GRANT USAGE ON SCHEMA ev, auth TO ${backup}`)
  for (const kind of ['TABLES', 'SEQUENCES'])
    await admin.query(`GRANT SELECT ON ALL ${kind} IN SCHEMA ev, auth TO ${backup}`)
  const { rows } = await admin.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'ev'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  )
  for (const { name } of rows)
    await admin.query(`CREATE POLICY backup_all ON ev.${ident(name)} FOR SELECT TO ${backup} USING (true)`)
}

function grantStatements(names: RoleNames, plan: AccessPlan): string[] {
  const byTarget = new Map<string, PlannedGrant[]>()
  for (const grant of plan.grants) {
    const target = `${names.purpose(grant.area, grant.purpose)} ${grant.table} ${grant.privilege}`
    byTarget.set(target, [...(byTarget.get(target) ?? []), grant])
  }
  const rights = [...byTarget.values()].map((grants) => {
    const [first] = grants as [PlannedGrant]
    const columns = first.column === null ? '' : ` (${grants.map((it) => ident(it.column ?? '')).join(', ')})`
    return `GRANT ${first.privilege}${columns} ON ev.${ident(first.table)} TO ${ident(names.purpose(first.area, first.purpose))}`
  })
  const roles = plan.scopes.map((it) => ident(names.purpose(it.area, it.purpose))).join(', ')
  return [
    `GRANT USAGE ON SCHEMA ev TO ${roles}`,
    ...callable.map((it) => `GRANT EXECUTE ON FUNCTION ev.${it} TO ${roles}`),
    ...rights,
  ]
}

function rowPolicyStatements(names: RoleNames, plan: AccessPlan): string[] {
  return plan.rowPolicies.map((it) => {
    const role = names.purpose(it.area, it.purpose)
    const using = it.using === null ? '' : ` USING (${it.using})`
    const check = it.check === null ? '' : ` WITH CHECK (${it.check})`
    const name = ident(`${it.area}_${it.purpose}_${it.command.toLowerCase()}`)
    return `CREATE POLICY ${name} ON ev.${ident(it.table)} FOR ${it.command} TO ${ident(role)}${using}${check}`
  })
}

async function writeRoleRules(admin: Client, names: RoleNames, plan: AccessPlan): Promise<void> {
  await admin.query('DELETE FROM ev.role_rule')
  const values = plan.roleRules.map(
    (it) => `(${literal(it.staffRole)}, ${literal(names.purpose(it.area, it.purpose))}, ${literal(it.rows)})`,
  )
  if (values.length > 0)
    await admin.query(`INSERT INTO ev.role_rule (staff_role, db_role, row_scope) VALUES ${values.join(', ')}`)
}

async function writeCategoryPlaces(admin: Client, { categoryPlaces }: AccessPlan): Promise<void> {
  await admin.query('DELETE FROM ev.category_place')
  await admin.query('INSERT INTO ev.category_place (category, tab) SELECT * FROM unnest($1::text[], $2::text[])', [
    categoryPlaces.map((it) => it.category),
    categoryPlaces.map((it) => it.table),
  ])
}
