import type { Answer } from '../../../platform/database/desk.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome } from '../../../values/outcome.ts'
import { dropForm, keepForm } from '../data/late-form-writes.ts'
import type { LateForm } from '../domain/late-form.ts'
import type { LateFormPurpose } from '../domain/late-form-purposes.ts'
import type { StaffDesk } from './staff-desk.ts'

/**
 * Keeps what somebody sent after their sign-in had ended. They are known by the token of the form, which was made for them alone; it
 * is offered to them again when they have signed in.
 */
export function keepLateForm(
  desk: StaffDesk,
  keyring: Keyring,
  author: Id,
  input: { readonly purpose: LateFormPurpose; readonly formKey: Id; readonly form: LateForm },
): Promise<Outcome<Answer>> {
  const { purpose, formKey, form } = input
  return desk.act<string>(author, { purpose, deed: 'draft.kept', key: newId() }, async (scope) => {
    await keepForm(scope, keyring, purpose, { ...form, subjectId: formKey })
    return done({})
  })
}

/** Forgets a kept form: it was sent, or its writer does not want it. */
export function dropLateForm(
  desk: StaffDesk,
  author: Id,
  input: { readonly purpose: LateFormPurpose; readonly id: Id; readonly why: 'sent' | 'discarded' },
): Promise<Outcome<Answer>> {
  const { purpose, id, why } = input
  return desk.act<string>(author, { purpose, deed: `draft.${why}`, key: newId() }, async (scope) => {
    await dropForm(scope, id)
    return done({})
  })
}
