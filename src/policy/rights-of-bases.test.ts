import { describe, expect, it } from 'vitest'
import { rightsOf } from './rights-of-bases.ts'

const all = ['access', 'rectification', 'restriction', 'erasure', 'portability', 'objection', 'withdrawal'] as const

describe('the rights that follow from a basis', () => {
  it.each([
    ['consent', 'yes yes yes yes yes no yes'],
    ['contract', 'yes yes yes yes yes no no'],
    ['legalObligation', 'yes yes yes no no no no'],
    ['vital', 'yes yes yes yes no no no'],
    ['publicTask', 'yes yes yes no no yes no'],
    ['legitimateInterests', 'yes yes yes yes no yes no'],
    ['recognisedInterest', 'yes yes yes yes no yes no'],
  ] as const)('%s: %s', (basis, expected) => {
    expect(all.map((right) => rightsOf(basis)[right]).join(' ')).toBe(expected)
  })
})
