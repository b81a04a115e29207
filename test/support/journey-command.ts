import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'

/** A command of Evenhand that serves, in a process and a folder of its own. */
export interface RunningCommand {
  readonly folder: string
  /** All that it said so far. */
  said(): string
  /** Resolves with the first thing that it says of this kind; rejects when it ends before. */
  saying(words: RegExp): Promise<RegExpExecArray>
  /** Asks it to stop, waits until it has, and takes away what it made. */
  end(): Promise<void>
}

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

/** Runs a command as a person does. It ends by itself when the one who asked dies: the channel between them closes. */
export function runCommand(
  command: 'demo' | 'start',
  port: number,
  prepare?: (folder: string) => Promise<void>,
): RunningCommand {
  const folder = mkdtempSync(join(tmpdir(), `evenhand-${command}-`))
  const call = ['--import', 'tsx', main, command, '--data', folder, '--port', String(port)]
  const started = (prepare?.(folder) ?? Promise.resolve()).then(() =>
    spawn(process.execPath, call, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] }),
  )
  let said = ''
  const heard = new Set<() => void>()
  const ended = started.then(async (child) => {
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString()
      for (const look of heard) look()
    })
    await once(child, 'exit')
  })
  return {
    folder,
    said: () => said,
    saying: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(said)
          if (!found) return
          heard.delete(look)
          resolve(found)
        }
        heard.add(look)
        look()
        ended.then(() => reject(new Error(`it ended before it said ${words}:\n${said}`)), reject)
      }),
    end: async () => {
      const child = await started
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
      deleteHome(join(folder, 'postgres'))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
