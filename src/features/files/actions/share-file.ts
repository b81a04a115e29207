import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { fileOf } from '../data/file-reads.ts'

export type ShareReason = 'file.missing' | 'file.heldBack' | 'file.shared' | 'file.ofOneParty'

// A certificate belongs to its own person: its row holds the file in their zone.
const refusals = { file_sharing_once: 'file.shared', miam_certificate_file: 'file.ofOneParty' } as const

/** Moves a document from one zone to both parties', as the act of a named person, with why. There is no way back. */
export function shareFile(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly fileId: Id; readonly because: string },
): Promise<Outcome<Answer, ShareReason>> {
  const { key, fileId, because } = input
  const deed = { purpose: 'papers', deed: 'file.shared-with-both', key, subjectId: fileId, refusals } as const
  return desk.act<ShareReason>(actor, deed, async (scope) => {
    const file = await fileOf(scope, fileId)
    if (!file) return refused('file.missing')
    scope.about({ caseId: file.caseId })
    if (file.zone === 'both') return refused('file.shared')
    if (file.status !== 'released') return refused('file.heldBack')
    await scope.queries
      .insertInto('file_sharing')
      .values({ id: newId(), case_id: file.caseId, file_id: file.id, from_zone: file.zone, because })
      .execute()
    await scope.queries.updateTable('stored_file').set({ zone: 'both' }).where('id', '=', file.id).execute()
    return done({ fileId })
  })
}
