import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { type DraftOf, dropDraft, saveDraft } from '../data/draft-store.ts'

/**
 * Keeps what is being written. It bears a request key of its own: the form's key is for saving for good, and a draft is saved many
 * times from one form, each time in place of the last.
 */
export function keepDraft(
  desk: Desk<PurposeKey>,
  keyring: Keyring,
  actor: Id,
  input: { readonly purpose: PurposeKey; readonly of: DraftOf; readonly values: Readonly<Record<string, string>> },
): Promise<Outcome<Answer, 'case.missing'>> {
  const { purpose, of, values } = input
  const deed = { purpose, deed: 'draft.saved', key: newId(), caseId: of.caseId } as const
  return desk.act<'case.missing'>(actor, deed, async (scope) =>
    (await saveDraft(scope, keyring, of, values)) ? done({}) : refused('case.missing'),
  )
}

/** Throws a draft away, as its writer wishes. */
export function discardDraft(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly purpose: PurposeKey; readonly of: DraftOf },
): Promise<Outcome<Answer, 'case.missing'>> {
  const { key, purpose, of } = input
  const deed = { purpose, deed: 'draft.discarded', key, caseId: of.caseId } as const
  return desk.act<'case.missing'>(actor, deed, async (scope) => {
    if (!(await caseHead(scope, of.caseId))) return refused('case.missing')
    await dropDraft(scope, of)
    return done({})
  })
}
