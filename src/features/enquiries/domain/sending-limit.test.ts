import { expect, test } from 'vitest'
import { network, SendingLimit } from './sending-limit.ts'

const minute = 60_000
const limits = { perAddress: 2, inAll: 4, withinMinutes: 10 }

test('one address may send so many, and again when time has passed', () => {
  let now = 0
  const limit = new SendingLimit(limits, () => now)
  expect([1, 2, 3].map(() => limit.allows('203.0.113.5'))).toEqual([true, true, false])
  now = 9 * minute
  expect(limit.allows('203.0.113.5')).toBe(false)
  now = 10 * minute + 1
  expect(limit.allows('203.0.113.5')).toBe(true)
})

test('what was refused does not count against anybody', () => {
  let now = 0
  const limit = new SendingLimit(limits, () => now)
  for (let sent = 0; sent < 50; sent++) {
    limit.allows('203.0.113.5')
    now += minute / 10
  }
  expect(limit.allows('203.0.113.6')).toBe(true)
})

test('all addresses together may send no more than the office can read', () => {
  const limit = new SendingLimit(limits, () => 0)
  const allowed = ['a', 'b', 'c', 'd', 'e'].map((last, index) => limit.allows(`203.0.113.${index}${last.length}`))
  expect(allowed).toEqual([true, true, true, true, false])
})

test('the addresses of one household count as one', () => {
  expect(network('2001:db8:1:2:aaaa::1')).toBe(network('2001:0db8:0001:0002:bbbb:cccc:dddd:eeee'))
  expect(network('2001:db8:1:2::1')).not.toBe(network('2001:db8:1:3::1'))
  expect(network('fe80::1%eth0')).toBe(network('fe80::2'))
  expect(network('::ffff:203.0.113.5')).toBe('203.0.113.5')
  expect(network('203.0.113.5')).not.toBe(network('203.0.113.6'))
})
