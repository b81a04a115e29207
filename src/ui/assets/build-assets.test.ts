import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Assets, assetUrl, setAssets } from './assets.ts'
import { buildAssets } from './build-assets.ts'

let folder: string
let assets: Assets

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenhand-assets-'))
  assets = await buildAssets(folder)
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const styles = () => [...assets.files].filter(([path]) => path.endsWith('.css'))

test('a second start only reads what the first made', async () => {
  const before = await readdir(folder)
  const start = performance.now()
  const again = await buildAssets(folder)
  expect(performance.now() - start).toBeLessThan(50)
  expect([...again.files.keys()]).toEqual([...assets.files.keys()])
  expect(await readdir(folder)).toEqual(before)
})

test('two starts at once leave one folder', async () => {
  const other = await mkdtemp(join(tmpdir(), 'evenhand-assets-'))
  const [one, two] = await Promise.all([buildAssets(other), buildAssets(other)])
  expect([...one.files.keys()]).toEqual([...two.files.keys()])
  expect(await readdir(other)).toHaveLength(1)
  await rm(other, { recursive: true })
}, 60_000)

test('names carry a hash, and what the styles name is there', () => {
  expect(assets.url('public.css')).toMatch(/^\/assets\/public\.[0-9a-f]{12}\.css$/)
  for (const [, { body }] of styles()) {
    const named = [...body.toString().matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, name]) => `/assets/${name}`)
    expect(named.length).toBeGreaterThan(2)
    for (const path of named) expect(assets.files.has(path)).toBe(true)
  }
})

test('what is compressed is the same, and small', () => {
  for (const [path, { body, brotli, gzip }] of assets.files) {
    if (path.endsWith('.woff2')) continue
    expect(brotliDecompressSync(brotli ?? '').equals(body)).toBe(true)
    expect(gunzipSync(gzip ?? '').equals(body)).toBe(true)
    expect(brotli?.length).toBeLessThan(25_000)
  }
})

test('nothing in the assets leads to another place, nor to what is not ours to use', () => {
  for (const [path, { body }] of styles()) {
    const text = body.toString()
    expect([path, /url\(["']?(https?:|\/\/|data:)|@import|GDS Transport|crown/i.exec(text)?.[0]]).toEqual([
      path,
      undefined,
    ])
  }
})

test('pages use the names of the assets that they were told', () => {
  setAssets(assets)
  expect(assetUrl('office.js')).toBe(assets.url('office.js'))
})
