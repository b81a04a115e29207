import type { RoleNames } from '../database/role-names.ts'
import { ident } from '../database/sql-names.ts'

/**
 * The rights of the login that signs people in: its own tables, and of schema `ev` what a few functions give. Statements for the
 * owner, in order, after every earlier right on schema `auth` was taken away.
 */
export function signInGrants(names: RoleNames): string[] {
  const login = ident(names.login('auth'))
  return [
    `GRANT USAGE ON SCHEMA auth TO ${login}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO ${login}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA auth TO ${login}`,
  ]
}
