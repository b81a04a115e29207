import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decrypted, encrypted } from './chunked-cipher.ts'
import type { CaseKey } from './keyring.ts'
import { Unreadable } from './sealing.ts'
import { syncFolder, unfinishedPrefix, writeDurably } from './write-durably.ts'

/** The largest file kept, before encryption: 25 MB. */
export const largestFile = 25 * 1024 * 1024

export type StoredFile = {
  /** Random, and the only name that the disk knows. */
  readonly storedName: string
  /** Bytes before encryption. */
  readonly size: number
  /** Hexadecimal, over the bytes before encryption. */
  readonly sha256: string
}

const storedNamePattern = /^[0-9a-f]{32}$/

/** The encrypted files of a service, in one folder; which file is whose is known to the database alone. */
export class FileVault {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens the vault in a folder, which is made when missing, for its owner only. */
  static async open(folder: string): Promise<FileVault> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return new FileVault(folder)
  }

  /** Stores a file; when this resolves it is on disk. Throws RangeError beyond `largestFile`, and leaves nothing. */
  async put(file: {
    readonly key: CaseKey
    readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  }): Promise<StoredFile> {
    const storedName = randomBytes(16).toString('hex')
    const hash = createHash('sha256')
    let size = 0
    async function* measured(): AsyncGenerator<Uint8Array> {
      for await (const piece of file.bytes instanceof Uint8Array ? [file.bytes] : file.bytes) {
        size += piece.length
        if (size > largestFile) throw new RangeError('larger than the vault keeps')
        hash.update(piece)
        yield piece
      }
    }
    await writeDurably(this.#folder, storedName, async (handle) => {
      for await (const chunk of encrypted(measured(), file.key, storedName)) await handle.writeFile(chunk)
    })
    return { storedName, size, sha256: hash.digest('hex') }
  }

  /** The bytes of a file. Throws Unreadable when it is missing, was changed, or another key stored it. */
  async get(file: { readonly key: CaseKey; readonly storedName: string }): Promise<Buffer> {
    const stored = await readFile(this.pathOf(file.storedName)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new Unreadable('missing')
      throw error
    })
    return decrypted(stored, file.key, file.storedName)
  }

  /** Removes a file; once more does no harm, so that a sweep which was cut off can be repeated. */
  async remove(storedName: string): Promise<void> {
    await rm(this.pathOf(storedName), { force: true })
    await syncFolder(this.#folder)
  }

  /**
   * Every file here, for finding those that no row names because their transaction was rolled back. With an age, only those
   * that were stored longer ago: a younger one may be about to be named.
   */
  async storedNames(olderThanSeconds = 0): Promise<string[]> {
    const names = (await readdir(this.#folder)).filter((name) => storedNamePattern.test(name))
    if (olderThanSeconds === 0) return names
    const newest = Date.now() - olderThanSeconds * 1000
    const old: string[] = []
    for (const name of names) {
      const found = await stat(join(this.#folder, name)).catch(() => null)
      if (found && found.mtimeMs <= newest) old.push(name)
    }
    return old
  }

  /**
   * Removes what a crash left half written, and says how many. Those younger than the given age stay: another process
   * may be writing them.
   */
  async sweepUnfinished(olderThanSeconds = 3600): Promise<number> {
    const newest = Date.now() - olderThanSeconds * 1000
    let removed = 0
    for (const name of await readdir(this.#folder)) {
      if (!name.startsWith(unfinishedPrefix)) continue
      const path = join(this.#folder, name)
      const found = await stat(path).catch(() => null)
      if (!found || found.mtimeMs > newest) continue
      await rm(path, { force: true })
      removed++
    }
    if (removed > 0) await syncFolder(this.#folder)
    return removed
  }

  /** Where a file lies, for whoever copies it as it is. Throws TypeError when no file could have this name. */
  pathOf(storedName: string): string {
    if (!storedNamePattern.test(storedName)) throw new TypeError('not a stored name')
    return join(this.#folder, storedName)
  }
}
