import { expect, test } from 'vitest'
import { faultsOfColumns, guessColumns } from './guess-columns.ts'

test('knows how services call their columns', () => {
  expect(
    guessColumns([
      'Case No.',
      'First name',
      'SURNAME',
      'D.O.B.',
      'E-mail address',
      'Mobile',
      'OK to leave message?',
      'Side',
      'Shoe size',
    ]),
  ).toEqual([
    ...[
      'case.reference',
      'own.given',
      'own.family',
      'own.born',
      'own.email',
      'own.telephone',
      'own.voicemailSafe',
      'case.side',
    ],
    null,
  ])
})

test('tells the two parties of a row apart', () => {
  expect(guessColumns(['Ref', 'Party A first name', 'Party A surname', 'Client 2 name', 'Respondent email'])).toEqual([
    ...['case.reference', 'a.given', 'a.family', 'b.name', 'b.email'],
  ])
  expect(guessColumns(['Name', 'Phone', 'Other party'])).toEqual(['a.name', 'a.telephone', 'b.name'])
})

test('guesses neither twice nor of whom a column tells', () => {
  expect(guessColumns(['Email', 'E-mail', 'Address 1', 'Town'])).toEqual([
    'own.email',
    null,
    'own.address',
    'own.address',
  ])
  expect(guessColumns(['Party A name', 'Party B name', 'OK to email'])).toEqual(['a.name', 'b.name', null])
})

test.each([
  ['no name', ['case.reference', 'own.email'], -1],
  ['one person a row and both', ['own.name', 'b.name', 'case.reference'], -1],
  ['no second party', ['a.name', 'case.reference'], -1],
  ['nothing that ties two rows', ['own.name'], -1],
  ['the same twice', ['a.name', 'b.name', 'b.name'], 2],
] as const)('%s is a fault', (_, columns, at) => expect([...faultsOfColumns(columns).keys()]).toContain(at))

test('what is enough has no fault', () => {
  expect(faultsOfColumns(['own.name', 'case.reference']).size).toBe(0)
  expect(faultsOfColumns(['a.given', 'a.family', 'b.name', 'a.address', 'a.address', null]).size).toBe(0)
})
