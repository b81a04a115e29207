import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Passwords, TooBusy } from './passwords.ts'

const passwords = new Passwords(randomBytes(32))

test('a password matches its own hash only, in any composition of its letters', async () => {
  const hash = await passwords.hash('Zoë’s velvet orrery')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
  expect(await passwords.matches('Zoë’s velvet orrery', hash)).toBe(true)
  expect(await passwords.matches('Zoe\u0308’s velvet orrery', hash)).toBe(true)
  expect(await passwords.matches('Zoë’s velvet orrer', hash)).toBe(false)
})

test('two hashes of one password differ, and another key reads neither', async () => {
  const [one, other] = [await passwords.hash('velvet orrery kelp'), await passwords.hash('velvet orrery kelp')]
  expect(one).not.toBe(other)
  expect(await new Passwords(randomBytes(32)).matches('velvet orrery kelp', one)).toBe(false)
})

test('without a hash nothing matches', async () => {
  expect(await passwords.matches('velvet orrery kelp', undefined)).toBe(false)
})

test('more than the machine can check are turned away rather than waiting for ever', async () => {
  const tries = Array.from({ length: 60 }, () => passwords.matches('velvet orrery kelp', undefined))
  const ends = await Promise.allSettled(tries)
  const turnedAway = ends.filter((it) => it.status === 'rejected')
  expect(turnedAway.length).toBe(60 - 42)
  expect(turnedAway.every((it) => it.reason instanceof TooBusy)).toBe(true)
  expect(await passwords.matches('velvet orrery kelp', undefined)).toBe(false)
})
