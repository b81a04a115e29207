import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, open as openFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chunkBytes } from './chunked-cipher.ts'
import { FileVault, largestFile } from './file-vault.ts'
import { newCaseKey, open, openKeyring, seal, type WrappedKey } from './keyring.ts'
import { Unreadable } from './sealing.ts'

let folder: string
let vault: FileVault
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'))
  vault = await FileVault.open(join(folder, 'files'))
})
afterEach(() => rm(folder, { recursive: true }))

const key = newCaseKey()
const onDisk = () => readdir(join(folder, 'files'))

describe('a stored file', () => {
  test.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, largestFile])(
    'of %i bytes comes back',
    async (size) => {
      const bytes = randomBytes(size)
      const stored = await vault.put({ key, bytes })
      expect(stored.size).toBe(size)
      expect((await vault.get({ key, storedName: stored.storedName })).equals(bytes)).toBe(true)
      expect(await vault.storedNames()).toEqual([stored.storedName])
    },
  )

  test('may come in pieces of any size, and has the hash of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 6 }), async (pieces) => {
        async function* arriving() {
          yield* pieces
        }
        const whole = await vault.put({ key, bytes: Buffer.concat(pieces) })
        const { storedName, ...same } = await vault.put({ key, bytes: arriving() })
        expect(same).toEqual({ size: whole.size, sha256: whole.sha256 })
        expect((await vault.get({ key, storedName })).equals(Buffer.concat(pieces))).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  test('shows nothing of its words or its name, and only its owner may read it', async () => {
    const { storedName } = await vault.put({ key, bytes: Buffer.from('quillfeather'.repeat(1000)) })
    const raw = await readFile(join(folder, 'files', storedName))
    expect(raw.includes('quillfeather')).toBe(false)
    expect(storedName).toMatch(/^[0-9a-f]{32}$/)
    expect((await stat(join(folder, 'files', storedName))).mode & 0o777).toBe(0o600)
  })

  test('is gone when removed, and removing again does no harm', async () => {
    const { storedName } = await vault.put({ key, bytes: Buffer.from('x') })
    await vault.remove(storedName)
    await vault.remove(storedName)
    expect(await onDisk()).toEqual([])
    await expect(vault.get({ key, storedName })).rejects.toThrow(Unreadable)
  })

  test('larger than the vault keeps leaves nothing behind', async () => {
    await expect(vault.put({ key, bytes: Buffer.alloc(largestFile + 1) })).rejects.toThrow(RangeError)
    expect(await onDisk()).toEqual([])
  })

  test('whose upload breaks off leaves nothing behind', async () => {
    async function* breaking() {
      yield Buffer.alloc(200_000)
      throw new Error('connection lost')
    }
    await expect(vault.put({ key, bytes: breaking() })).rejects.toThrow('connection lost')
    expect(await onDisk()).toEqual([])
  })

  test.each(['../service.key', '..', 'a/b', '', 'ABCDEF'])('is never found under %j', async (storedName) => {
    await expect(vault.get({ key, storedName })).rejects.toThrow(TypeError)
    await expect(vault.remove(storedName)).rejects.toThrow(TypeError)
  })
})

describe('tampering', () => {
  const size = 2 * chunkBytes + 10
  const damage = async (change: (raw: Buffer) => Buffer): Promise<unknown> => {
    const { storedName } = await vault.put({ key, bytes: randomBytes(size) })
    const path = join(folder, 'files', storedName)
    await writeFile(path, change(await readFile(path)))
    return vault.get({ key, storedName }).catch((error: unknown) => error)
  }

  test('the file as it was written is read', async () => {
    expect(await damage((raw) => raw)).toHaveLength(size)
  })

  test('any one flipped bit is noticed', async () => {
    const rawSize = 36 + size + 3 * 16
    const places = [
      0,
      4,
      36,
      36 + chunkBytes,
      36 + chunkBytes + 16,
      rawSize - 1,
      ...Array.from({ length: 20 }, (_, at) => (at * 6577) % rawSize),
    ]
    for (const place of places) {
      const answer = await damage((raw) => {
        raw[place] = (raw[place] ?? 0) ^ 1
        return raw
      })
      expect(answer, `byte ${place}`).toBeInstanceOf(Unreadable)
    }
  })

  const step = chunkBytes + 16
  test.each<[string, (raw: Buffer) => Buffer]>([
    ['the last chunk cut off', (raw) => raw.subarray(0, 36 + 2 * step)],
    ['a byte cut off', (raw) => raw.subarray(0, -1)],
    ['a byte added', (raw) => Buffer.concat([raw, Buffer.alloc(1)])],
    [
      'chunks changing places',
      (raw) =>
        Buffer.concat([
          raw.subarray(0, 36),
          raw.subarray(36 + step, 36 + 2 * step),
          raw.subarray(36, 36 + step),
          raw.subarray(36 + 2 * step),
        ]),
    ],
    ['a chunk left out', (raw) => Buffer.concat([raw.subarray(0, 36), raw.subarray(36 + step)])],
    ['nothing left', () => Buffer.alloc(0)],
    ['the header alone', (raw) => raw.subarray(0, 36)],
  ])('%s is noticed', async (_, change) => {
    expect(await damage(change)).toBeInstanceOf(Unreadable)
  })

  test('one file cannot stand in for another of the same case', async () => {
    const one = await vault.put({ key, bytes: Buffer.from('one') })
    const two = await vault.put({ key, bytes: Buffer.from('two') })
    await writeFile(join(folder, 'files', one.storedName), await readFile(join(folder, 'files', two.storedName)))
    await expect(vault.get({ key, storedName: one.storedName })).rejects.toThrow(Unreadable)
  })
})

