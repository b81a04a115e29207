import { inflateRawSync } from 'node:zlib'
import readWorkbookSheets from 'read-excel-file/universal'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { boundedRows, type SheetCells, type SheetLimits, type SheetReason } from './sheet-cells.ts'
import { unpackedParts } from './unpacked-parts.ts'

/** As much as a table within the limits unpacks to. */
const mostUnpacked = 40 * 1024 * 1024

/** Reads the first sheet of an Excel workbook (.xlsx). What a formula comes to is taken as it was last saved; none is worked out. */
export async function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Promise<Outcome<SheetCells, SheetReason>> {
  if (bytes.length > limits.bytes) return refused('sheet.tooLarge')
  const parts = unpackedParts(bytes, mostUnpacked, inflateRawSync)
  if (typeof parts === 'string') return refused(parts)
  const beyond = parts
    .filter((part) => /worksheets\/[^/]*\.xml$/i.test(part.name))
    .map((part) => beyondGrid(part, limits))
  const reason = beyond.find((it) => it !== null)
  if (reason) return refused(reason)
  const sheets = await sheetsOf(bytes)
  const [first, ...others] = sheets ?? []
  if (!first) return refused('sheet.damaged')
  const bounded = boundedRows(
    first.data.map((row) => row.map(textOf)),
    limits,
  )
  if (typeof bounded === 'string') return refused(bounded)
  return done({ name: first.sheet, skipped: others.map((it) => it.sheet), rows: bounded })
}

interface ReadSheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly ReadSheet[] | null> {
  try {
    return (await readWorkbookSheets(new Blob([Uint8Array.from(bytes)]))) as unknown as readonly ReadSheet[]
  } catch {
    // The library says in many ways that it cannot read a file; none of them is a fault of ours.
    return null
  }
}

/**
 * A single cell far out makes a grid of everything before it: a hundred bytes become sixteen thousand million cells. So the addresses
 * are looked at before anything is read into a grid.
 */
function beyondGrid(part: { readonly text: string }, limits: SheetLimits): SheetReason | null {
  for (const [, letters = '', row = ''] of part.text.matchAll(/\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,9})["']/g)) {
    if (Number(row) > limits.rows * 10) return 'sheet.tooManyRows'
    if (columnNumber(letters.toUpperCase()) > limits.columns * 10) return 'sheet.tooManyColumns'
  }
  return null
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** A day is written so that it can be read in one way only; a number as it was typed, without an exponent. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayOf(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value.toFixed(0) : String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

const dayOf = (value: Date): string => value.toISOString().slice(0, 10)
