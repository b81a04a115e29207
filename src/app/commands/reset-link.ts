import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { operatorResetLink } from '../../features/staff/plugin.ts'
import { machineClock } from '../../platform/clock/service-clock.ts'
import { silentLog } from '../../platform/log.ts'
import { openSignIn, openSignInGround } from '../../platform/sign-in/open-sign-in.ts'
import { openDesks } from '../desks.ts'
import { openDatabase } from '../open-database.ts'
import { asInstaller, type DatabasePlace } from '../prepare-database.ts'
import { openSecrets, secretsFile } from '../secrets.ts'
import type { CommandOptions } from './options.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The way back for somebody who has lost password and authenticator, where no second person can approve it: who holds the machine vouches. */
export async function run(options: CommandOptions): Promise<number> {
  const email = options.words[0] ?? ''
  const { data, databaseUrl } = options
  // Looked for before anything is opened: what opens would make a service that is not there.
  if (!existsSync(join(data, secretsFile))) {
    say(`No service has been started in ${data}. Say where it is: --data FOLDER.`)
    return 1
  }
  const { prefix, passwords, signInSecret } = await openSecrets(data)
  const database = await openDatabase(data, databaseUrl, () => {})
  try {
    const place = { installerUrl: database.installerUrl, prefix, passwords, clock: 'machine' } as const
    if (!(await isInstalled(place))) {
      say('The database of this service is empty. Start the service first.')
      return 1
    }
    const origin = new URL(options.origin ?? `http://localhost:${options.port}`)
    return tell(await resetLinkFor(email, { place, signInSecret, origin }), email)
  } finally {
    await database.stop()
  }
}

/** Whether a service has ever started on this database. */
const isInstalled = (place: DatabasePlace): Promise<boolean> =>
  asInstaller(place, async (admin) => {
    const { rowCount } = await admin.query(`SELECT FROM pg_namespace WHERE nspname = 'auth'`)
    return rowCount === 1
  })

/**
 * A one-time address for somebody active; null when nobody has this e-mail address. It is recorded as any link is. Changes nothing
 * else in the database, so that a service may be running on it.
 */
export async function resetLinkFor(
  email: string,
  of: { readonly place: DatabasePlace; readonly signInSecret: Buffer; readonly origin: URL },
): Promise<string | null> {
  const desks = openDesks(of.place, machineClock, silentLog, null)
  try {
    const parts = { pool: desks.authPool, secret: of.signInSecret, machine: machineClock, service: machineClock }
    return await operatorResetLink({ signIn: openSignIn(openSignInGround(parts)), origin: of.origin }, email)
  } finally {
    await desks.close()
  }
}

/** Says the address; the exit status is 1 when there is none. */
export function tell(link: string | null, email: string, write: (line: string) => void = say): number {
  if (link === null) {
    write(`Nobody who may sign in has the e-mail address ${email}.`)
    return 1
  }
  write(`For ${email}, once, within 24 hours: ${link}`)
  write('Whoever opens it sets a new password and authenticator. Hand it over yourself.')
  return 0
}
