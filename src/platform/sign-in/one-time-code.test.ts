import { randomBytes } from 'node:crypto'
import { Secret, type TOTP, URI } from 'otpauth'
import { expect, test } from 'vitest'
import { authenticatorAddress, base32, codeOfStep, spokenKey, stepAt, stepOfCode } from './one-time-code.ts'

const key = Buffer.from('12345678901234567890')
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test('the codes are those of RFC 6238, appendix B, in six figures', () => {
  const vectors = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const
  expect(vectors.map(([seconds]) => codeOfStep(key, stepAt(at(seconds))))).toEqual(vectors.map(([, code]) => code))
})

test('base 32 is that of RFC 4648 without padding', () => {
  const vectors = [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ]
  expect(vectors.map(([text]) => base32(Buffer.from(text ?? '')))).toEqual(vectors.map(([, coded]) => coded))
})

test('another maker of codes reads the address and agrees, for a hundred keys and times', () => {
  for (let round = 0; round < 100; round++) {
    const own = randomBytes(20)
    const other = URI.parse(authenticatorAddress(own, 'Harbour & Hill: families', 'jo+o@service.example')) as TOTP
    const seconds = 1_700_000_000 + round * 86_413
    expect(other.issuer).toBe('Harbour & Hill: families')
    expect(other.generate({ timestamp: seconds * 1000 })).toBe(codeOfStep(own, stepAt(at(seconds))))
  }
  expect(Secret.fromBase32(spokenKey(key)).buffer).toEqual(new Uint8Array(key).buffer)
})

test('a code counts half a minute early and late, and no longer', () => {
  const step = stepAt(at(3_000_000))
  const read = (difference: number) => stepOfCode(key, codeOfStep(key, step + difference), at(3_000_000))
  expect([-2, -1, 0, 1, 2].map(read)).toEqual([null, step - 1, step, step + 1, null])
})

test('a code is read as people type it, and nothing else is a code', () => {
  const code = codeOfStep(key, stepAt(at(59)))
  expect(stepOfCode(key, ` ${code.slice(0, 3)} ${code.slice(3)} `, at(59))).toBe(1)
  for (const wrong of ['', '28708', '2870820', 'abcdef', '２８７０８２', '000000'])
    expect(stepOfCode(key, wrong, at(59))).toBeNull()
})
