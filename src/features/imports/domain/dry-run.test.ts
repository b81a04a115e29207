import { describe, expect, test } from 'vitest'
import { newId } from '../../../values/ids.ts'
import { dryRun } from './dry-run.ts'
import type { FieldKey } from './fields.ts'
import { partyOf } from './past-party.ts'
import type { SheetChoices } from './sheet.ts'

const maud = newId()
const ground = {
  today: Temporal.PlainDate.from('2026-11-22'),
  mediators: [{ id: maud, name: 'Maud Ellery' }],
  taken: new Set(['old-1']),
  keepsClosed: 'P7Y',
}

function run(columns: readonly (FieldKey | null)[], rows: readonly string[], more: Partial<SheetChoices> = {}) {
  const choices = { columns, detailsOfB: 'other_party', topicOtherwise: 'both', dayFirst: true, leftOut: [] } as const
  const sheet = {
    ...{ fileName: 'a.csv', sheetName: null, skipped: [], headings: columns.map((key) => key ?? 'nothing') },
    rows: rows.map((line, at) => ({ number: at + 2, cells: line.split('|') })),
  }
  return dryRun(sheet, { ...choices, ...more }, ground)
}
const told = (it: ReturnType<typeof run>) => it.problems.map(({ row, heading }) => `${row} ${heading}`)

describe('two rows of a case', () => {
  const columns = ['case.reference', 'own.name', 'case.side', 'case.topic'] as const

  test('are its two parties, the first A unless a column says otherwise', () => {
    const { cases, problems } = run(columns, [
      '1|Ida Marsh||children',
      '2|Bea Fenn|B|',
      '1|Otto Marsh||',
      '2|Carl Fenn||money',
    ])
    expect(problems).toEqual([])
    expect(cases.map((it) => [it.parties.A.givenName, it.parties.B.givenName, it.topic, it.rows])).toEqual([
      ['Ida', 'Otto', 'children', [2, 4]],
      ['Carl', 'Bea', 'money', [3, 5]],
    ])
  })

  test('that do not fit together stay out', () => {
    const rows = [
      '1|Ida Marsh|A|',
      '1|Otto Marsh|A|',
      '2|Bea Fenn||',
      '|Carl Fenn||',
      '3|A B|left|',
      '3|C D||',
      '3|E F||',
    ]
    expect(told(run(columns, rows))).toEqual([
      ...['3 case.side', '4 case.reference', '5 case.reference', '6 case.side', '8 case.reference'],
    ])
    expect(run(columns, rows).cases).toEqual([])
    expect(told(run(columns, ['1|Ida Marsh||money', '1|Otto Marsh||children']))).toEqual(['3 case.topic'])
  })
})

describe('a row with both parties', () => {
  const columns = [
    'case.reference',
    'a.name',
    'b.name',
    'a.telephone',
    'a.telephoneSafe',
    'a.postcode',
    'case.mediator',
  ] as const

  test('has every problem told, and each once', () => {
    const found = run(columns, [
      'OLD-1|Ida|Marsh, Otto|12|maybe|ZZ99|Nobody Here',
      '2|Ida Marsh|Otto Marsh|07700 900111|yes||Ellery',
    ])
    expect(told(found)).toEqual([
      ...['2 a.name', '2 a.telephone', '2 a.postcode', '2 a.telephoneSafe', '2 case.reference', '2 case.mediator'],
    ])
    expect(found.cases.map((it) => [it.mediatorId, it.parties.A.safe.telephone])).toEqual([[maud, 'safe']])
    expect(found.rowsWithProblems).toBe(1)
  })

  test('gives the front 0 back to a number that a spreadsheet took it from', () => {
    const [one] = run(columns, ['3|Ida Marsh|Otto Marsh|7700900111|||']).cases
    expect(one?.parties.A.telephone).toBe('07700900111')
  })

  test('takes a formula for the words that it is', () => {
    const [one] = run(columns, ['4|=1+1 Marsh|Otto @SUM(A1)||||']).cases
    expect([one?.parties.A.givenName, one?.parties.B.familyName]).toEqual(['=1+1', '@SUM(A1)'])
  })

  test('is left out when somebody said so', () => {
    expect(run(columns, ['5|Ida Marsh|Otto Marsh||||', '6|A|B||||'], { leftOut: [2, 3] })).toMatchObject({
      ...{ cases: [], problems: [], rowsWithProblems: 0 },
    })
  })
})

describe('when a case was opened and closed', () => {
  const columns = ['a.name', 'b.name', 'case.openedOn', 'case.closedOn', 'case.outcome'] as const
  test.each([
    ['A B|C D|01/02/2024|05/06/2025|agreed', []],
    ['A B|C D|||', []],
    ['A B|C D|01/02/2024|05/06/2025|', ['2 case.outcome']],
    ['A B|C D|01/02/2024||agreed', ['2 case.closedOn']],
    ['A B|C D|01/02/2025|05/06/2024|agreed', ['2 case.closedOn']],
    ['A B|C D|01/02/2010|05/06/2012|agreed', ['2 case.closedOn']],
    ['A B|C D||05/06/2025|who knows', ['2 case.outcome']],
  ])('%s', (row, expected) => expect(told(run(columns, [row]))).toEqual(expected))
})

describe('a person who comes in', () => {
  const columns = ['a.name', 'b.name', 'b.email', 'b.emailSafe', 'b.telephoneSafe', 'b.source'] as const
  const pointsOf = (row: string) => {
    const [one] = run(columns, [row]).cases
    if (!one) throw new Error('nothing came')
    const { points, card } = partyOf(one.parties.B)
    return { source: points[0]?.source, safety: points[0]?.safety, card: card && [card.email, card.telephone] }
  }

  test('is not safe to reach because another says so, and unsafe whoever says it', () => {
    expect(pointsOf('A B|C D|c@d.example|yes|no|')).toEqual({
      ...{ source: 'other_party', safety: 'not_asked', card: ['not_asked', 'unsafe'] },
    })
    expect(pointsOf('A B|C D|c@d.example|yes||themselves')).toEqual({
      ...{ source: 'self', safety: 'safe', card: ['safe', 'not_asked'] },
    })
    expect(pointsOf('A B|C D|c@d.example|||')).toEqual({ source: 'other_party', safety: 'not_asked', card: null })
  })
})
