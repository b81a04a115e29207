import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../processes/cannot-start.ts'
import { makeFolder } from '../processes/make-folder.ts'
import { type Account, serverAccount } from './embedded-account.ts'
import { type Binaries, copiedBinaries, installedBinaries, type ServerVersion } from './embedded-binaries.ts'

/** Where one cluster lives and who runs it. */
export interface ClusterHome {
  readonly folder: string
  readonly dataFolder: string
  readonly logFile: string
  readonly lockFile: string
  readonly portFile: string
  readonly passwordFile: string
  readonly account: Account | undefined
  readonly binaries: Binaries
}

const base = '/var/lib/evenhand'
const pointerName = 'database-location'
const ownerName = 'belongs-to'

const readLine = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined

/**
 * As root the cluster cannot lie in `folder`, which its user may not be able to enter: it lies under /var/lib/evenhand,
 * and `folder` keeps a pointer. The pointer goes along when the folder is moved. A copied folder is refused: two
 * services would write into one database.
 */
const outsideHome = (folder: string): string => {
  const pointer = join(folder, pointerName)
  const named = readLine(pointer)
  const usable = named?.startsWith(`${base}/`) && /^[0-9a-f]{16}$/.test(named.slice(base.length + 1))
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const home = usable && named && existsSync(named) ? named : join(base, hash)
  if (named === undefined) setAside(home)
  const owner = readLine(join(home, ownerName))
  if (owner && owner !== folder && readLine(join(owner, pointerName)) === home) {
    throw new CannotStart(
      `The database of ${folder} belongs to ${owner}, of which it is a copy. Delete ${pointer} to begin a new one.`,
    )
  }
  mkdirSync(home, { recursive: true, mode: 0o755 })
  // Whatever the umask: the server's user must be able to pass.
  for (const part of [base, home]) chmodSync(part, 0o755)
  writeFileSync(join(home, ownerName), `${folder}\n`)
  writeFileSync(pointer, `${home}\n`)
  return home
}

/** A folder without a pointer is new: what lies at its place belonged to one of the same name that was deleted. It is not ours to delete. */
const setAside = (home: string): void => {
  if (!existsSync(home)) return
  let count = 1
  while (existsSync(`${home}-left-${count}`)) count++
  renameSync(home, `${home}-left-${count}`)
}

/** Finds or makes the place of this folder's cluster. Nothing is started. */
export const openHome = (wanted: string, version: ServerVersion): ClusterHome => {
  makeFolder(wanted)
  const account = serverAccount()
  const top = account ? outsideHome(realpathSync(wanted)) : realpathSync(wanted)
  const folder = join(top, `postgres-${version}`)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, account ? 0o755 : 0o700)
  return {
    folder,
    dataFolder: join(folder, 'cluster'),
    logFile: join(folder, 'server.log'),
    lockFile: join(folder, 'lock'),
    portFile: join(folder, 'port'),
    passwordFile: join(folder, 'superuser-password'),
    account,
    binaries: account ? copiedBinaries(version, base) : installedBinaries(version),
  }
}

/** Deletes the clusters of a folder, wherever they lie. For tests: a service's data is never deleted this way. */
export const deleteHome = (folder: string): void => {
  const named = readLine(join(folder, pointerName))
  if (named?.startsWith(`${base}/`)) rmSync(named, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
