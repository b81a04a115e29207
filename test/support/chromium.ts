import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packed from '@sparticuz/chromium'

/** Our own arguments: those that come with the packed browser switch off what a browser protects. */
export const chromiumArguments = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache')

/** A folder of our own, since another user's unpacked browser cannot be run by us. */
const shelf = (): string => {
  const name = `evenhand-chromium-${process.getuid?.() ?? 0}`
  try {
    const folder = join(cache, name)
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    const folder = join(tmpdir(), name)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  }
}

/** Unpacks beside the place and moves it there, so that an unpacking that was cut off is never taken for a browser. */
const unpack = async (folder: string): Promise<string> => {
  const place = join(folder, 'unpacked')
  const program = join(place, 'chromium')
  if (existsSync(program)) return program
  const partial = mkdtempSync(join(folder, 'partial-'))
  const before = process.env.TMPDIR
  try {
    process.env.TMPDIR = partial
    await packed.executablePath()
    chmodSync(join(partial, 'chromium'), 0o755)
    if (!existsSync(place)) renameSync(partial, place)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(partial, { recursive: true, force: true })
  }
  return program
}

/** The browser that the journeys run in: the named one, the system's, or the one that npm brought. */
export const chromiumPath = async (): Promise<string> => {
  const named = process.env.EVENHAND_CHROMIUM
  if (named && !existsSync(named)) throw new Error(`EVENHAND_CHROMIUM names ${named}, where there is no file.`)
  if (named) return named
  const usual = '/usr/bin/chromium'
  if (existsSync(usual)) return usual
  if (process.platform !== 'linux') throw new Error('Set EVENHAND_CHROMIUM to a Chromium or Chrome on this machine.')
  return unpack(shelf())
}
