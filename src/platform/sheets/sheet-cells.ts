/** A table as somebody keeps it in a spreadsheet: every cell as text, empty where there is nothing. */
export interface SheetCells {
  /** The name of the sheet that was read; null where a file has but one without a name. */
  readonly name: string | null
  /** Other sheets of the same file, which were not read. */
  readonly skipped: readonly string[]
  /** Each row with its number as a spreadsheet shows it. Empty rows are left out. */
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

export interface SheetLimits {
  /** Of the file, in bytes. */
  readonly bytes: number
  /** Rows with something in them, with the headings. */
  readonly rows: number
  readonly columns: number
  /** Characters of one cell. */
  readonly cell: number
}

export type SheetReason =
  | 'sheet.empty'
  | 'sheet.tooLarge'
  | 'sheet.unpacksTooLarge'
  | 'sheet.tooManyRows'
  | 'sheet.tooManyColumns'
  | 'sheet.cellTooLong'
  | 'sheet.damaged'
  | 'sheet.kind'

/** Rows without what is empty, cells without space around; or which limit they go beyond. */
export function boundedRows(
  rows: readonly (readonly string[])[],
  limits: SheetLimits,
): readonly SheetRow[] | SheetReason {
  const found = rows
    .map((cells, index) => ({ number: index + 1, cells: cells.map(plainCell) }))
    .filter((row) => row.cells.some((cell) => cell !== ''))
  if (found.length === 0) return 'sheet.empty'
  if (found.length > limits.rows) return 'sheet.tooManyRows'
  const width = Math.max(...found.map((row) => row.cells.findLastIndex((cell) => cell !== '') + 1))
  if (width > limits.columns) return 'sheet.tooManyColumns'
  if (found.some((row) => row.cells.some((cell) => cell.length > limits.cell))) return 'sheet.cellTooLong'
  return found.map(({ number, cells }) => ({
    number,
    cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  }))
}

/** As a person means it: composed letters, one kind of line end, nothing that no text has. */
const plainCell = (cell: string): string =>
  cell
    .replaceAll(/\r\n?/g, '\n')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u200b\ufeff]/gu, (letter) => (letter === '\n' || letter === '\t' ? letter : ''))
    .trim()
