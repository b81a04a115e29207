import { parse } from 'csv-parse/sync'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { boundedRows, type SheetCells, type SheetLimits, type SheetReason } from './sheet-cells.ts'

const separators = [',', ';', '\t'] as const

/** Reads text with separated values: UTF-8 or Windows-1252, parted by comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array, limits: SheetLimits): Outcome<SheetCells, SheetReason> {
  if (bytes.length > limits.bytes) return refused('sheet.tooLarge')
  // A few of these are in every binary file and in no text.
  if (bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes)) return refused('sheet.kind')
  const text = textOf(bytes)
  const rows = parsed(text, separatorOf(text), limits)
  if (typeof rows === 'string') return refused(rows)
  const bounded = boundedRows(rows, limits)
  return typeof bounded === 'string' ? refused(bounded) : done({ name: null, skipped: [], rows: bounded })
}

function parsed(text: string, delimiter: string, limits: SheetLimits): string[][] | SheetReason {
  try {
    return parse(text, {
      ...{ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
      // One more than may be, so that more is seen; a quote that is never closed ends here and not at the end of memory.
      ...{ to: limits.rows * 2, max_record_size: limits.cell * limits.columns },
    }) as string[][]
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      return error.code === 'CSV_MAX_RECORD_SIZE' ? 'sheet.cellTooLong' : 'sheet.damaged'
    }
    throw error
  }
}

const isUtf16 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfe

/** Excel saves "Unicode text" as UTF-16, "CSV UTF-8" with a mark at the start, and plain CSV as Windows-1252. */
function textOf(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What parts the cells: whichever stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.trimStart().split(/\r?\n/, 1)
  const plain = first.replaceAll(/"[^"]*"/g, '')
  const count = (separator: string) => plain.split(separator).length
  return [...separators].sort((one, other) => count(other) - count(one))[0] ?? ','
}
