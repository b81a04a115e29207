import { sideWords, wordIn } from './known-words.ts'
import { type Ground, readCase } from './read-case.ts'
import { readPerson } from './read-person.ts'
import { RowReader } from './row-reader.ts'
import type { DryRun, Sheet, SheetCase, SheetChoices } from './sheet.ts'

/** Rows that are read together, and what they come to; null where something is wrong with them. */
interface Read {
  readonly rows: readonly RowReader[]
  readonly found: SheetCase
}

/** Reads a whole sheet as it would come in: the cases that can, and everything that is wrong, by row. Changes nothing anywhere. */
export function dryRun(sheet: Sheet, choices: SheetChoices, ground: Ground): DryRun {
  const rows = sheet.rows.map((row) => new RowReader(sheet, choices, ground.today, row))
  const inOneRow = choices.columns.some((key) => key?.startsWith('a.') || key?.startsWith('b.'))
  const together = inOneRow ? rows.map((row) => [row]) : pairs(rows)
  const wanted = together.filter((them) => !them.some((row) => choices.leftOut.includes(row.number)))
  const read = wanted.map((them): Read => {
    const parties = inOneRow ? partiesInRow(them[0] as RowReader, choices) : partiesInRows(them, choices)
    const facts = readCase(them, choices, ground)
    return { rows: them, found: { ...facts, parties, rows: them.map((row) => row.number) } }
  })
  if (inOneRow) refuseRepeats(read)
  const whole = read.filter((it) => it.rows.every((row) => row.problems.length === 0))
  const kept = wanted.flat()
  return {
    cases: whole.map((it) => it.found),
    problems: kept.flatMap((row) => row.problems).toSorted((one, other) => one.row - other.row),
    notes: whole.flatMap((it) => it.rows.flatMap((row) => row.notes)).toSorted((one, other) => one.row - other.row),
    rowsWithProblems: kept.length - whole.reduce((sum, it) => sum + it.rows.length, 0),
  }
}

/** Two rows with the same old case number are the parties of one case. */
function pairs(rows: readonly RowReader[]): RowReader[][] {
  const groups = new Map<string, RowReader[]>()
  for (const row of rows) {
    const reference = row.ofCase('reference').toLowerCase()
    const key = reference === '' ? `row ${row.number}` : `case ${reference}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  for (const them of groups.values()) refuseLonely(them)
  return [...groups.values()]
}

function refuseLonely(them: readonly RowReader[]): void {
  const [first, , ...more] = them
  if (them.length === 1 && first) {
    const without = first.ofCase('reference') === ''
    first.problem(
      'case.reference',
      without ? 'The old case number is missing' : 'No other row has this case number: the other party is missing',
    )
  }
  for (const row of more) row.problem('case.reference', 'Two rows before have this case number. A case has two parties')
}

function partiesInRow(row: RowReader, choices: SheetChoices): SheetCase['parties'] {
  return { A: readPerson(row, 'a', 'self'), B: readPerson(row, 'b', choices.detailsOfB) }
}

/** Which row is which party: as its own column says, and without it the first row is A. The sides are equal. */
function partiesInRows(them: readonly RowReader[], choices: SheetChoices): SheetCase['parties'] {
  const [one, two] = them as [RowReader, RowReader?]
  const sides = them.map(sideOf)
  if (two && sides[0] && sides[0] === sides[1])
    two.problem('case.side', `Row ${one.number} of this case is party ${sides[0]} too`)
  const swapped = two !== undefined && (sides[0] === 'B' || (sides[0] === null && sides[1] === 'A'))
  const [rowA, rowB] = swapped ? [two, one] : [one, two ?? one]
  const A = readPerson(rowA, 'own', 'self')
  return { A, B: rowB === rowA ? A : readPerson(rowB, 'own', choices.detailsOfB) }
}

function sideOf(row: RowReader) {
  const text = row.ofCase('side')
  const side = wordIn(sideWords, text)
  if (text !== '' && side === null) row.problem('case.side', 'Write A or B')
  return side
}

function refuseRepeats(read: readonly Read[]): void {
  const first = new Map<string, number>()
  for (const { rows, found } of read) {
    const reference = found.reference?.toLowerCase()
    const [row] = rows
    if (!reference || !row) continue
    const earlier = first.get(reference)
    if (earlier === undefined) first.set(reference, row.number)
    else row.problem('case.reference', `Row ${earlier} has this case number already`)
  }
}
