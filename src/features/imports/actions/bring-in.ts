import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { bringCase } from '../../cases/index.ts'
import { importOf } from '../data/import-reads.ts'
import { addImportedCase, finishImport } from '../data/import-writes.ts'
import { dryRun } from '../domain/dry-run.ts'
import { partyOf } from '../domain/past-party.ts'
import type { SheetCase } from '../domain/sheet.ts'
import { groundOf, type ImportTools, openSheet } from './import-tools.ts'

export type BringInReason = 'import.missing' | 'import.settled' | 'import.columns' | 'import.nothing' | 'import.changed'

/**
 * Brings in all cases of a sheet with which nothing is wrong, in one transaction: all of them or none. `seen` is how many the person
 * was shown; when it would be another number now, because a colleague changed something meanwhile, nothing is done.
 */
export function bringIn(
  desk: Desk<PurposeKey>,
  tools: ImportTools,
  actor: Id,
  asked: { readonly key: Id; readonly importId: Id; readonly seen: number },
): Promise<Outcome<Readonly<Record<string, string>>, BringInReason>> {
  const { importId, key } = asked
  const refusals = { imported_case_reference: 'import.changed', case_file_mediator_walled: 'import.changed' } as const
  const deed = { purpose: 'bringingIn', deed: 'import.brought-in', key, subjectId: importId, refusals } as const
  return desk.act<BringInReason>(actor, deed, async (scope) => {
    const found = await importOf(scope, importId, true)
    if (!found) return refused('import.missing')
    const sheet = openSheet(tools, found)
    if (found.status !== 'given' || !sheet) return refused('import.settled')
    if (!found.choices) return refused('import.columns')
    const { cases } = dryRun(sheet, found.choices, await groundOf(scope, tools))
    if (cases.length === 0) return refused('import.nothing')
    if (cases.length !== asked.seen) return refused('import.changed')
    for (const one of cases) await bringOne(scope, tools, importId, one)
    const inRows = new Set(cases.flatMap((one) => one.rows))
    const leftOut = sheet.rows.map((row) => row.number).filter((row) => !inRows.has(row))
    await finishImport(scope, importId, { cases: cases.length, people: cases.length * 2, leftOut })
    return done({ importId })
  })
}

async function bringOne(scope: Scope, tools: ImportTools, importId: Id, one: SheetCase): Promise<void> {
  const { topic, mediatorId, openedOn, closed } = one
  const parties = { A: partyOf(one.parties.A), B: partyOf(one.parties.B) }
  const caseId = await bringCase(scope, tools.keyring, { topic, mediatorId, openedOn, closed, parties })
  await addImportedCase(scope, {
    caseId,
    importId,
    oldReference: one.reference,
    openedOn: openedOn ?? closed?.on ?? null,
  })
}
