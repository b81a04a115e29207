import { mkdir, open, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { syncFolder, writeDurably } from '../files/write-durably.ts'

/** One line of a journal: plain facts that JSON can say. */
export type JournalLine = Readonly<Record<string, unknown>>

/**
 * A file of lines outside the database, to which lines are only added. What is destroyed is written down here first: a database that
 * is restored from a copy has forgotten it, and this has not.
 */
export class Journal<Line extends JournalLine = JournalLine> {
  readonly #path: string
  readonly #check: (line: unknown) => Line

  private constructor(path: string, check: (line: unknown) => Line) {
    this.#path = path
    this.#check = check
  }

  /** Opens a journal, making its folder for its owner alone; the file comes with the first line. `check` throws at a line that is none. */
  static async open<Line extends JournalLine>(
    path: string,
    check: (line: unknown) => Line = (line) => line as Line,
  ): Promise<Journal<Line>> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return new Journal<Line>(path, check)
  }

  /** Adds lines; when this resolves they are on disk, and so is the name of the file. */
  async append(...lines: readonly Line[]): Promise<void> {
    for (const line of lines) this.#check(line)
    await inTurn(this.#path, () => this.#add(lines))
  }

  async #add(lines: readonly Line[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const handle = await open(this.#path, 'a+', 0o600)
    try {
      // A line that a power cut left half written must not swallow this one.
      const torn = await endsTorn(handle)
      await handle.appendFile(`${torn ? '\n' : ''}${text}`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await syncFolder(dirname(this.#path))
  }

  /** Keeps of all lines those that `keep` says, in their order; answers how many went. The file is whole at each moment. */
  keepOnly(keep: (line: Line) => boolean): Promise<number> {
    return inTurn(this.#path, async () => {
      const lines = await this.lines()
      const kept = lines.filter(keep)
      if (kept.length === lines.length) return 0
      const text = kept.map((line) => `${JSON.stringify(line)}\n`).join('')
      await writeDurably(dirname(this.#path), basename(this.#path), async (handle) => handle.writeFile(text))
      return lines.length - kept.length
    })
  }

  /** Every whole line, oldest first. A line that was cut off by a crash is passed over: what it announced was not begun. */
  async lines(): Promise<Line[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n').flatMap((line) => {
      const read = parsed(line)
      return read === null ? [] : [this.#check(read)]
    })
  }
}

/** By path, what is being written: a line that is added while others are taken away must not go with them. */
const turns = new Map<string, Promise<unknown>>()

function inTurn<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(path) ?? Promise.resolve()).then(work, work)
  turns.set(
    path,
    turn.catch(() => {}),
  )
  return turn
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
