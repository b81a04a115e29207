import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readPassword, superuser } from '../../src/platform/database/embedded-cluster.ts'
import { openHome } from '../../src/platform/database/embedded-home.ts'
import { demonstrationVariable } from './journey-set-up.ts'

/** The demonstration that all journeys of a run share. */
export interface Demonstration {
  readonly address: string
  readonly folder: string
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
  return { address, folder }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/health`).then(
    (response) => response.ok,
    () => false,
  )

/** Lets somebody's newest sign-in go without a click for longer than the quarter of an hour after which it ends. */
export async function leaveIdle(folder: string, name: string): Promise<void> {
  const home = openHome(join(folder, 'postgres'), 18)
  const port = Number(readFileSync(home.portFile, 'utf8'))
  const login = { host: '127.0.0.1', port, user: superuser, password: readPassword(home), database: 'evenhand' }
  const client = new pg.Client(login)
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `UPDATE auth.sign_in SET seen_at = seen_at - interval '16 minutes', made_at = made_at - interval '16 minutes'
        WHERE id = (SELECT sign_in.id FROM auth.sign_in JOIN ev.staff ON staff.id = staff_id
                     WHERE staff.name = $1 AND ended_at IS NULL ORDER BY made_at DESC LIMIT 1)`,
      [name],
    )
    if (rowCount !== 1) throw new Error(`${name} is not signed in`)
  } finally {
    await client.end()
  }
}
