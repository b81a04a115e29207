import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipOf } from './write-zip.ts'
import { zipEntries } from './zip-entries.ts'

test('a zip lists what was put into it, and gives it back', () => {
  const parts = [
    { name: 'answer.json', bytes: Buffer.from('{"a":1}') },
    { name: 'dökument-01.txt', bytes: Buffer.from('Some words. '.repeat(50)) },
    { name: 'empty.txt', bytes: Buffer.alloc(0) },
  ]
  const zip = zipOf(parts)
  expect(zipEntries(zip)?.map(({ name, unpacked }) => [name, unpacked])).toEqual(
    parts.map(({ name, bytes }) => [name, bytes.length]),
  )
  let at = 0
  for (const { name, bytes } of parts) {
    expect(zip.subarray(at, at + 4).toString('latin1')).toBe('PK\x03\x04')
    const start = at + 30 + zip.readUInt16LE(at + 26)
    expect(zip.subarray(at + 30, start).toString()).toBe(name)
    const end = start + zip.readUInt32LE(at + 18)
    expect(inflateRawSync(zip.subarray(start, end))).toEqual(bytes)
    at = end
  }
})
