import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, endProcess, isAlive, processesWorkingIn } from '../processes/process-identity.ts'
import type { ClusterHome } from './embedded-home.ts'

export const pidFile = (home: ClusterHome): string => join(home.dataFolder, 'postmaster.pid')

/** What the server has written about itself: its process, and whether it takes connections. */
export const readPidFile = (home: ClusterHome): { pid: number; ready: boolean } | undefined => {
  const file = pidFile(home)
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined
}

/** Fast shutdown, then immediate, then by force; the server repairs itself from its log at the next start. */
export const shutdownSteps = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const

/**
 * After our own process was killed, its server may still run, or its pid file lie about, or single backends linger with
 * the shared memory. We hold the folder's lock, so nobody else's service runs on this cluster: what is left is ended.
 * A process is only touched when its command line or working folder names this very data folder.
 */
export const clearLeftovers = async (home: ClusterHome, log: (line: string) => void): Promise<void> => {
  const left = readPidFile(home)
  if (left && isAlive(left.pid) && isOurServer(home, left.pid)) {
    log('The database server of an earlier run is still there. Stopping it.')
    await endProcess(left.pid, shutdownSteps)
  }
  for (const pid of processesWorkingIn(home.dataFolder)) {
    await endProcess(pid, [['SIGTERM', 2_000], ...shutdownSteps.slice(1)])
  }
  rmSync(pidFile(home), { force: true })
}

const isOurServer = (home: ClusterHome, pid: number): boolean => {
  const line = commandLine(pid)
  return line !== undefined && `${line} `.includes(` -D ${home.dataFolder} `) && /postgres(\.exe)? /.test(line)
}
