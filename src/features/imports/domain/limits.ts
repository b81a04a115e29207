import type { SheetLimits, SheetReason } from '../../../platform/sheets/sheet-cells.ts'

/** What one sheet may hold. All of it comes in at once or not at all, so there is an end to how much. */
export const sheetLimits: SheetLimits = { bytes: 5 * 1024 * 1024, rows: 2001, columns: 60, cell: 2000 }

/** Why a sheet was not taken, at the field. */
export const sheetMessages: Readonly<
  Record<SheetReason | 'sheet.missing' | 'sheet.headings' | 'sheet.noRows', string>
> = {
  'sheet.missing': 'Choose a spreadsheet',
  'sheet.empty': 'There is nothing in the first sheet of this file',
  'sheet.noRows': 'There is a line of headings and nothing below it',
  'sheet.headings': 'The first row must be the headings of the columns, and at least two columns must have one',
  'sheet.tooLarge': 'The file must be 5 MB or smaller. Give it in parts',
  'sheet.unpacksTooLarge': 'This file unpacks to more than we can read. Save its first sheet as CSV',
  'sheet.tooManyRows': 'A sheet may have 2,000 rows below its headings. Give it in parts',
  'sheet.tooManyColumns': 'A sheet may have 60 columns. Take out those that are not to come in',
  'sheet.cellTooLong': 'A cell has more than 2,000 characters. Long notes do not come in: take that column out',
  'sheet.damaged': 'This file is damaged and cannot be read. Save it again',
  'sheet.kind': 'The file must be an Excel workbook (.xlsx) without a password, or CSV. Save it as one of them',
}
