import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { isAlive, pause, startMark } from '../../src/platform/processes/process-identity.ts'

/** A process, told apart from a later one of the same number. */
export interface Seen {
  readonly pid: number
  readonly mark: string | undefined
}

const parentsOnLinux = (): [number, number][] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]]
      } catch {
        return []
      }
    })

const parents = (): [number, number][] => {
  if (process.platform === 'linux') return parentsOnLinux()
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number)
    return [pid, parent]
  })
}

/** The process and all that it has started, and they in turn. */
export const familyOf = (pid: number): Seen[] => {
  const known = new Set([pid])
  const all = parents()
  for (let before = 0; before !== known.size; ) {
    before = known.size
    for (const [child, parent] of all) if (known.has(parent)) known.add(child)
  }
  return [...known].map((member) => ({ pid: member, mark: startMark(member) }))
}

export const survivors = (family: readonly Seen[]): number[] =>
  family.filter(({ pid, mark }) => isAlive(pid) && startMark(pid) === mark).map(({ pid }) => pid)

/** The numbers of those that are still there after so many milliseconds; empty as soon as all are gone. */
export const survivorsAfter = async (family: readonly Seen[], atMost: number): Promise<number[]> => {
  for (let waited = 0; waited < atMost && survivors(family).length > 0; waited += 50) await pause(50)
  return survivors(family)
}

/** Ends by force whatever of a family is left, so that a failed test leaves nothing behind. */
export const killAll = (family: readonly Seen[]): void => {
  for (const pid of survivors(family)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went by itself in the meantime.
    }
  }
}
