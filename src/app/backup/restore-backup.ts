import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { beginTable, checkFrames, type Filling, setSequence, takeGuardsOff } from '../../platform/backup/copy-in.ts'
import { type Frame, framesIn, NotABackup } from '../../platform/backup/frames.ts'
import { openSealed } from '../../platform/backup/sealed-file.ts'
import { type Migration, readMigrations } from '../../platform/database/migrate.ts'
import { ident } from '../../platform/database/sql-names.ts'
import { FileVault } from '../../platform/files/file-vault.ts'
import { writeDurably } from '../../platform/files/write-durably.ts'
import { newId } from '../../values/ids.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** What a backup holds besides rows and stored files: small things by their name. */
export type Belongings = ReadonlyMap<string, Buffer>

export interface CheckedBackup {
  readonly path: string
  readonly identities: readonly string[]
  readonly manifest: Manifest
  /** The migrations to which the database is brought before its rows come in. */
  readonly migrations: readonly Migration[]
  readonly belongings: Belongings
}

/** Reads a backup from end to end and changes nothing. Throws NotABackup when it is not whole, not ours, or newer than this program. */
export async function checkBackup(path: string, identities: readonly string[]): Promise<CheckedBackup> {
  const belongings = new Map<string, Buffer>()
  const frames = keeping(framesIn(openSealed(path, identities)), belongings)
  const manifest = readManifest(await checkFrames(frames))
  const own = new Map((await readMigrations()).map((it) => [it.name, it]))
  const migrations = manifest.schema.map(({ name, digest }) => {
    const known = own.get(name)
    if (known?.digest !== digest) throw new NotABackup(`another program than this one made it: they differ in ${name}`)
    return known
  })
  return { path, identities, manifest, migrations, belongings }
}

/** Lets frames pass and keeps the small things among them. */
async function* keeping(frames: AsyncIterable<Frame>, into: Map<string, Buffer>): AsyncGenerator<Frame> {
  let name: string | null = null
  for await (const frame of frames) {
    if (frame.part === 'file') name = frame.folder === 'files' ? null : frame.name
    else if (frame.part !== 'piece') name = null
    if (frame.part === 'file' && name !== null) into.set(name, Buffer.alloc(0))
    if (frame.part === 'piece' && name !== null)
      into.set(name, Buffer.concat([into.get(name) ?? Buffer.alloc(0), frame.bytes]))
    yield frame
  }
}

/** Whether a service has ever lived in this database. */
export const isEmpty = (place: DatabasePlace): Promise<boolean> =>
  asInstaller(place, async (admin, names) => {
    const { rows } = await admin.query<{ there: string | null }>(
      `SELECT to_regclass('ev.policy_version')::text AS there`,
    )
    if (!rows[0]?.there) return true
    await admin.query(`SET ROLE ${ident(names.owner)}`)
    const { rowCount } = await admin.query('SELECT FROM ev.policy_version LIMIT 1')
    return rowCount === 0
  })

/**
 * Fills a database that was migrated to the backup's schema, and the folder of stored files. All of it or nothing: the rows come in one
 * transaction, and the files that it brought are taken away again when it fails.
 */
export async function fill(
  place: DatabasePlace,
  folder: string,
  backup: CheckedBackup,
  now: Temporal.Instant,
): Promise<void> {
  const vault = await FileVault.open(join(folder, 'files'))
  const brought: string[] = []
  try {
    await asInstaller(place, async (admin, names) => {
      await admin.query('BEGIN')
      await admin.query(`SET LOCAL ROLE ${ident(names.owner)}`)
      const putBack = await takeGuardsOff(admin)
      await takeIn(admin, vault, framesIn(openSealed(backup.path, backup.identities)), brought)
      await putBack()
      await admin.query('INSERT INTO ev.restoration (id, restored_at, backup_made_at) VALUES ($1, $2, $3)', [
        newId(),
        now.toString(),
        backup.manifest.madeAt,
      ])
      await admin.query('COMMIT')
    })
  } catch (error) {
    for (const name of brought) await vault.remove(name)
    throw error
  }
}

async function takeIn(admin: pg.Client, vault: FileVault, frames: AsyncIterable<Frame>, brought: string[]) {
  let table: Filling | null = null
  let file: { readonly name: string; readonly pieces: Buffer[] } | null = null
  const endFile = async () => {
    if (file) await keepFile(vault, file.name, file.pieces, brought)
    file = null
  }
  for await (const frame of frames) {
    if (frame.part === 'piece') {
      if (table) await table.piece(frame.bytes)
      else file?.pieces.push(Buffer.from(frame.bytes))
      continue
    }
    await endFile()
    if (frame.part === 'table') table = await beginTable(admin, frame)
    if (frame.part === 'rows') {
      if ((await table?.end()) !== frame.count) throw new NotABackup('a table has other rows than it counts')
      table = null
    }
    if (frame.part === 'sequence') await setSequence(admin, frame)
    if (frame.part === 'file' && frame.folder === 'files') file = { name: frame.name, pieces: [] }
  }
}

async function keepFile(vault: FileVault, name: string, pieces: readonly Buffer[], brought: string[]): Promise<void> {
  const path = vault.pathOf(name)
  if (await isThere(path)) return
  await writeDurably(dirname(path), name, async (handle) => {
    for (const piece of pieces) await handle.writeFile(piece)
  })
  brought.push(name)
}

const isThere = (path: string) =>
  readFile(path).then(
    () => true,
    () => false,
  )

/** Puts back what a service keeps beside its database, where nothing stands in its place. Answers how to take it away again. */
export async function putBelongings(folder: string, belongings: Belongings): Promise<() => Promise<void>> {
  const made: string[] = []
  for (const [name, place] of [
    ['service.key', join('keys', 'service.key')],
    ['policy.ts', 'policy.ts'],
  ] as const) {
    const bytes = belongings.get(name)
    const path = join(folder, place)
    if (!bytes || (await isThere(path))) continue
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeDurably(dirname(path), place.split('/').at(-1) ?? name, async (handle) => {
      await handle.writeFile(bytes)
    })
    made.push(path)
  }
  return async () => {
    for (const path of made) await rm(path, { force: true })
  }
}
