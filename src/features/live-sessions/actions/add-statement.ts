import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { noteOf } from '../data/live-session-reads.ts'

/**
 * Puts beside a note what a party says who does not agree with it (UK GDPR Article 16): the note stays as it is, and whoever sees it
 * sees their words with it. A note of one room is disputed by nobody else.
 */
export const addStatement = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly noteId: Id; readonly side: 'A' | 'B'; readonly words: string },
) => {
  const { key, noteId, side, words } = input
  const deed = { purpose: 'mediation', deed: 'note.statement-added', key, subjectId: noteId } as const
  return desk.act<'note.missing'>(actor, deed, async (scope) => {
    const note = await noteOf(scope, noteId)
    if (!note || (note.zone !== 'both' && note.zone !== side)) return refused('note.missing')
    scope.about({ caseId: note.caseId })
    const of = { note_id: note.id, session_id: note.sessionId, case_id: note.caseId }
    await scope.queries
      .insertInto('note_statement')
      .values({ id: newId(), ...of, side, words })
      .execute()
    return done({ sessionId: note.sessionId })
  })
}
