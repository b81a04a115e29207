import { type Outcome, refused } from '../../values/outcome.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { SheetCells, SheetLimits, SheetReason } from './sheet-cells.ts'

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte)

/** Reads a table by what the bytes are, whatever the file is called: an Excel workbook, or text with separated values. */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits): Promise<Outcome<SheetCells, SheetReason>> {
  if (bytes.length === 0) return refused('sheet.empty')
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes, limits)
  // The old binary kind of Excel, and workbooks with a password: neither is read.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    return refused('sheet.kind')
  return readCsv(bytes, limits)
}
