import { join } from 'node:path'
import pg from 'pg'
import { runningServer, startEmbeddedServer } from '../platform/database/embedded-server.ts'

/** A PostgreSQL with a database for this service, and how to let go of it. */
export interface OpenedDatabase {
  readonly installerUrl: string
  /** Resolves when an embedded server has gone, also when nobody asked it to. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

const database = 'evenhand'

/** The same for something that can be done while the service runs: then its own server is used, and left alone afterwards. */
export async function joinDatabase(folder: string, url: string | undefined): Promise<OpenedDatabase> {
  const running = url ? null : runningServer(join(folder, 'postgres'), 18)
  if (!running) return openDatabase(folder, url, () => {})
  return { installerUrl: running(database), gone: new Promise(() => {}), stop: async () => {} }
}

/** The PostgreSQL that the operator names, or our own in the service's folder. */
export async function openDatabase(
  folder: string,
  url: string | undefined,
  log: (line: string) => void,
): Promise<OpenedDatabase> {
  if (url) return { installerUrl: url, gone: new Promise(() => {}), stop: async () => {} }
  const server = await startEmbeddedServer({ folder: join(folder, 'postgres'), version: 18, log })
  try {
    await makeDatabase(server.url('postgres'))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { installerUrl: server.url(database), gone: server.gone, stop: () => server.stop() }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${database}`)
      await client.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`)
    }
  } finally {
    await client.end()
  }
}
