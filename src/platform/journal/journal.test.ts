import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Journal } from './journal.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenhand-journal-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('lines are added in order, in a file that its owner alone can read', async () => {
  const path = join(folder, 'one', 'lines.ndjson')
  const journal = await Journal.open<{ n: number }>(path)
  expect(await journal.lines()).toEqual([])
  for (const n of [1, 2, 3]) await journal.append({ n })
  expect(await journal.lines()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  expect(await readFile(path, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":3}\n')
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect((await stat(join(folder, 'one'))).mode & 0o077).toBe(0)
})

test('a line that a power cut tore swallows neither those before nor those after it', async () => {
  const path = join(folder, 'two', 'lines.ndjson')
  const journal = await Journal.open<{ n: number }>(path)
  await journal.append({ n: 1 })
  await appendFile(path, '{"n":2')
  await journal.append({ n: 3 })
  expect(await journal.lines()).toEqual([{ n: 1 }, { n: 3 }])
})

test('lines of many at once are whole', async () => {
  const journal = await Journal.open<{ n: number; words: string }>(join(folder, 'three', 'lines.ndjson'))
  const wanted = Array.from({ length: 40 }, (_, n) => ({ n, words: 'x'.repeat(2000) }))
  await Promise.all(wanted.map((line) => journal.append(line)))
  const found = await journal.lines()
  expect(found.toSorted((a, b) => a.n - b.n)).toEqual(wanted)
})

test('lines whose time is over go, and none that is added meanwhile goes with them', async () => {
  const path = join(folder, 'four', 'lines.ndjson')
  const journal = await Journal.open<{ n: number }>(path)
  const again = await Journal.open<{ n: number }>(path)
  for (let n = 0; n < 20; n++) await journal.append({ n })
  const added = Array.from({ length: 20 }, (_, n) => again.append({ n: 100 + n }))
  expect(await journal.keepOnly(({ n }) => n >= 10)).toBe(10)
  await Promise.all(added)
  const found = (await journal.lines()).map(({ n }) => n)
  expect(found.toSorted((one, other) => one - other)).toEqual([
    ...Array.from({ length: 10 }, (_, n) => 10 + n),
    ...Array.from({ length: 20 }, (_, n) => 100 + n),
  ])
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect(await journal.keepOnly(() => true)).toBe(0)
})
