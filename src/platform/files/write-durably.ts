import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** How files begin their names while they are being written; one that keeps such a name was cut off by a crash. */
export const unfinishedPrefix = 'unfinished-'

/** Makes the names in a folder survive a power cut: a renamed file is not safe until its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file that is either whole or absent: under a name that nobody reads, flushed, renamed, its folder flushed.
 * When this resolves the file is on disk, so a transaction may commit that names it.
 */
export async function writeDurably(
  folder: string,
  name: string,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const unfinished = join(folder, `${unfinishedPrefix}${randomBytes(16).toString('hex')}`)
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await write(handle)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, join(folder, name))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
}
