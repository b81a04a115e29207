import type { Scope } from '../../../platform/database/desk.ts'
import { type Keyring, open, type WrappedKey } from '../../../platform/files/keyring.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { mediators } from '../../staff/index.ts'
import type { Import } from '../data/import-reads.ts'
import { takenReferences } from '../data/imported-cases.ts'
import type { Ground } from '../domain/read-case.ts'
import type { Sheet } from '../domain/sheet.ts'

export interface ImportTools {
  readonly keyring: Keyring
  /** How long the policy keeps a closed case, as an ISO duration. */
  readonly keepsClosed: string
  /** How long an import can be taken back, as an ISO duration of the policy. */
  readonly keepsImports: string
}

/** Where a sealed sheet belongs: moved to another row it does not open. */
export const placeOfSheet = (id: Id): string => `import_sheet ${id}`

/** The sheet of an import that waits; null when it came in or was let go. */
export function openSheet({ keyring }: Pick<ImportTools, 'keyring'>, one: Pick<Import, 'id' | 'sealed'>): Sheet | null {
  if (!one.sealed) return null
  const key = keyring.unwrap(one.sealed.wrapped as WrappedKey)
  return JSON.parse(open(one.sealed.text, key, placeOfSheet(one.id))) as Sheet
}

/** What a dry run asks beside the sheet. */
export async function groundOf(scope: Scope, tools: Pick<ImportTools, 'keepsClosed'>): Promise<Ground> {
  const [known, taken] = await Promise.all([mediators(scope), takenReferences(scope)])
  return { today: todayInLondon(scope.now), mediators: known, taken, keepsClosed: tools.keepsClosed }
}
