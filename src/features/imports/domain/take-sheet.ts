import { createHash } from 'node:crypto'
import type { SheetCells } from '../../../platform/sheets/sheet-cells.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { Sheet } from './sheet.ts'

/** Parts the headings from the rows. A sheet without headings cannot be understood by anybody. */
export function takeSheet(cells: SheetCells, fileName: string): Outcome<Sheet, 'sheet.headings' | 'sheet.noRows'> {
  const [first, ...rows] = cells.rows
  const headings = first?.cells ?? []
  if (headings.filter((it) => it !== '').length < 2) return refused('sheet.headings')
  if (rows.length === 0) return refused('sheet.noRows')
  const named = headings.map((it, at) => (it === '' ? `Column ${at + 1}` : it.replaceAll(/\s+/g, ' ').slice(0, 80)))
  return done({ fileName, sheetName: cells.name, skipped: cells.skipped, headings: named, rows })
}

/** A sum by which a sheet with the same headings is known again. */
export const sumOfHeadings = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map((it) => it.toLowerCase())))
    .digest('hex')
