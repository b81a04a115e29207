import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { whyNotRecorded } from '../../sessions/index.ts'
import type { Way } from '../domain/words.ts'

export interface SessionToBegin {
  readonly key: Id
  readonly caseId: Id
  readonly heldOn: Temporal.PlainDate
  readonly way: Way
  readonly secondMediator: Id | null
  /** Somebody who watches: each party said, on the day of the session, that they may. */
  readonly observer: Id | null
}
export type BeginReason =
  | 'case.missing'
  | 'case.closed'
  | 'agreement.missing'
  | 'session.running'
  | 'mediator.same'
  | 'colleague.missing'

const refusals = {
  session_agreed_first: 'agreement.missing',
  mediation_session_one_open: 'session.running',
  mediation_session_two: 'mediator.same',
  mediation_session_second_mediator_fkey: 'colleague.missing',
  session_observer_staff_id_fkey: 'colleague.missing',
} as const

/** Begins a session. A second mediator sees the case from now on, until a fortnight after the session has ended. */
export function beginSession(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: SessionToBegin,
): Promise<Outcome<Answer, BeginReason>> {
  const { key, caseId } = input
  const deed = { purpose: 'mediation', deed: 'session.begun-live', key, caseId, refusals } as const
  return desk.act<BeginReason>(actor, deed, async (scope) => {
    const reason = await whyNotRecorded(scope, caseId)
    if (reason) return refused(reason)
    const id = newId()
    scope.about({ subjectId: id })
    const held = { id, case_id: caseId, held_on: input.heldOn.toString(), way: input.way }
    await scope.queries
      .insertInto('mediation_session')
      .values({ ...held, second_mediator: input.secondMediator })
      .execute()
    if (input.observer) {
      const agreed = { agreed_a_on: held.held_on, agreed_b_on: held.held_on }
      await scope.queries
        .insertInto('session_observer')
        .values({ id: newId(), case_id: caseId, session_id: id, staff_id: input.observer, ...agreed })
        .execute()
    }
    return done({ sessionId: id })
  })
}