describe('a crash', () => {
  test('leaves half a file, which is never a stored one and is swept when it is old', async () => {
    const half = join(folder, 'files', 'unfinished-0123')
    await writeFile(half, 'half')
    const { storedName } = await vault.put({ key, bytes: Buffer.from('whole') })
    expect(await vault.storedNames()).toEqual([storedName])
    expect(await vault.sweepUnfinished()).toBe(0)
    await utimes(half, 0, 0)
    expect(await vault.sweepUnfinished()).toBe(1)
    expect(await onDisk()).toEqual([storedName])
  })

  test('after the answer loses nothing: file flushed, renamed, folder flushed', async () => {
    const handle = await openFile(join(folder, 'probe'), 'w')
    const prototype: { sync: () => Promise<void> } = Object.getPrototypeOf(handle)
    await handle.close()
    const seen: (string | undefined)[] = []
    const really = prototype.sync
    const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof prototype) {
      seen.push((await onDisk())[0]?.replace(/[0-9a-f]{32}/, 'name'))
      return really.call(this)
    })
    await vault.put({ key, bytes: Buffer.from('x') })
    spy.mockRestore()
    expect(seen).toEqual(['unfinished-name', 'name'])
  })
})

describe('the keyring', () => {
  test('makes one service key, for its owner only, also when two start at once', async () => {
    const keys = join(folder, 'keys')
    const [first, second] = await Promise.all([openKeyring(keys), openKeyring(keys)])
    expect(second.fingerprint).toBe(first.fingerprint)
    expect((await openKeyring(keys)).fingerprint).toBe(first.fingerprint)
    expect(await readdir(keys)).toEqual(['service.key'])
    expect((await stat(join(keys, 'service.key'))).mode & 0o777).toBe(0o600)
  })

  test('refuses a key that others may read, and one of the wrong length', async () => {
    await openKeyring(folder)
    await chmod(join(folder, 'service.key'), 0o644)
    await expect(openKeyring(folder)).rejects.toThrow('0600')
    await chmod(join(folder, 'service.key'), 0o600)
    await writeFile(join(folder, 'service.key'), 'short')
    await expect(openKeyring(folder)).rejects.toThrow('32 bytes')
  })

  test('wraps a case key so that the case can be read, and only by this service', async () => {
    const ring = await openKeyring(folder)
    const caseKey = newCaseKey()
    const { storedName } = await vault.put({ key: caseKey, bytes: Buffer.from('words') })
    const wrapped = ring.wrap(caseKey)
    expect(Buffer.from(wrapped, 'base64url').includes(caseKey)).toBe(false)
    expect((await vault.get({ key: ring.unwrap(wrapped), storedName })).toString()).toBe('words')
    const other = await openKeyring(join(folder, 'elsewhere'))
    expect(() => other.unwrap(wrapped)).toThrow(Unreadable)
    expect(() => ring.unwrap(`A${wrapped}` as WrappedKey)).toThrow(Unreadable)
  })

  test('a destroyed key leaves files that nobody reads: a new one does not open them', async () => {
    const { storedName } = await vault.put({ key: newCaseKey(), bytes: Buffer.from('words') })
    await expect(vault.get({ key: newCaseKey(), storedName })).rejects.toThrow(Unreadable)
  })
})

describe('a sealed draft', () => {
  test('opens with its key, in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(open(seal(text, key, 'draft 1'), key, 'draft 1')).toBe(text)
      }),
    )
    const sealed = seal('what she said', key, 'draft 1')
    expect(sealed).not.toBe(seal('what she said', key, 'draft 1'))
    expect(() => open(sealed, key, 'draft 2')).toThrow(Unreadable)
    expect(() => open(sealed, newCaseKey(), 'draft 1')).toThrow(Unreadable)
    expect(() => open('', key, 'draft 1')).toThrow(Unreadable)
  })
})
