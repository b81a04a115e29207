import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../files/write-durably.ts'

/** One line of a journal: plain facts that JSON can say. */
export type JournalLine = Readonly<Record<string, unknown>>

/**
 * A file of lines outside the database, to which lines are only added. What is destroyed is written down here first: a database that
 * is restored from a copy has forgotten it, and this has not.
 */
export class Journal<Line extends JournalLine = JournalLine> {
  readonly #path: string

  private constructor(path: string) {
    this.#path = path
  }

  /** Opens a journal, making its folder for its owner alone; the file comes with the first line. */
  static async open<Line extends JournalLine>(path: string): Promise<Journal<Line>> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return new Journal<Line>(path)
  }

  /** Adds a line; when this resolves it is on disk, and so is the name of the file. */
  async append(line: Line): Promise<void> {
    const handle = await open(this.#path, 'a+', 0o600)
    try {
      // A line that a power cut left half written must not swallow this one.
      const torn = await endsTorn(handle)
      await handle.appendFile(`${torn ? '\n' : ''}${JSON.stringify(line)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await syncFolder(dirname(this.#path))
  }

  /** Every whole line, oldest first. A line that was cut off by a crash is passed over: what it announced was not begun. */
  async lines(): Promise<Line[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n').flatMap((line) => {
      const read = parsed(line)
      return read === null ? [] : [read as Line]
    })
  }
}

async function endsTorn(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await handle.stat()
  if (size === 0) return false
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString() !== '\n'
}

function parsed(line: string): unknown {
  try {
    return line === '' ? null : JSON.parse(line)
  } catch {
    return null
  }
}
