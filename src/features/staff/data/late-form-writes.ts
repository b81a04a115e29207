import type { Scope } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import { type Keyring, seal } from '../../../platform/files/keyring.ts'
import { sealAlone } from '../../../platform/files/sealed-alone.ts'
import { asId, type Id, isId } from '../../../values/ids.ts'
import { caseInPath, type LateForm } from '../domain/late-form.ts'
import { type LateFormPurpose, readsCaseKeys } from '../domain/late-form-purposes.ts'
import { lateContext, lateFormName } from './late-form-reads.ts'

/**
 * Keeps a form that came too late, sealed: with its case's key where the purpose reads that, so that it ends with the case. `subjectId`
 * is the form's request key: the same form sent again takes the place of the first.
 */
export async function keepForm(
  scope: Scope,
  keyring: Keyring,
  purpose: LateFormPurpose,
  form: LateForm & { readonly subjectId: Id },
): Promise<void> {
  const { subjectId, ...text } = form
  const caseId = await caseOf(scope, form.path)
  const caseKey = caseId && readsCaseKeys(purpose) ? await caseKeyOf(scope, keyring, caseId) : null
  const [said, context] = [JSON.stringify(text), lateContext(scope.actor, subjectId)]
  const sealed = caseKey ? `case.${seal(said, caseKey, context)}` : sealAlone(keyring, said, context)
  await scope.queries
    .insertInto('draft')
    .values({ form: lateFormName, subject_id: subjectId, case_id: caseId, sealed, saved_at: scope.now })
    .onConflict((conflict) =>
      conflict.columns(['author', 'form', 'subject_id']).doUpdateSet({ sealed, saved_at: scope.now }),
    )
    .execute()
}

/** The case of an address, when there is such a case for the one who acts. */
async function caseOf(scope: Scope, path: string): Promise<Id | null> {
  const named = caseInPath(path)
  if (!isId(named)) return null
  const row = await scope.queries.selectFrom('case_file').select('id').where('id', '=', named).executeTakeFirst()
  return row ? asId(row.id) : null
}

/** Forgets a form: it was sent, or its writer does not want it. */
export async function dropForm(scope: Scope, id: Id): Promise<void> {
  await scope.queries.deleteFrom('draft').where('id', '=', id).where('form', '=', lateFormName).execute()
}
