import pg from 'pg'
import { applyAccess, planDigest } from '../platform/database/apply-access.ts'
import { type DatabaseClock, setDatabaseClock } from '../platform/database/clock-function.ts'
import { compareAccess } from '../platform/database/compare-access.ts'
import { guardSettings, installRoles, type LoginPasswords } from '../platform/database/install-roles.ts'
import { type Migration, migrate } from '../platform/database/migrate.ts'
import { loginProcesses, type RoleNames, roleNames } from '../platform/database/role-names.ts'
import { ident } from '../platform/database/sql-names.ts'
import { valueTypes } from '../platform/database/value-types.ts'
import { CannotStart } from '../platform/processes/cannot-start.ts'
import type { CompiledPolicy } from '../policy/compiled.ts'
import { accessPlan } from './access.ts'
import { classificationFaults } from './classification-faults.ts'

/** Where a service's database is, and as whom to set it up: a role with CREATEROLE that may create in the database. */
export interface DatabasePlace {
  readonly installerUrl: string
  readonly clock: DatabaseClock
  readonly prefix: string
  readonly passwords: LoginPasswords
}

/** Connects as the installer, does one thing, and closes. */
export async function asInstaller<Result>(
  place: DatabasePlace,
  work: (admin: pg.Client, names: RoleNames) => Promise<Result>,
): Promise<Result> {
  const admin = new pg.Client({ connectionString: place.installerUrl, types: valueTypes })
  await admin.connect()
  try {
    return await work(admin, roleNames(place.prefix))
  } finally {
    await admin.end()
  }
}

/** Roles and schema: what every start does before anything else. Runs again without harm. With migrations, to those and no further. */
export async function installSchema(
  place: DatabasePlace,
  policy: CompiledPolicy,
  migrations?: readonly Migration[],
): Promise<void> {
  await asInstaller(place, async (admin, names) => {
    const scopes = accessPlan(policy).scopes.map((it) => names.purpose(it.area, it.purpose))
    await installRoles(admin, names, place.passwords, scopes)
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name')
    const database = ident(rows[0]?.name ?? '')
    const logins = loginProcesses.map((process) => ident(names.login(process))).join(', ')
    await admin.query(`GRANT CREATE ON DATABASE ${database} TO ${ident(names.owner)}`)
    await admin.query(`GRANT CONNECT ON DATABASE ${database} TO ${logins}`)
    await migrate(admin, names, migrations)
    await admin.query(`SET ROLE ${ident(names.owner)}`)
    await setDatabaseClock(admin, place.clock)
    await admin.query('RESET ROLE')
    await guardSettings(admin, names)
  })
}

/**
 * Compares what stands in the database with the policy. The software's own changes (a new column) are applied; a policy that was
 * changed and not applied, or rights that somebody changed by hand, refuse the start and say which.
 */
export async function checkAccess(place: DatabasePlace, policy: CompiledPolicy): Promise<void> {
  await asInstaller(place, async (admin, names) => {
    const { rows } = await admin.query<{ hash: string }>(
      'SELECT hash FROM ev.policy_version ORDER BY applied_at DESC LIMIT 1',
    )
    if (rows[0]?.hash !== policy.hash)
      throw new CannotStart('The policy was changed and not applied. Run: npm run evenhand -- policy apply')
    const unsaid = await classificationFaults(admin)
    if (unsaid.length > 0) throw new CannotStart('Columns of the database are not classified as they stand:', ...unsaid)
    const plan = accessPlan(policy)
    const applied = await admin.query<{ digest: string | null }>('SELECT digest FROM ev.access_plan')
    if (applied.rows[0]?.digest !== planDigest(plan)) await applyAccess(admin, names, plan)
    const differences = await compareAccess(admin, names, plan)
    if (differences.length > 0) {
      throw new CannotStart('The rights in the database are not those of the policy:', ...differences)
    }
  })
}
