import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { Keyring } from '../../../platform/files/keyring.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { type Outcome, refused } from '../../../values/outcome.ts'
import { draftOf, keepDraft, summaryDraft } from '../../sessions/index.ts'
import { liveSessionOf, notesOf } from '../data/live-session-reads.ts'
import { composedSummary } from '../domain/joint.ts'

export type ComposeReason = 'session.missing' | 'case.missing' | 'draft.kept'

/**
 * Begins a summary for both from what is joint in a session, as a draft that its writer edits and saves. What was begun already is
 * not written over.
 */
export async function composeSummary(
  desk: Desk<PurposeKey>,
  keyring: Keyring,
  actor: Id,
  sessionId: Id,
): Promise<Outcome<Answer & { readonly caseId?: string }, ComposeReason>> {
  const deed = { purpose: 'mediation', deed: 'session.summary-composed', subjectId: sessionId } as const
  const found = await desk.read(actor, deed, async (scope) => {
    const session = await liveSessionOf(scope, sessionId)
    if (!session) return null
    scope.about({ caseId: session.caseId })
    const of = summaryDraft(session.caseId, 'both')
    return { of, begun: await draftOf(scope, keyring, of), summary: composedSummary(await notesOf(scope, sessionId)) }
  })
  if (!found) return refused('session.missing')
  if (found.begun) return refused('draft.kept')
  const values = { summary: found.summary, legal_quality: 'without_prejudice' }
  const kept = await keepDraft(desk, keyring, actor, { purpose: 'mediation', of: found.of, values })
  return kept.done ? { done: true, value: { caseId: found.of.caseId } } : kept
}
