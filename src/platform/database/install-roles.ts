import type { Client } from 'pg'
import { loginProcesses, type RoleNames } from './role-names.ts'
import { ident, literal } from './sql-names.ts'

/** A password for each login process, kept by the caller outside the database. */
export type LoginPasswords = Readonly<Record<(typeof loginProcesses)[number], string>>

/** Longest that one statement, and one idle transaction, of a web process may last. SET ROLE ignores a role's settings, so they stand on the logins. */
const timeouts = { statement_timeout: '15s', idle_in_transaction_session_timeout: '30s', lock_timeout: '5s' }

/**
 * Makes the service's roles, under a lock since roles belong to the whole cluster. Needs CREATEROLE, no superuser. Runs again
 * without harm and then sets the passwords anew.
 */
export async function installRoles(
  admin: Client,
  names: RoleNames,
  passwords: LoginPasswords,
  scopes: readonly string[],
): Promise<void> {
  await admin.query('BEGIN')
  await admin.query(`SELECT pg_advisory_xact_lock(hashtext('evenhand.roles'))`)
  await makeRole(admin, names.owner, 'NOLOGIN NOINHERIT')
  await makeRole(admin, names.backup, 'NOLOGIN NOINHERIT')
  for (const role of [names.owner, names.backup]) await admin.query(`GRANT ${ident(role)} TO CURRENT_USER`)
  for (const process of loginProcesses) {
    const login = names.login(process)
    await makeRole(admin, login, 'LOGIN NOINHERIT')
    await admin.query(`ALTER ROLE ${ident(login)} PASSWORD ${literal(passwords[process])}`)
    if (process === 'auth') continue
    for (const [setting, value] of Object.entries(timeouts)) {
      await admin.query(`ALTER ROLE ${ident(login)} SET ${setting} = ${literal(value)}`)
    }
  }
  for (const scope of scopes) await makeRole(admin, scope, 'NOLOGIN NOINHERIT')
  await admin.query('COMMIT')
}

async function makeRole(admin: Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (rowCount === 0) await admin.query(`CREATE ROLE ${ident(name)} ${attributes}`)
}

/**
 * Takes `set_config` away from everybody but the logins and the owner, where we are superuser: inside a purpose an injected
 * expression could otherwise take another purpose's role, since switching looks at who signed in.
 */
export async function guardSettings(admin: Client, names: RoleNames): Promise<void> {
  const { rows } = await admin.query<{ super: boolean }>(
    'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  )
  if (!rows[0]?.super) return
  const allowed = [names.owner, ...loginProcesses.map((process) => names.login(process))].map(ident).join(', ')
  await admin.query('REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC')
  await admin.query(`GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO ${allowed}`)
}
