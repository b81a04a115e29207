import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoginPasswords } from '../platform/database/install-roles.ts'
import { loginProcesses } from '../platform/database/role-names.ts'

/** What this service knows and nobody else: made at the first start, readable by its owner alone. */
export interface Secrets {
  readonly prefix: string
  readonly passwords: LoginPasswords
  readonly formSecret: Buffer
  readonly signInSecret: Buffer
}

interface Stored {
  readonly prefix: string
  readonly passwords: Record<string, string>
  readonly formSecret: string
  readonly signInSecret: string
}

/** Its name in the service's folder. */
export const secretsFile = 'secrets.json'

export async function openSecrets(folder: string): Promise<Secrets> {
  const path = join(folder, secretsFile)
  const text = await readFile(path, 'utf8').catch(() => null)
  const stored = text === null ? fresh() : (JSON.parse(text) as Stored)
  if (text === null) await writeFile(path, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return {
    prefix: stored.prefix,
    passwords: stored.passwords as LoginPasswords,
    formSecret: Buffer.from(stored.formSecret, 'base64url'),
    signInSecret: Buffer.from(stored.signInSecret, 'base64url'),
  }
}

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
