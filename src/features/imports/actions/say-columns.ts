import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { importOf } from '../data/import-reads.ts'
import { dropSheet, keepChoices, keepLeftOut } from '../data/import-writes.ts'
import type { SheetChoices } from '../domain/sheet.ts'

type SayReason = 'import.missing' | 'import.settled'
type Said = Outcome<Readonly<Record<string, string>>, SayReason>

/** Keeps what the columns of a sheet are. A sheet with the same headings begins with that. */
export function sayColumns(
  desk: Desk<PurposeKey>,
  actor: Id,
  said: { readonly key: Id; readonly importId: Id; readonly choices: Omit<SheetChoices, 'leftOut'> },
): Promise<Said> {
  return onWaiting(desk, actor, 'import.columns-said', said, async (scope) => {
    await keepChoices(scope, said.importId, said.choices)
    return true
  })
}

/** Leaves rows out, or takes them in again: of those that were shown, the ticked ones are left out. */
export function leaveOut(
  desk: Desk<PurposeKey>,
  actor: Id,
  said: {
    readonly key: Id
    readonly importId: Id
    readonly shown: readonly number[]
    readonly ticked: readonly number[]
  },
): Promise<Said> {
  return onWaiting(desk, actor, 'import.rows-left-out', said, async (scope, before) => {
    const others = before.filter((row) => !said.shown.includes(row))
    const ticked = said.ticked.filter((row) => said.shown.includes(row))
    await keepLeftOut(
      scope,
      said.importId,
      [...others, ...ticked].toSorted((one, other) => one - other),
    )
    return true
  })
}

/** Lets a sheet go that is not to come in. */
export function letSheetGo(
  desk: Desk<PurposeKey>,
  actor: Id,
  said: { readonly key: Id; readonly importId: Id },
): Promise<Said> {
  return onWaiting(desk, actor, 'import.let-go', said, (scope) => dropSheet(scope, said.importId))
}

type Work = (scope: Parameters<typeof importOf>[0], leftOut: readonly number[]) => Promise<boolean>

function onWaiting(
  desk: Desk<PurposeKey>,
  actor: Id,
  deed: string,
  said: { readonly key: Id; readonly importId: Id },
  work: Work,
): Promise<Said> {
  const { importId, key } = said
  const about = { purpose: 'bringingIn', deed, key, subjectId: importId } as const
  return desk.act<SayReason>(actor, about, async (scope) => {
    const found = await importOf(scope, importId, true)
    if (!found) return refused('import.missing')
    if (found.status !== 'given') return refused('import.settled')
    return (await work(scope, found.leftOut)) ? done({ importId }) : refused('import.settled')
  })
}
