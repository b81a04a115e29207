import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './cluster.ts'
import { note } from './note.ts'

declare module 'vitest' {
  interface ProvidedContext {
    evenhandServerUrl: string
    evenhandSuperuserUrl: string
  }
}

const external = (url: string): TestServer => ({ serverUrl: url, superuserUrl: url, stop: async () => {} })

const serverFor = (project: string): Promise<TestServer> | TestServer => {
  const url = process.env.DATABASE_URL
  if (project === 'pg18') return startTestServer(18)
  if (project === 'pg15') return startTestServer(15)
  if (project === 'external' && url) return external(url)
  throw new Error(`The project ${project} has no PostgreSQL.`)
}

const versionOf = async (url: string): Promise<string> => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const answer = await client.query<{ server_version: string }>('show server_version')
    return answer.rows[0]?.server_version.split(' ')[0] ?? 'of unknown version'
  } finally {
    await client.end()
  }
}

/** Starts the project's PostgreSQL before its first test and stops it after its last. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await serverFor(project.name)
  note({ postgres: await versionOf(server.serverUrl) })
  project.provide('evenhandServerUrl', server.serverUrl)
  project.provide('evenhandSuperuserUrl', server.superuserUrl)
  return server.stop
}
