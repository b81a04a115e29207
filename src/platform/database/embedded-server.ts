import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { CannotStart } from '../processes/cannot-start.ts'
import { takeLock } from '../processes/folder-lock.ts'
import { freePort } from '../processes/free-port.ts'
import { endProcess, isAlive, pause } from '../processes/process-identity.ts'
import type { ServerVersion } from './embedded-binaries.ts'
import { ensureCluster, readPassword, serverEnvironment, superuser } from './embedded-cluster.ts'
import { type ClusterHome, openHome } from './embedded-home.ts'
import { clearLeftovers, readPidFile, shutdownSteps } from './embedded-recovery.ts'

export interface EmbeddedServerOptions {
  /** Where the service keeps its things; as root only a pointer is kept there. Made when missing. */
  readonly folder: string
  readonly version: ServerVersion
  /** Used when free; otherwise the port of the last start, otherwise any. */
  readonly port?: number
  /** One calm line for a person, without values. */
  readonly log: (line: string) => void
  /** False gives up safety for speed. For tests only. */
  readonly durable?: boolean
  readonly maxConnections?: number
}

export interface EmbeddedServer {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly superuser: { readonly user: string; readonly password: string }
  /** A connection address for the superuser. */
  readonly url: (database: string) => string
  readonly dataFolder: string
  /** Fast shutdown; resolves when the server has gone. May be called more than once. */
  readonly stop: () => Promise<void>
  /** Resolves when the server has gone, also when nobody asked it to. */
  readonly gone: Promise<void>
}

const host = '127.0.0.1'
const attempts = 5
const patience = 120_000
const largestLog = 10_000_000

/**
 * Errors quote values ("invalid input syntax for type uuid: …"), so none is logged: only starts, stops and what ends a
 * connection or the server. Statements and their parameters are never logged.
 */
const silence = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length_on_error: '0',
  log_parameter_max_length: '0',
}

const settings = (options: EmbeddedServerOptions, port: number): Record<string, string> => {
  const durable = options.durable === false ? 'off' : 'on'
  return {
    listen_addresses: host,
    port: String(port),
    unix_socket_directories: '',
    max_connections: String(options.maxConnections ?? 60),
    password_encryption: 'scram-sha-256',
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
    // A log segment that is used again keeps what was in it until it is written over; one that is removed does not.
    wal_recycle: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    ...silence,
  }
}

const openLog = (home: ClusterHome): number => {
  if (existsSync(home.logFile) && statSync(home.logFile).size > largestLog)
    renameSync(home.logFile, `${home.logFile}.1`)
  return openSync(home.logFile, 'a', 0o600)
}

/** The server gets a session of its own: Ctrl-C in a terminal must reach us, who then stop it in good order. */
const launch = (home: ClusterHome, options: EmbeddedServerOptions, port: number): ChildProcess => {
  const log = openLog(home)
  try {
    const args = Object.entries(settings(options, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    return spawn(home.binaries.postgres, ['-D', home.dataFolder, ...args], {
      cwd: home.folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(),
      ...home.account,
    })
  } finally {
    closeSync(log)
  }
}

/** True when it takes connections, false when it ended instead. */
const becomesReady = async (home: ClusterHome, child: ChildProcess): Promise<boolean> => {
  let failed = false
  child.once('error', () => {
    failed = true
  })
  for (const begin = performance.now(); performance.now() - begin < patience; ) {
    if (failed || child.exitCode !== null || child.signalCode !== null) return false
    const seen = readPidFile(home)
    if (seen?.ready && seen.pid === child.pid) return true
    await pause(15)
  }
  if (child.pid) await endProcess(child.pid, shutdownSteps)
  return false
}

const startProcess = async (home: ClusterHome, options: EmbeddedServerOptions) => {
  const kept = existsSync(home.portFile) ? Number(readFileSync(home.portFile, 'utf8')) : undefined
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // From the second attempt on any port: somebody may have taken ours between the look and the start.
    const port = await freePort(attempt === 1 ? (options.port ?? kept) : undefined)
    const child = launch(home, options, port)
    if (await becomesReady(home, child)) {
      writeFileSync(home.portFile, String(port))
      return { child, port }
    }
    await pause(attempt * 200)
    await clearLeftovers(home, options.log)
  }
  throw new CannotStart(`The embedded PostgreSQL does not start. What it said is in ${home.logFile}.`)
}

/** Ties the server's end to ours as far as can be: an uncaught exception still passes through 'exit'. */
const handle = (child: ChildProcess, release: () => void) => {
  const lastAct = () => {
    child.kill('SIGINT')
  }
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      process.off('exit', lastAct)
      release()
      resolve()
    })
  })
  process.on('exit', lastAct)
  child.unref()
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) {
      child.ref()
      await endProcess(child.pid, shutdownSteps)
    }
    await gone
  }
  return { gone, stop }
}

/**
 * Starts the PostgreSQL that comes with Evenhand on this folder's cluster, which is made at the first start. What an
 * earlier run has left behind after a crash is cleared first. Throws FolderInUse when another process serves this folder.
 */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const home = openHome(options.folder, options.version)
  const release = takeLock(home.lockFile, options.folder)
  try {
    await clearLeftovers(home, options.log)
    ensureCluster(home, options.version)
    const { child, port } = await startProcess(home, options)
    const password = readPassword(home)
    return {
      host,
      port,
      superuser: { user: superuser, password },
      url: (database) => `postgres://${superuser}:${password}@${host}:${port}/${encodeURIComponent(database)}`,
      dataFolder: home.dataFolder,
      ...handle(child, release),
    }
  } catch (error) {
    release()
    throw error
  }
}

/** How to reach the server that another process runs on this folder's cluster; null when none does. */
export const runningServer = (folder: string, version: ServerVersion): ((database: string) => string) | null => {
  const home = openHome(folder, version)
  const seen = readPidFile(home)
  if (!seen?.ready || !isAlive(seen.pid) || !existsSync(home.portFile)) return null
  const port = readFileSync(home.portFile, 'utf8').trim()
  const password = readPassword(home)
  return (database) => `postgres://${superuser}:${password}@${host}:${port}/${encodeURIComponent(database)}`
}
