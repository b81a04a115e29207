import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparableTelephone, readTelephone } from './telephone.ts'

test.each([
  ['01603 555123', '+441603555123'],
  ['+441603555123', '+441603555123'],
  ['+44 (0)1603 555 123', '+441603555123'],
  ['0044 1603 555123', '+441603555123'],
  ['(01603) 555-123', '+441603555123'],
  ['01603.555.123 ext. 12', '+441603555123'],
  ['07700 900123', '+447700900123'],
  ['7700900123', '+447700900123'],
  ['020 7946 0123', '+442079460123'],
  ['016977 2123', '+44169772123'],
  ['0800 1111', '+448001111'],
  ['０１６０３　５５５１２３', '+441603555123'],
  ['+353 1 555 0123', '+35315550123'],
  ['0033 1 23 45 67 89', '+33123456789'],
])('%j compares as %s', (typed, comparable) => {
  expect(comparableTelephone(typed)).toBe(comparable)
})

test('what was typed and the extension are kept', () => {
  expect(readTelephone(' 01603 555123 x 42 ')).toEqual({
    done: true,
    value: { typed: '01603 555123 x 42', comparable: '+441603555123', extension: '42' },
  })
})

test.each([
  ['', 'telephone.empty'],
  ['  ', 'telephone.empty'],
  ['ask my mum', 'telephone.notNumber'],
  ['01603 555123 or 555124', 'telephone.notNumber'],
  ['01603 555123\u0000', 'telephone.notNumber'],
  ['555123', 'telephone.areaCodeMissing'],
  ['01603 5551', 'telephone.wrongLength'],
  ['01603 555123456', 'telephone.wrongLength'],
  ['07700 90012', 'telephone.wrongLength'],
  ['04603 555123', 'telephone.wrongLength'],
  ['+1', 'telephone.wrongLength'],
  ['+0123456789', 'telephone.wrongLength'],
])('%j is refused: %s', (typed, reason) => {
  expect(readTelephone(typed)).toEqual({ done: false, reason })
  expect(comparableTelephone(typed)).toBeNull()
})

test('spacing never changes which number it is', () => {
  const digits = fc.stringMatching(/^0[127][0-9]{9}$/)
  fc.assert(
    fc.property(
      digits,
      fc.array(fc.constantFrom(' ', '-', '.', ''), { minLength: 11, maxLength: 11 }),
      (number, gaps) => {
        const spaced = [...number].map((digit, at) => digit + gaps[at]).join('')
        expect(comparableTelephone(spaced)).toBe(`+44${number.slice(1)}`)
      },
    ),
  )
})
