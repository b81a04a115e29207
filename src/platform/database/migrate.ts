import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Client } from 'pg'
import { CannotStart } from '../processes/cannot-start.ts'
import type { RoleNames } from './role-names.ts'
import { ident } from './sql-names.ts'

/** Folder of the hand-written migrations. */
export const migrationFolder = new URL('../../../migrations/', import.meta.url)

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

/** All migrations in order. `schema.sql` beside them is their result, not one of them. */
export async function readMigrations(folder: URL = migrationFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings a database to the newest schema as its owner, each migration in a transaction of its own: killed at any point, the next
 * run goes on from there. Throws CannotStart when an applied migration was edited, or when the database is newer than this program.
 */
export async function migrate(admin: Client, names: RoleNames, migrations?: readonly Migration[]): Promise<void> {
  const all = migrations ?? (await readMigrations())
  await admin.query(`SELECT pg_advisory_lock(hashtext('evenhand.migrate'))`)
  try {
    await admin.query(`SET ROLE ${ident(names.owner)}`)
    await admin.query(`ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`)
    const applied = await appliedMigrations(admin)
    const known = new Set(all.map((it) => it.name))
    const strange = [...applied.keys()].filter((name) => !known.has(name))
    if (strange.length > 0)
      throw new CannotStart(`The database is newer than this program: it has ${strange.join(', ')}.`)
    for (const migration of all) {
      const digest = applied.get(migration.name)
      if (digest === migration.digest) continue
      if (digest !== undefined)
        throw new CannotStart(`The database was made with another ${migration.name} than this program has.`)
      await applyOne(admin, migration)
    }
  } finally {
    await admin.query('RESET ROLE')
    await admin.query(`SELECT pg_advisory_unlock(hashtext('evenhand.migrate'))`)
  }
}

async function appliedMigrations(admin: Client): Promise<Map<string, string>> {
  const { rows: found } = await admin.query<{ found: string | null }>(
    `SELECT to_regclass('ev.migration')::text AS found`,
  )
  if (!found[0]?.found) return new Map()
  const { rows } = await admin.query<{ name: string; digest: string }>('SELECT name, digest FROM ev.migration')
  return new Map(rows.map((row) => [row.name, row.digest]))
}

async function applyOne(admin: Client, migration: Migration): Promise<void> {
  await admin.query('BEGIN')
  try {
    const held = await heldInventory(admin)
    await admin.query(migration.sql)
    if (held.size > 0) refuseLossOfHeld(held, await heldInventory(admin))
    await admin.query('INSERT INTO ev.migration (name, digest) VALUES ($1, $2)', [migration.name, migration.digest])
    await admin.query('COMMIT')
  } catch (error) {
    await admin.query('ROLLBACK')
    throw new Error(`the migration ${migration.name} failed`, { cause: error })
  }
}

/** The columns of what is held, by number, with how many rows there are. */
async function heldInventory(admin: Client): Promise<ReadonlyMap<string, number>> {
  const { rows: known } = await admin.query<{ there: boolean }>(
    `SELECT to_regprocedure('ev.held_inventory()') IS NOT NULL AS there`,
  )
  if (!known[0]?.there) return new Map()
  const { rows } = await admin.query<{ place: string; at_least: string }>(
    'SELECT place, at_least FROM ev.held_inventory()',
  )
  return new Map(rows.map((row) => [row.place, Number(row.at_least)]))
}

/** While anything is held, a migration that drops, empties or unguards a table in which it may be is not kept. */
function refuseLossOfHeld(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  const lost = [...before].filter(([place, least]) => (after.get(place) ?? -1) < least)
  if (lost.length > 0) throw new Error('it would lose what is held')
}
