import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssetName } from './assets.ts'

export const ASSETS_FOLDER = dirname(fileURLToPath(import.meta.url))

const require = createRequire(import.meta.url)
const TYPEFACE = '@fontsource-variable/atkinson-hyperlegible-next'
const MADE_WITH = [TYPEFACE, 'govuk-frontend', 'sass', 'esbuild']

const typefaceFiles: Partial<Record<AssetName, string>> = {
  'typeface.woff2': 'latin-wght-normal',
  'typeface-extended.woff2': 'latin-ext-wght-normal',
  'typeface-italic.woff2': 'latin-wght-italic',
}

/** Where the packages that we ask for by name lie, for whatever resolves names by folder. */
export const modulesFolder = (): string => dirname(dirname(require.resolve('govuk-frontend/package.json')))

const packageFolder = (name: string) => join(modulesFolder(), name)

/** The typeface's files by the name under which they are served. */
export async function readTypeface(): Promise<ReadonlyMap<AssetName, Buffer>> {
  const folder = join(packageFolder(TYPEFACE), 'files')
  const files = new Map<AssetName, Buffer>()
  for (const [name, part] of Object.entries(typefaceFiles)) {
    files.set(name as AssetName, await readFile(join(folder, `atkinson-hyperlegible-next-${part}.woff2`)))
  }
  return files
}

/** A hash over all that the assets are made of: our sources and the versions of what they are made with. */
export async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of MADE_WITH) hash.update(await readFile(join(packageFolder(name), 'package.json')))
  for (const folder of ['.', 'styles', 'scripts', 'images']) {
    const entries = await readdir(join(ASSETS_FOLDER, folder), { withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile()).sort((one, other) => (one.name < other.name ? -1 : 1))) {
      hash.update(`\0${folder}/${entry.name}\0`).update(await readFile(join(ASSETS_FOLDER, folder, entry.name)))
    }
  }
  return hash.digest('hex').slice(0, 32)
}
