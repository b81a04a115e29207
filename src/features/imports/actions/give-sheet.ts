import type { Desk } from '../../../platform/database/desk.ts'
import { newCaseKey, seal } from '../../../platform/files/keyring.ts'
import { readSheet } from '../../../platform/sheets/read-sheet.ts'
import type { SheetReason } from '../../../platform/sheets/sheet-cells.ts'
import type { SentFile } from '../../../platform/web/sent-form.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome } from '../../../values/outcome.ts'
import { addSheet } from '../data/import-writes.ts'
import { sheetLimits } from '../domain/limits.ts'
import { sumOfHeadings, takeSheet } from '../domain/take-sheet.ts'
import { type ImportTools, placeOfSheet } from './import-tools.ts'

/** Takes a spreadsheet and keeps it sealed until it is brought in or let go. Nobody in it is on record by that. */
export async function giveSheet(
  desk: Desk<PurposeKey>,
  tools: Pick<ImportTools, 'keyring'>,
  actor: Id,
  given: { readonly key: Id; readonly file: SentFile },
): Promise<Outcome<Readonly<Record<string, string>>, SheetReason | 'sheet.headings' | 'sheet.noRows'>> {
  const cells = await readSheet(given.file.bytes, sheetLimits)
  if (!cells.done) return cells
  const taken = takeSheet(cells.value, given.file.name.slice(0, 200))
  if (!taken.done) return taken
  const sheet = taken.value
  const deed = { purpose: 'bringingIn', deed: 'import.given', key: given.key } as const
  return desk.act<never>(actor, deed, async (scope) => {
    const id = newId()
    const key = newCaseKey()
    await addSheet(scope, {
      ...{ id, headings: sumOfHeadings(sheet.headings), rowCount: sheet.rows.length },
      ...{ sealed: seal(JSON.stringify(sheet), key, placeOfSheet(id)), wrapped: tools.keyring.wrap(key) },
    })
    scope.about({ subjectId: id })
    return done({ importId: id })
  })
}
