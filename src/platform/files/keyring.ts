import { createHash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openBytes, sealBytes } from './sealing.ts'
import { syncFolder, writeDurably } from './write-durably.ts'

/** The key of one case's files and drafts: 32 random bytes. It exists in clear only in memory. */
export type CaseKey = Buffer & { readonly caseKey: unique symbol }

/** A case's key as the database keeps it, readable with the service key only. Destroy it and the files are noise. */
export type WrappedKey = string & { readonly wrappedKey: unique symbol }

const keyBytes = 32
const keyFile = 'service.key'
const wrapping = 'evenhand case key 1'

/** A fresh key for a case. */
export const newCaseKey = (): CaseKey => randomBytes(keyBytes) as CaseKey

/**
 * Seals a short text such as a draft. The context names its place (a table and a row, say): the text opens there only.
 */
export const seal = (text: string, key: CaseKey, context: string): string =>
  sealBytes(Buffer.from(text), key, `evenhand text 1 ${context}`).toString('base64url')

/** Opens a text that `seal` made. Throws Unreadable. */
export const open = (sealed: string, key: CaseKey, context: string): string =>
  openBytes(Buffer.from(sealed, 'base64url'), key, `evenhand text 1 ${context}`).toString()

/** Holds the service key, which wraps the keys of cases. */
export class Keyring {
  readonly #serviceKey: Buffer

  constructor(serviceKey: Buffer) {
    if (serviceKey.length !== keyBytes) throw new Error(`${keyFile} must hold ${keyBytes} bytes`)
    this.#serviceKey = serviceKey
  }

  /** Tells two service keys apart without telling the key: a restored database needs the key that wrapped its own. */
  get fingerprint(): string {
    return createHash('sha256').update('evenhand fingerprint 1').update(this.#serviceKey).digest('hex').slice(0, 16)
  }

  /** A case's key for the database. */
  wrap(key: CaseKey): WrappedKey {
    return sealBytes(key, this.#serviceKey, wrapping).toString('base64url') as WrappedKey
  }

  /** The key that `wrap` hid. Throws Unreadable when this service key did not wrap it. */
  unwrap(wrapped: WrappedKey): CaseKey {
    return openBytes(Buffer.from(wrapped, 'base64url'), this.#serviceKey, wrapping) as CaseKey
  }
}

/**
 * Opens the keyring of a folder, making the service key the first time. It is kept out of the database, so that a
 * stolen copy of either alone reads nothing. Throws when others than its owner may read the key.
 */
export async function openKeyring(folder: string): Promise<Keyring> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, keyFile)
  const found = await readIfThere(path)
  if (found) return new Keyring(found)
  const made = `${keyFile}.${randomBytes(8).toString('hex')}`
  await writeDurably(folder, made, async (handle) => {
    await handle.writeFile(randomBytes(keyBytes))
  })
  try {
    // A link never replaces: of two processes that start at once, both read the key of the first.
    await link(join(folder, made), path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
  await rm(join(folder, made), { force: true })
  await syncFolder(folder)
  return new Keyring(await readFile(path))
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    const { mode } = await stat(path)
    if (mode & 0o077) throw new Error(`${keyFile} may be read by others: give it mode 0600`)
    return await readFile(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
