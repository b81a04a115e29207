import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readPassword, superuser } from '../../src/platform/database/embedded-cluster.ts'
import { openHome } from '../../src/platform/database/embedded-home.ts'
import { demonstrationVariable } from './journey-set-up.ts'

/** The demonstration that all journeys of a run share. */
export interface Demonstration {
  readonly address: string
  /** A statement as the owner of the cluster: for what no person can do, such as letting a quarter of an hour go by. */
  asOwner(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
}

const patience = 240_000
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until the demonstration answers. */
export async function findDemonstration(): Promise<Demonstration> {
  const named = process.env[demonstrationVariable]
  if (!named) throw new Error('the demonstration for the journeys was not started')
  const { address, folder } = JSON.parse(named) as { address: string; folder: string }
  const until = performance.now() + patience
  while (!(await answers(address))) {
    if (performance.now() > until) throw new Error('the demonstration for the journeys did not answer in time')
    await pause(250)
  }
  return { address, asOwner: (sql, values = []) => asOwner(folder, sql, values) }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/health`).then(
    (response) => response.ok,
    () => false,
  )

async function asOwner(folder: string, sql: string, values: readonly unknown[]) {
  const home = openHome(join(folder, 'postgres'), 18)
  const port = Number(readFileSync(home.portFile, 'utf8'))
  const login = { host: '127.0.0.1', port, user: superuser, password: readPassword(home), database: 'evenhand' }
  const client = new pg.Client(login)
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
