import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const linux = process.platform === 'linux'

const orNothing = <Value>(look: () => Value): Value | undefined => {
  try {
    return look()
  } catch {
    return undefined
  }
}

const ps = (column: string, pid: number): string | undefined =>
  orNothing(() => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()) || undefined

/** True while a process with this number exists and has not merely left its number behind. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !linux || fieldsAfterName(pid)?.[0] !== 'Z'
}

// "pid (name) state ppid …": the name may itself hold spaces and brackets.
const fieldsAfterName = (pid: number): string[] | undefined =>
  orNothing(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  })

/** When the process began, as a text that only serves to compare: the same number is used again for others. */
export const startMark = (pid: number): string | undefined => (linux ? fieldsAfterName(pid)?.[19] : ps('lstart', pid))

/** The program and its arguments, joined with spaces; undefined when there is no such process. */
export const commandLine = (pid: number): string | undefined => {
  if (!linux) return ps('command', pid)
  const parts = orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  return parts?.replaceAll('\0', ' ').trim() || undefined
}

/** Numbers of the processes whose working folder is exactly this one. Only Linux tells; elsewhere the list is empty. */
export const processesWorkingIn = (folder: string): number[] =>
  linux
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => orNothing(() => readlinkSync(`/proc/${pid}/cwd`)) === folder)
    : []

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Waits until the process is gone; answers false when it is still there after that many milliseconds. */
export const waitUntilGone = async (pid: number, atMost: number): Promise<boolean> => {
  for (let waited = 0; waited < atMost; waited += 20) {
    if (!isAlive(pid)) return true
    await pause(20)
  }
  return !isAlive(pid)
}

/** Sends the signals one after the other, each with its own patience in milliseconds, until the process is gone. */
export const endProcess = async (pid: number, steps: readonly (readonly [NodeJS.Signals, number])[]): Promise<void> => {
  for (const [signal, patience] of steps) {
    orNothing(() => process.kill(pid, signal))
    if (await waitUntilGone(pid, patience)) return
  }
  throw new Error(`Process ${pid} does not end.`)
}
