import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sourcesHash } from './asset-sources.ts'
import { ASSETS_PATH, type AssetFile, type AssetName, type Assets } from './assets.ts'
import { hashedName } from './hashed-name.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * The styles, scripts, typeface and drawings that pages use, compressed. They are kept in `cacheFolder`, in a folder named
 * by a hash of the sources and of the versions of what they are made with, so a second start only reads them.
 */
export async function buildAssets(cacheFolder: string): Promise<Assets> {
  const folder = join(cacheFolder, await sourcesHash())
  const kept = await readKept(folder)
  if (kept) return kept
  await keep(cacheFolder, folder)
  const made = await readKept(folder)
  if (!made) throw new Error(`the assets that were just made cannot be read in ${folder}`)
  return made
}

/** Written beside and then moved, so that a start that is killed halfway leaves nothing half-made. */
async function keep(cacheFolder: string, folder: string) {
  const { makeAssets } = await import('./make-assets.ts')
  await mkdir(cacheFolder, { recursive: true })
  const unfinished = await mkdtemp(join(cacheFolder, 'making-'))
  for (const [name, body] of await makeAssets()) {
    await writeFile(join(unfinished, name), body)
    if (extname(name) === '.woff2') continue
    await writeFile(join(unfinished, `${name}.br`), await toBrotli(body))
    await writeFile(join(unfinished, `${name}.gz`), await promisify(gzip)(body, { level: 9 }))
  }
  try {
    await rename(unfinished, folder)
  } catch {
    // Another start was quicker and has put the same files there; if not, reading them says so.
    await rm(unfinished, { recursive: true, force: true })
  }
}

const toBrotli = (body: Buffer) =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })

async function readKept(folder: string): Promise<Assets | undefined> {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return undefined
  const bodies = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  )
  const files = new Map<string, AssetFile>()
  const urls = new Map<string, string>()
  for (const [name, body] of bodies) {
    const type = types[extname(name)]
    if (!type) continue
    const path = ASSETS_PATH + hashedName(name, body)
    const brotli = bodies.get(`${name}.br`)
    const gzipped = bodies.get(`${name}.gz`)
    urls.set(name, path)
    files.set(path, { body, type, ...(brotli ? { brotli } : {}), ...(gzipped ? { gzip: gzipped } : {}) })
  }
  return { files, url: (name: AssetName) => urls.get(name) ?? unknown(name) }
}

function unknown(name: string): never {
  throw new Error(`there is no asset ${name}`)
}
