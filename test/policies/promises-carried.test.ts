import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import trust from '../../policies/mediation-trust/policy.ts'
import firm from '../../policies/separated-parents/policy.ts'
import { promisesOf } from '../../src/policy/index.ts'

const numbered = (letter: 'T' | 'S', last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)

const trustPromises = numbered('T', 38)
const firmPromises = numbered('S', 27)

describe('the promises', () => {
  it.each([
    ['trust', trust, trustPromises],
    ['firm', firm, firmPromises],
  ] as const)('each stand at a clause of the policy of the %s', (_, policy, promises) => {
    const carried = promisesOf(policy)
    expect(promises.filter((promise) => !carried[promise])).toEqual([])
  })

  it('are known: no clause carries one that nobody made', () => {
    const carried = [...Object.keys(promisesOf(trust)), ...Object.keys(promisesOf(firm))]
    expect(carried.filter((promise) => ![...trustPromises, ...firmPromises].includes(promise))).toEqual([])
  })

  it('each have an entry in the list of promises', () => {
    const list = readFileSync(new URL('../../docs/promises.md', import.meta.url), 'utf8')
    expect([...trustPromises, ...firmPromises].filter((promise) => !list.includes(`| ${promise} |`))).toEqual([])
  })
})
