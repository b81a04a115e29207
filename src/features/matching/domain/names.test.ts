import { describe, expect, test } from 'vitest'
import { plainName } from './plain-name.ts'
import { hasFamilyName, nameReason } from './reasons.ts'
import { nobody, readSearch } from './search.ts'
import { formsOf } from './short-forms.ts'
import { oneSlipApart } from './slips.ts'

test.each([
  ["Siân O'Brien", 'sian obrien'],
  ['Siân O’Brien', 'sian obrien'],
  ['Nguyễn  Thị', 'nguyen thi'],
  ['MÜLLER-LÜDENSCHEIDT', 'muller ludenscheidt'],
  ['Søren Þórsson', 'soren thorsson'],
  ['Łukasz Großmann', 'lukasz grossmann'],
  ['Ольга ЙОВИЧ', 'ольга иович'],
  ['王小明', '王小明'],
  ['  ', ''],
])('%j is compared as %j', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})

test.each([
  ['smith', 'smiht', true],
  ['smith', 'smth', true],
  ['smith', 'smitth', true],
  ['smith', 'smyth', true],
  ['smith', 'smith', true],
  ['smith', 'smythe', false],
  ['smith', 'htims', false],
  ['an', 'na', true],
])('%s and %s are one slip apart: %s', (one, other, apart) => {
  expect(oneSlipApart(one, other)).toBe(apart)
  expect(oneSlipApart(other, one)).toBe(apart)
})

test('a name has its short forms, whichever of them is typed', () => {
  expect(formsOf('Liz')).toContain('elizabeth')
  expect(formsOf('elizabeth')).toContain('liz')
  expect(formsOf('Wolfgang')).toEqual(['wolfgang'])
})

describe('why a name is a match', () => {
  const recorded = { given: 'Elizabeth', family: 'Smith-Jones', knownAs: null, former: 'Baker' }
  test.each([
    ['Elizabeth Smith-Jones', 'sameName'],
    ['elizabeth smithjones', 'sameName'],
    ['Smith Jones Elizabeth', 'sameNameTurned'],
    ['Elizabeth Jones', 'partOfName'],
    ['Smith J', 'partOfName'],
    ['Elizabeth Baker', 'formerName'],
    ['Liz Smith', 'shortForm'],
    ['Elisabeht Smith', 'looksAlike'],
    ['Elizabeht Smith', 'oneSlip'],
  ])('%s: %s', (typed, reason) => {
    expect(nameReason(typed, recorded, false)).toBe(reason)
  })
  test('is the family name, all of it and in whichever place it was typed', () => {
    expect(hasFamilyName('Jones-Smith, Rosalind', recorded)).toBe(true)
    expect(hasFamilyName('Rosalind Smith', recorded)).toBe(false)
    expect(hasFamilyName('Rosalind', { given: 'Madonna', family: '' })).toBe(false)
  })
  test('is how it sounds when the database heard it', () => {
    expect(nameReason('Elyzabethe Smithe', recorded, true)).toBe('soundsAlike')
  })
})

test.each([
  ['Ade Brook', { name: 'Ade Brook' }],
  ['Brook 01603 555123', { name: 'Brook', telephone: '+441603555123' }],
  ['Ade Brook 7/4/1981', { name: 'Ade Brook', birthDate: '1981-04-07' }],
  ['7 April 1981 Brook', { name: 'Brook', birthDate: '1981-04-07' }],
  ['brook nr1 1aa', { name: 'brook', postcode: 'NR1 1AA' }],
  ['Ade@Example.org', { name: '', email: 'ade@example.org' }],
  ['c-4ktx-9qm', { name: '', reference: 'C-4KTX-9QM' }],
  ['Brook 31/2/1981', { name: 'Brook 31/2/1981' }],
])('%s is read for what it holds', (line, sought) => {
  expect(readSearch(line)).toEqual({ ...nobody, ...sought })
})
