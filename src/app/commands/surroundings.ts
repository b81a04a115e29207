import { randomUUID } from 'node:crypto'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { listenError } from '../../platform/processes/free-port.ts'
import { makeFolder } from '../../platform/processes/make-folder.ts'

/** The oldest minor of each PostgreSQL whose roles and row rules keep their word (CVE-2024-10976, CVE-2025-8713 and later). */
const oldest: Readonly<Record<number, number>> = { 15: 150018, 16: 160014, 17: 170010, 18: 180004 }

const dotted = (version: number): string => `${Math.floor(version / 10_000)}.${version % 10_000}`

/** What is wrong with a server of this version (as `server_version_num` gives it), or undefined. */
export const versionProblem = (version: number, anyMinor = false): string | undefined => {
  const major = Math.floor(version / 10_000)
  if (major < 15) return `The database server is PostgreSQL ${dotted(version)}. Evenhand needs 15 or later.`
  const floor = oldest[major]
  if (anyMinor || floor === undefined || version >= floor) return undefined
  return `The database server is PostgreSQL ${dotted(version)}, which has known faults in its row rules. Update it to ${dotted(floor)} or later.`
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'the password is not accepted',
  '28000': 'this user may not connect',
  '3D000': 'there is no database of that name',
}

/** Tries the database that DATABASE_URL names. The address itself is not repeated: it holds a password. */
export const databaseProblem = async (url: string, anyMinor = false): Promise<string | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const answer = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    return versionProblem(answer.rows[0]?.version ?? 0, anyMinor)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    return `The database that DATABASE_URL names cannot be reached: ${reasons[code] ?? (code || message)}.`
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the service can listen there. */
export const portProblem = async (port: number, host: string): Promise<string | undefined> => {
  const code = await listenError(port, host)
  if (code === undefined) return undefined
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use. Choose another with --port.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one from 1024 with --port.`
  return `The host ${host} is no address of this machine. Choose another with --host.`
}

/** Whether we can write into the folder, which is made when it is missing. */
export const folderProblem = (folder: string): string | undefined => {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) return `${folder} is not a folder. Choose another with --data.`
    const trial = join(folder, `.trial-${randomUUID()}`)
    writeFileSync(trial, '')
    rmSync(trial)
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} is not a folder. Choose another with --data.`
    return `The folder ${folder} cannot be written to (${code}). Choose another with --data.`
  }
}
