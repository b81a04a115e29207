import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ASSETS_FOLDER, modulesFolder, readTypeface } from './asset-sources.ts'
import type { AssetName } from './assets.ts'
import { hashedName } from './hashed-name.ts'

/** Makes every asset from its source. The compilers are loaded only here: a start that finds the assets made is quick. */
export async function makeAssets(): Promise<ReadonlyMap<AssetName, Buffer>> {
  const typeface = await readTypeface()
  const made = new Map<AssetName, Buffer>(typeface)
  made.set('favicon.svg', await readFile(join(ASSETS_FOLDER, 'images', 'favicon.svg')))
  for (const area of ['public', 'office'] as const) {
    made.set(`${area}.css`, await makeStyles(area, typeface))
    made.set(`${area}.js`, await makeScript(area))
  }
  // Each for two pages of the office alone, so that nobody else has to fetch it.
  for (const name of ['diary', 'passkeys'] as const) made.set(`${name}.js`, await makeScript(name))
  return made
}

async function makeStyles(area: string, typeface: ReadonlyMap<AssetName, Buffer>): Promise<Buffer> {
  const [{ compileAsync }, { transform }] = await Promise.all([import('sass'), import('esbuild')])
  const compiled = await compileAsync(join(ASSETS_FOLDER, 'styles', `${area}.scss`), {
    loadPaths: [modulesFolder()],
    quietDeps: true,
    charset: false,
  })
  const { code } = await transform(compiled.css, { loader: 'css', minify: true })
  const linked = code.replaceAll(/asset:([a-z0-9.-]+)/g, (_, name: AssetName) => {
    const body = typeface.get(name)
    if (!body) throw new Error(`the styles name an asset that there is not: ${name}`)
    return hashedName(name, body)
  })
  return Buffer.from(linked)
}

async function makeScript(name: string): Promise<Buffer> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(ASSETS_FOLDER, 'scripts', `${name}.ts`)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error(`no script was made for ${name}`)
  return Buffer.from(file.contents)
}
