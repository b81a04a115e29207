import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { copiedOut, openSnapshot } from '../../platform/backup/copy-out.ts'
import { framed, piecesOf } from '../../platform/backup/frames.ts'
import { writeSealed } from '../../platform/backup/sealed-file.ts'
import type { RoleNames } from '../../platform/database/role-names.ts'
import { ident } from '../../platform/database/sql-names.ts'
import { FileVault } from '../../platform/files/file-vault.ts'
import { type Id, newId } from '../../values/ids.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'
import { secretsFile } from '../secrets.ts'
import type { Manifest } from './manifest.ts'

export interface BackupParts {
  readonly place: DatabasePlace
  /** The service's own folder. */
  readonly folder: string
  /** Where the backup is written. */
  readonly path: string
  /** Public keys: whoever has the secret half of one of them can open it. */
  readonly recipients: readonly string[]
  readonly now: Temporal.Instant
}

export interface MadeBackup {
  readonly id: Id
  readonly size: number
  readonly tables: number
  readonly rows: number
  readonly files: number
}

/** What of a service's folder goes along besides the stored files; the rest is made anew, or is of this machine alone. */
const belongings = [
  ['keys', 'service.key', join('keys', 'service.key')],
  ['service', 'policy.ts', 'policy.ts'],
  ['service', secretsFile, secretsFile],
] as const

/**
 * Copies a service as it stands at one moment, while people work with it: every row, every stored file, its keys and its policy. Not the
 * journal: it must know what this copy has forgotten. Recorded in the database once the file is whole and on disk.
 */
export function makeBackup(parts: BackupParts): Promise<MadeBackup> {
  const { place, path, recipients, now } = parts
  return asInstaller(place, async (admin, names) => {
    const id = newId()
    const sums = { tables: 0, rows: 0, files: 0 }
    const size = await writeSealed(path, recipients, framesOf(admin, names, { ...parts, id }, sums))
    await admin.query('COMMIT')
    await admin.query(`SET ROLE ${ident(names.owner)}`)
    await admin.query(
      'INSERT INTO ev.backup (id, made_at, file_name, size_bytes, key_name) VALUES ($1, $2, $3, $4, $5)',
      [id, now.toString(), path, size, recipients.map((it) => it.slice(0, 16)).join(' ')],
    )
    return { id, size, ...sums }
  })
}

async function* framesOf(
  admin: pg.Client,
  names: RoleNames,
  parts: BackupParts & { readonly id: Id },
  sums: { tables: number; rows: number; files: number },
): AsyncGenerator<Buffer> {
  await openSnapshot(admin, names)
  yield framed({ part: 'manifest', manifest: await manifestOf(admin, parts) })
  yield* copiedOut(admin, sums)
  const vault = await FileVault.open(join(parts.folder, 'files'))
  // One that is gone since the list was read was destroyed since: its row is in the copy, and goes again by the journal.
  for (const name of await vault.storedNames()) yield* fileFrames('files', name, vault.pathOf(name), sums)
  for (const [folder, name, path] of belongings) yield* fileFrames(folder, name, join(parts.folder, path), sums)
  yield framed({ part: 'end', ...sums })
}

async function* fileFrames(
  folder: 'files' | 'keys' | 'service',
  name: string,
  path: string,
  sums: { files: number },
): AsyncGenerator<Buffer> {
  const stream = createReadStream(path)
  const isThere = await new Promise<boolean>((resolve, reject) => {
    stream.once('open', () => resolve(true))
    stream.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(false) : reject(error)))
  })
  if (!isThere) return
  yield framed({ part: 'file', folder, name })
  for await (const chunk of stream) yield* piecesOf(chunk as Buffer)
  sums.files++
}

async function manifestOf(admin: pg.Client, { id, now }: BackupParts & { readonly id: Id }): Promise<Manifest> {
  const { rows: schema } = await admin.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM ev.migration ORDER BY name',
  )
  const { rows: policies } = await admin.query<{ hash: string; service: string }>(
    `SELECT hash, policy #>> '{service,name}' AS service FROM ev.policy_version ORDER BY applied_at DESC LIMIT 1`,
  )
  const [policy] = policies
  if (!policy) throw new Error('a service without a policy has nothing to keep')
  return { format: 1, id, madeAt: now.toString(), service: policy.service, policyHash: policy.hash, schema }
}

/** The public keys of a service's backups, one a line. */
export const recipientsPath = (folder: string): string => join(folder, 'backup-keys.txt')

/** None when nobody made a key yet. */
export const recipientsOf = async (folder: string): Promise<string[]> =>
  readFile(recipientsPath(folder), 'utf8').then(
    (text) => text.split('\n').flatMap((line) => line.split('#')[0]?.trim() || []),
    () => [],
  )
