import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoginPasswords } from '../platform/database/install-roles.ts'
import { loginProcesses } from '../platform/database/role-names.ts'
import { writeDurably } from '../platform/files/write-durably.ts'

/** What this service knows and nobody else: made at the first start, readable by its owner alone. */
export interface Secrets {
  readonly prefix: string
  readonly passwords: LoginPasswords
  readonly formSecret: Buffer
  readonly signInSecret: Buffer
  /** The private key, Ed25519 in PKCS 8, by which heads of the sealed records are signed. */
  readonly sealKey: Buffer
}

interface Stored {
  readonly prefix: string
  readonly passwords: Record<string, string>
  readonly formSecret: string
  readonly signInSecret: string
  /** Missing in what an earlier version of this software wrote. */
  readonly sealKey?: string
}

/** Its name in the service's folder. */
export const secretsFile = 'secrets.json'

export async function openSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, secretsFile)
  const text = await readFile(path, 'utf8').catch(() => null)
  const found = text === null ? fresh() : (JSON.parse(text) as Stored)
  const stored = { ...found, sealKey: found.sealKey ?? freshSealKey().toString('base64url') }
  if (text === null) await writeFile(path, written(stored), { mode: 0o600, flag: 'wx' })
  else if (found.sealKey === undefined) await replace(path, written(stored))
  return {
    prefix: stored.prefix,
    passwords: stored.passwords as LoginPasswords,
    formSecret: Buffer.from(stored.formSecret, 'base64url'),
    signInSecret: Buffer.from(stored.signInSecret, 'base64url'),
    sealKey: Buffer.from(stored.sealKey, 'base64url'),
  }
}

const written = (stored: Stored) => `${JSON.stringify(stored, null, 2)}\n`

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  await writeFile(beside, text, { mode: 0o600, flush: true })
  await rename(beside, path)
}

export const freshSealKey = (): Buffer =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' })

function fresh(): Stored {
  const secret = () => randomBytes(32).toString('base64url')
  return {
    // Roles belong to the whole cluster: two services on one cluster must not share them.
    prefix: `ev${randomBytes(4).toString('hex')}`,
    passwords: Object.fromEntries(loginProcesses.map((it) => [it, secret()])),
    formSecret: secret(),
    signInSecret: secret(),
  }
}

/** Takes over, from a backup, what people's passwords and second factors were made with; this folder's own roles stay its own. */
export async function adoptSecrets(folder: string, backedUp: Buffer | undefined): Promise<void> {
  if (!backedUp) return
  await openSecrets(folder)
  const path = join(folder, secretsFile)
  const own = JSON.parse(await readFile(path, 'utf8')) as Stored
  const { formSecret, signInSecret } = JSON.parse(backedUp.toString()) as Stored
  const text = `${JSON.stringify({ ...own, formSecret, signInSecret }, null, 2)}\n`
  await writeDurably(folder, secretsFile, async (handle) => {
    await handle.writeFile(text)
  })
}
