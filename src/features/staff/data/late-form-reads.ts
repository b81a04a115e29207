import type { Scope } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import { type CaseKey, type Keyring, open } from '../../../platform/files/keyring.ts'
import { openAlone } from '../../../platform/files/sealed-alone.ts'
import { Unreadable } from '../../../platform/files/sealing.ts'
import type { Id } from '../../../values/ids.ts'
import type { LateForm } from '../domain/late-form.ts'
import { type LateFormPurpose, readsCaseKeys } from '../domain/late-form-purposes.ts'

/** The name under which what came too late stands among the drafts. */
export const lateFormName = 'late'

export interface KeptForm extends LateForm {
  readonly id: Id
  readonly keptAt: Temporal.Instant
}

/** What it is sealed for: it opens only as its writer's own and in its own place. */
export const lateContext = (author: Id | null, subjectId: Id): string => `late form ${author} ${subjectId}`

/** What the one who acts sent too late, the newest first; what can no longer be opened is left out. */
export async function keptForms(scope: Scope, keyring: Keyring, purpose: LateFormPurpose): Promise<KeptForm[]> {
  const rows = await scope.queries
    .selectFrom('draft')
    .select(['id', 'subject_id', 'case_id', 'sealed', 'saved_at'])
    .where('form', '=', lateFormName)
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute()
  const opened = rows.map(async (row): Promise<KeptForm[]> => {
    const form = await opening(scope, keyring, purpose, row)
    return form ? [{ ...form, id: row.id, keptAt: row.saved_at }] : []
  })
  return (await Promise.all(opened)).flat()
}

interface SealedRow {
  readonly subject_id: Id
  readonly case_id: Id | null
  readonly sealed: string
}

/** `case.…` is sealed with the case's key, anything else with a key of its own. */
async function opening(
  scope: Scope,
  keyring: Keyring,
  purpose: LateFormPurpose,
  row: SealedRow,
): Promise<LateForm | null> {
  const context = lateContext(scope.actor, row.subject_id)
  const [kind, text] = row.sealed.split('.')
  if (kind !== 'case') {
    const alone = openAlone(keyring, row.sealed, context)
    return alone === null ? null : (JSON.parse(alone) as LateForm)
  }
  const key = row.case_id && readsCaseKeys(purpose) ? await caseKeyOf(scope, keyring, row.case_id) : null
  return key && readable(text ?? '', key, context)
}

function readable(sealed: string, key: CaseKey, context: string): LateForm | null {
  try {
    return JSON.parse(open(sealed, key, context)) as LateForm
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
