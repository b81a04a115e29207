import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { FolderInUse, takeLock } from './folder-lock.ts'
import { startMark } from './process-identity.ts'

const folder = mkdtempSync(join(tmpdir(), 'evenhand-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a lock is taken once, and again after it was given back', () => {
  const file = join(folder, 'one')
  const release = takeLock(file, folder)
  expect(() => takeLock(file, folder)).toThrow(FolderInUse)
  release()
  takeLock(file, folder)()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 5, started: '1' })],
  ['of a process whose number is now another', JSON.stringify({ pid: process.pid, started: 'long ago' })],
  ['that was cut off while it was written', '{"pid":'],
])('a lock %s does not count', (_, left) => {
  const file = join(folder, 'two')
  writeFileSync(file, left)
  takeLock(file, folder)()
})

test('a living holder is named', () => {
  const file = join(folder, 'three')
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: startMark(process.pid) }))
  expect(() => takeLock(file, '/srv/evenhand')).toThrow(
    `/srv/evenhand is in use by another Evenhand (process ${process.pid})`,
  )
})
