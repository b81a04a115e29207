import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pause } from '../../src/platform/processes/process-identity.ts'
import { familyOf, killAll, type Seen } from './processes.ts'

const project = join(import.meta.dirname, '..', '..')

export interface Command {
  readonly child: ChildProcess
  readonly pid: number
  /** All that it has said so far, on both channels. */
  readonly said: () => string
  /** Resolves with exit status, or the signal's name. */
  readonly ended: Promise<number | string>
  readonly family: () => Seen[]
}

const running = new Set<Command>()

/** Types a command, in a process group of its own as a terminal would. */
export const type = (script: string, words: readonly string[], environment: Record<string, string> = {}): Command => {
  const { NODE_OPTIONS, VITEST, ...inherited } = process.env
  const child = spawn('npm', ['run', '--silent', script, '--', ...words], {
    cwd: project,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...environment, NO_COLOR: '1' },
  })
  const parts: Buffer[] = []
  child.stdout.on('data', (part) => parts.push(part))
  child.stderr.on('data', (part) => parts.push(part))
  const pid = child.pid ?? 0
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'nothing'))
  })
  const command = { child, pid, said: () => Buffer.concat(parts).toString(), ended, family: () => familyOf(pid) }
  running.add(command)
  ended.then(() => running.delete(command))
  return command
}

/** Waits until the service answers that it is well. Fails with what the command said when it ends instead. */
export const untilHealthy = async (command: Command, port: number, atMost = 110_000): Promise<void> => {
  let ended: number | string | undefined
  command.ended.then((status) => {
    ended = status
  })
  for (let waited = 0; waited < atMost; waited += 100) {
    if (ended !== undefined) throw new Error(`The command ended with ${ended} and said: ${command.said()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new Error(`The service is not well after ${atMost} ms. It said: ${command.said()}`)
}

/** For the end of a test file: nothing that was typed goes on. */
export const endAll = (): void => {
  for (const command of running) killAll(command.family())
}
