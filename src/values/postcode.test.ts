import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outwardPart, readPostcode } from './postcode.ts'

const read = (typed: string) => {
  const outcome = readPostcode(typed)
  return outcome.done ? outcome.value : outcome.reason
}

test.each([
  ['NR1 1AA', 'NR1 1AA'],
  ['nr11aa', 'NR1 1AA'],
  [' n r 1\u00A01 a a ', 'NR1 1AA'],
  ['NR1-1AA.', 'NR1 1AA'],
  ['ＮＲ１　１ＡＡ', 'NR1 1AA'],
  ['M1 1AE', 'M1 1AE'],
  ['B33 8TH', 'B33 8TH'],
  ['CR2 6XH', 'CR2 6XH'],
  ['DN55 1PT', 'DN55 1PT'],
  ['W1A 0AX', 'W1A 0AX'],
  ['EC1A 1BB', 'EC1A 1BB'],
  ['E20 2ST', 'E20 2ST'],
  ['BF1 2AX', 'BF1 2AX'],
  ['nfa', 'NFA'],
  ['No fixed abode', 'NFA'],
])('%j is %s', (typed, postcode) => {
  expect(read(typed)).toBe(postcode)
})

test.each([
  ['', 'postcode.empty'],
  [' \t', 'postcode.empty'],
  ['NR1', 'postcode.invalid'],
  ['NR1 1A', 'postcode.invalid'],
  ['NR1 1AAA', 'postcode.invalid'],
  ['NR1 1AC', 'postcode.invalid'],
  ['NRI 1AA', 'postcode.invalid'],
  ['NR1 IAA', 'postcode.invalid'],
  ['QQ1 1AA', 'postcode.invalid'],
  ['NR123 1AA', 'postcode.invalid'],
  ['W1I 0AX', 'postcode.invalid'],
  ['75001', 'postcode.invalid'],
  ["NR1 1AA'; --", 'postcode.invalid'],
  ['NR1 1AA\u0000', 'postcode.invalid'],
])('%j is refused: %s', (typed, reason) => {
  expect(read(typed)).toBe(reason)
})

test('what was read reads as itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^(NR|M|EC|SW)[1-9][0-9]? ?[0-9][A-Z]{2}$/), (typed) => {
      const once = readPostcode(typed)
      if (once.done) expect(readPostcode(once.value.toLowerCase())).toEqual(once)
    }),
  )
})

test('nothing typed makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof read(typed) === 'string'))
})

test('the outward part says the district', () => {
  const outcome = readPostcode('EC1A 1BB')
  expect(outcome.done && outwardPart(outcome.value)).toBe('EC1A')
  const nowhere = readPostcode('NFA')
  expect(nowhere.done && outwardPart(nowhere.value)).toBeNull()
})
