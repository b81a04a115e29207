import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { syncFolder, unfinishedPrefix } from '../files/write-durably.ts'
import { NotABackup } from './frames.ts'

/** Somebody's keys for backups: the secret half opens them and is kept elsewhere, the public half stays here and makes them. */
export interface BackupKey {
  readonly identity: string
  readonly recipient: string
}

export async function newBackupKey(): Promise<BackupKey> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The keys in a file as `age-keygen` writes it: one a line, remarks after `#`. */
export async function keysIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  return text.split('\n').flatMap((line) => {
    const key = line.split('#')[0]?.trim()
    return key ? [key] : []
  })
}

/**
 * Writes bytes as they come into a file that only the holders of the secret keys can read: packed, then encrypted. The file is whole or
 * absent. Answers its size.
 */
export async function writeSealed(
  path: string,
  recipients: readonly string[],
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  const unfinished = join(dirname(path), `${unfinishedPrefix}${basename(path)}`)
  await rm(unfinished, { force: true })
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    const write = handle.createWriteStream({ flush: true })
    await pipeline(Readable.from(bytes, { objectMode: false }), createGzip(), sealing(recipients), write)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
  const written = await open(path)
  try {
    return (await written.stat()).size
  } finally {
    await written.close()
  }
}

const sealing = (recipients: readonly string[]) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const age = new Encrypter()
    for (const recipient of recipients) age.addRecipient(recipient)
    yield* fromWeb(await age.encrypt(toWeb(Readable.from(source, { objectMode: false }))))
  }

/** The bytes that `writeSealed` was given. Throws NotABackup when a key does not open it, or anything in it was changed. */
export async function* openSealed(path: string, identities: readonly string[]): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const opening = async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const age = new Decrypter()
    for (const identity of identities) age.addIdentity(identity)
    yield* fromWeb(await age.decrypt(toWeb(Readable.from(source, { objectMode: false }))))
  }
  const running = pipeline(createReadStream(path), opening, gunzip)
  running.catch(() => {})
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
    await running
  } catch (error) {
    if (error instanceof NotABackup) throw error
    const words = await running.then(
      () => error,
      (cause: unknown) => cause,
    )
    if ((words as NodeJS.ErrnoException).code === 'ENOENT') throw words
    throw new NotABackup(reasonOf(words), { cause: words })
  }
}

const reasonOf = (error: unknown): string =>
  /no identity matched/i.test(String(error))
    ? 'this key does not open it'
    : 'it is not a whole backup: it was changed, or is cut off'

const toWeb = (readable: Readable) => Readable.toWeb(readable) as unknown as ReadableStream<Uint8Array>
const fromWeb = (stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> =>
  Readable.fromWeb(stream as unknown as NodeReadableStream)
