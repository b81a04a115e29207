import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { ServerVersion } from '../../src/platform/database/embedded-binaries.ts'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/database/embedded-server.ts'
import { FolderInUse } from '../../src/platform/processes/folder-lock.ts'

export interface TestServer {
  /** Connection address of a role with CREATEROLE and CREATEDB, as a managed server would give it. */
  readonly serverUrl: string
  readonly superuserUrl: string
  readonly stop: () => Promise<void>
}

const installer = 'evenhand_installer'
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'evenhand-test')
const places = 12

/** Runs at the same time must not share a cluster, so each takes the first kept one that nobody uses. */
const startSomewhere = async (version: ServerVersion): Promise<EmbeddedServer> => {
  for (let place = 1; place <= places; place++) {
    const folder = join(cache, `pg${version}-${place}`)
    const start = () => startEmbeddedServer({ folder, version, durable: false, maxConnections: 200, log: () => {} })
    try {
      return await start()
    } catch (error) {
      if (error instanceof FolderInUse) continue
      // Without fsync a power cut may have ruined it; nothing in it is worth keeping.
      deleteHome(folder)
      return await start()
    }
  }
  throw new Error(`All ${places} test clusters for PostgreSQL ${version} are in use.`)
}

const makeInstaller = async (superuserUrl: string): Promise<string> => {
  const password = randomBytes(18).toString('base64url')
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [installer])
    const verb = known.rowCount === 0 ? 'create' : 'alter'
    await client.query(`${verb} role ${installer} login createrole createdb nosuperuser password '${password}'`)
    await client.query(`grant create on database postgres to ${installer}`)
  } finally {
    await client.end()
  }
  const url = new URL(superuserUrl)
  url.username = installer
  url.password = password
  return url.href
}

/** An embedded server for one run of the tests, kept between runs so that the next is quick. */
export const startTestServer = async (version: ServerVersion): Promise<TestServer> => {
  const server = await startSomewhere(version)
  const superuserUrl = server.url('postgres')
  return { serverUrl: await makeInstaller(superuserUrl), superuserUrl, stop: server.stop }
}
