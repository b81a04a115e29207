import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../processes/cannot-start.ts'
import type { ServerVersion } from './embedded-binaries.ts'
import type { ClusterHome } from './embedded-home.ts'

export const superuser = 'postgres'

/** Nothing of our own environment reaches the server: no PG* setting, no secret, no locale of the machine. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C', LANG: 'C' })

/**
 * The order of texts must not change with the machine's C library, which would break indexes: 18 has its own Unicode
 * code-point order ("builtin"). What a letter is, is asked from the C library all the same (trigrams do), so its
 * C.UTF-8 is taken where it exists, else the nearest thing.
 */
const localeChoices = (version: ServerVersion): readonly string[][] => {
  const own = version === 18 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  return [
    ['--locale=C.UTF-8', ...own],
    ['--locale=C', '--lc-ctype=UTF-8', ...own],
    ['--locale=C', ...own],
  ]
}

const runInitdb = (
  home: ClusterHome,
  into: string,
  passwordFile: string,
  locale: string[],
): SpawnSyncReturns<string> => {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { mode: 0o700 })
  if (home.account) chownSync(into, home.account.uid, home.account.gid)
  const safety = ['--data-checksums', '--auth-local=scram-sha-256', '--auth-host=scram-sha-256']
  const who = [`--username=${superuser}`, `--pwfile=${passwordFile}`]
  return spawnSync(home.binaries.initdb, [`--pgdata=${into}`, '--encoding=UTF8', ...locale, ...safety, ...who], {
    cwd: home.folder,
    env: serverEnvironment(),
    encoding: 'utf8',
    ...home.account,
  })
}

const makePassword = (home: ClusterHome): string => {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(home.passwordFile, password, { mode: 0o600 })
  return password
}

/** The superuser's password of a cluster that exists. */
export const readPassword = (home: ClusterHome): string => {
  if (!existsSync(home.passwordFile))
    throw new CannotStart(`The file ${home.passwordFile} is missing. The database cannot be opened without it.`)
  return readFileSync(home.passwordFile, 'utf8').trim()
}

/** Makes the cluster unless it is there. A start that was cut off half-way leaves nothing that counts as a cluster. */
export const ensureCluster = (home: ClusterHome, version: ServerVersion): void => {
  if (existsSync(home.dataFolder)) {
    giveBack(home)
    return
  }
  const partial = join(home.folder, 'cluster-in-the-making')
  const passwordFile = join(home.folder, 'initial-password')
  writeFileSync(passwordFile, makePassword(home), { mode: 0o600 })
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid)
  try {
    const said: string[] = []
    const made = localeChoices(version).some((locale) => {
      const answer = runInitdb(home, partial, passwordFile, locale)
      said.push(answer.error?.message ?? answer.stderr.trim())
      return answer.status === 0
    })
    if (!made)
      throw new CannotStart(`The embedded PostgreSQL cannot be set up here; set DATABASE_URL instead. ${said.at(-1)}`)
    renameSync(partial, home.dataFolder)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(partial, { recursive: true, force: true })
  }
}

// After a restore of the machine, or in a new container over an old volume, the system user may have another number.
const giveBack = (home: ClusterHome): void => {
  if (!home.account || statSync(home.dataFolder).uid === home.account.uid) return
  spawnSync('chown', ['-R', `${home.account.uid}:${home.account.gid}`, home.dataFolder], { stdio: 'ignore' })
}
