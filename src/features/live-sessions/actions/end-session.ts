import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { type LiveSession, liveSessionOf } from '../data/live-session-reads.ts'

export type EndReason = 'session.missing' | 'session.closed' | 'session.stopped' | 'session.running'

interface OfSession {
  readonly key: Id
  readonly sessionId: Id
}

const inSession = (
  desk: Desk<PurposeKey>,
  actor: Id,
  {
    key,
    sessionId,
    deed,
  }: OfSession & { readonly deed: 'session.stopped' | 'session.resumed' | 'session.closed-live' },
  work: (scope: Scope, session: LiveSession) => Promise<EndReason | null>,
): Promise<Outcome<Answer, EndReason>> => {
  const refusals = { session_stop_standing: 'session.stopped' } as const
  const of = { purpose: 'mediation', deed, key, subjectId: sessionId, refusals } as const
  return desk.act<EndReason>(actor, of, async (scope) => {
    const session = await liveSessionOf(scope, sessionId)
    if (!session) return refused('session.missing')
    scope.about({ caseId: session.caseId })
    if (session.closedAt) return refused('session.closed')
    const reason = await work(scope, session)
    return reason ? refused(reason) : done({ sessionId })
  })
}

/** A fact that matters to the dispute may not be passed on: the session cannot go on. Nothing is passed or noted for both meanwhile. */
export const stopSession = (desk: Desk<PurposeKey>, actor: Id, input: OfSession & { readonly reason: string }) =>
  inSession(desk, actor, { ...input, deed: 'session.stopped' }, async (scope, session) => {
    await scope.queries
      .insertInto('session_stop')
      .values({ id: newId(), case_id: session.caseId, session_id: session.id, reason: input.reason })
      .execute()
    return null
  })

/** What stopped it is out of the way: the mediator says how. */
export const resumeSession = (desk: Desk<PurposeKey>, actor: Id, input: OfSession & { readonly because: string }) =>
  inSession(desk, actor, { ...input, deed: 'session.resumed' }, async (scope, session) => {
    const { numUpdatedRows } = await scope.queries
      .updateTable('session_stop')
      .set({ resumed_at: scope.now, resumed_by: actor, resumed_because: input.because })
      .where('session_id', '=', session.id)
      .where('resumed_at', 'is', null)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? null : 'session.running'
  })

/** The session is over: from now on its notes stay as they are. */
export const closeSession = (desk: Desk<PurposeKey>, actor: Id, input: OfSession) =>
  inSession(desk, actor, { ...input, deed: 'session.closed-live' }, async (scope, session) => {
    await scope.queries
      .updateTable('mediation_session')
      .set({ closed_at: scope.now, closed_by: actor })
      .where('id', '=', session.id)
      .where('closed_at', 'is', null)
      .execute()
    return null
  })
