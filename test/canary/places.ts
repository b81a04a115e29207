import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import type { TestService } from '../support/service.ts'
import type { Place } from './searching.ts'

/** Every file under a folder, as it lies there. What goes while it is read, a file or another test's database, is passed over. */
export function filesUnder(folder: string, name: string, wanted: (path: string) => boolean = () => true): Place[] {
  const entriesOf = (at: string): Dirent[] => {
    try {
      return readdirSync(at, { withFileTypes: true })
    } catch (error) {
      if (at !== folder && (error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }
  const walk = (at: string): string[] =>
    entriesOf(at).flatMap((it) => {
      const path = join(at, it.name)
      return it.isDirectory() ? walk(path) : it.isFile() && wanted(path) ? [path] : []
    })
  return walk(folder).flatMap((path) => {
    try {
      // The name of a file can tell as much as what is in it.
      const inName = Buffer.from(`${relative(folder, path)}\n`)
      return [{ name: `${name}: ${relative(folder, path)}`, bytes: Buffer.concat([inName, readFileSync(path)]) }]
    } catch {
      return []
    }
  })
}

/** A test's database, seen by the server's superuser: beyond every rule, and in the files in which it lies. */
export class WholeCluster {
  readonly #client: pg.Client
  readonly #folder: string
  readonly #database: string

  private constructor(client: pg.Client, folder: string, database: string) {
    this.#client = client
    this.#folder = folder
    this.#database = database
  }

  static async open(service: TestService, superuser: string): Promise<WholeCluster> {
    const url = new URL(superuser)
    url.pathname = new URL(service.place.installerUrl).pathname
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    // The tests' server answers before its log of changes is in a file; what is written here is to be found there at once.
    await client.query('SET synchronous_commit = on')
    const { rows: who } = await client.query<{ all: boolean }>(
      'SELECT rolsuper AS all FROM pg_roles WHERE rolname = current_user',
    )
    // Row rules hide everything from a role that is neither the owner nor above all rules.
    if (!who[0]?.all) await client.query(`SET ROLE "${service.place.prefix}_owner"`)
    const { rows } = await client
      .query<{ folder: string; database: string }>(
        `SELECT current_setting('data_directory', true) AS folder, oid::text AS database FROM pg_database
        WHERE datname = current_database()`,
      )
      .catch(() => ({ rows: [{ folder: '', database: '' }] }))
    return new WholeCluster(client, rows[0]?.folder ?? '', rows[0]?.database ?? '')
  }

  close(): Promise<void> {
    return this.#client.end()
  }

  async run(sql: string): Promise<void> {
    await this.#client.query(sql)
  }

  /** Long texts lie as they are and not compressed, so that a search of the files can see them. Before anything is planted. */
  async storeUncompressed(): Promise<void> {
    const { rows } = await this.#client.query<{ sql: string }>(
      `SELECT format('ALTER TABLE %s ALTER COLUMN %I SET STORAGE EXTERNAL', c.oid::regclass, a.attname) AS sql
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = ANY ('{ev,auth}'::regnamespace[]) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attstorage = 'x'`,
    )
    for (const { sql } of rows) await this.#client.query(sql)
  }

  /** A copy of every table of every schema, the server's own among them. */
  async tables(): Promise<Place[]> {
    const { rows } = await this.#client.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND NOT relisshared
        AND has_table_privilege(oid, 'SELECT') ORDER BY 1`,
    )
    const places: Place[] = []
    for (const { name } of rows) {
      const copied = await this.#client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`)
      places.push({ name: `table ${name}`, bytes: Buffer.from(copied.rows.map((it) => it.row).join('\n')) })
    }
    return places
  }

  /** Writes what is deleted out of the files: tables and indexes anew, what is in memory to disk, the log of changes begun anew. */
  async settle(): Promise<void> {
    await this.#client.query('VACUUM (FULL, ANALYZE)')
    for (let round = 0; round < 2; round++) {
      await this.#client.query('SELECT pg_switch_wal()')
      await this.#client.query('CHECKPOINT')
    }
  }

  /** The files of this database and what all databases share; not those of other databases, which other tests are using. */
  clusterFiles(): Place[] {
    const base = join(this.#folder, 'base')
    const ours = join(base, this.#database)
    const log = join(this.#folder, 'pg_wal')
    return filesUnder(
      this.#folder,
      'cluster',
      (path) => !path.startsWith(log) && (!path.startsWith(base) || path.startsWith(ours)),
    )
  }

  /** The write-ahead log. */
  changeLog(): Place[] {
    return filesUnder(join(this.#folder, 'pg_wal'), 'change log')
  }

  /** What the server itself wrote down. */
  serverLogs(): Place[] {
    const around = dirname(this.#folder)
    return filesUnder(around, 'server', (path) => dirname(path) === around && statSync(path).size < 50_000_000)
  }
}
