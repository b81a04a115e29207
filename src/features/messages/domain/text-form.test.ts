import { describe, expect, test } from 'vitest'
import { asText, fitsText, longestOtherText, longestText, partsOfText, shortForm } from './text-form.ts'

describe('the parts of a text', () => {
  test.each<[string, string, number]>([
    ['nothing', '', 1],
    ['160 letters', 'a'.repeat(160), 1],
    ['161 letters', 'a'.repeat(161), 2],
    ['two full parts', 'a'.repeat(longestText), 2],
    ['one more', 'a'.repeat(longestText + 1), 3],
    ['80 euro signs, which take two places', '€'.repeat(80), 1],
    ['81 of them', '€'.repeat(81), 2],
    ['letters of French and German', 'éèàùöäüß'.repeat(20), 1],
    ['70 letters of Polish', 'ł'.repeat(70), 1],
    ['71 of them', 'ł'.repeat(71), 2],
    ['two full parts in another script', 'ש'.repeat(longestOtherText), 2],
    ['a face, which takes two places', '🙂'.repeat(36), 2],
  ])('%s', (_, text, parts) => expect(partsOfText(text)).toBe(parts))
})

test('marks of print become what a telephone types', () => {
  expect(asText('It’s “ours” – 10 a.m.…\r\n')).toBe('It\'s "ours" - 10 a.m....')
  expect(fitsText('’'.repeat(longestText))).toBe(true)
})

test('where not everything fits, what comes first and who writes are kept', () => {
  const when = 'Your appointment is on Tuesday.'
  expect(shortForm([when, 'Ring us.', 'Harbour House'])).toBe(`${when} Ring us. Harbour House`)
  expect(shortForm([when, `Where: ${'a'.repeat(300)}.`, 'Ring us.', 'Harbour House'])).toBe(`${when} Harbour House`)
  expect(shortForm([when])).toBe(when)
})
