import type { Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import { othersWhoAnswer } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addPassing, dueFor, noteArrived, notePassed, passingsOf } from '../data/passings.ts'
import type { Covers, PassingWay } from '../domain/passing.ts'
import { changing, type OfRequest, type RequestRefusal, setOn, todayOf } from './change-request.ts'

/** Says that a request is about what is held on another's instructions: all of it, or a part. From then a clock runs. */
export const noteTheirs = (
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: OfRequest & { readonly controller: string; readonly covers: Covers },
) =>
  changing(desk, actor, { ...input, deed: 'request.theirs-noted' }, async (scope, { request }) => {
    const other = othersWhoAnswer(policy).find((it) => it.key === input.controller)
    if (!other) return refused('no_such')
    const { controller, covers } = input
    const dueOn = dueFor(request.receivedOn, other.within)
    await addPassing(scope, { requestId: request.id, controller, covers, dueOn })
    return done({ requestId: request.id })
  })

/** Says that it was passed on. A request that is all theirs is over for us with that. */
export const passOn = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: OfRequest & { readonly passingId: Id; readonly how: PassingWay },
) =>
  changing(desk, actor, { ...input, deed: 'request.passed-on' }, async (scope, { request }) => {
    const found = (await passingsOf(scope, request.id)).find((it) => it.id === input.passingId)
    if (!found) return refused('no_such')
    if ((await notePassed(scope, found.id, input.how)) !== 1n) return refused('twice')
    if (found.covers === 'all') {
      const closed = { closed_on: todayOf(scope), closed_by: actor, outcome: 'passed_on' } as const
      await setOn(scope, request.id, closed)
    }
    return done({ requestId: request.id })
  })

/** The other controller says that they have it. */
export const noteTheyHaveIt = (
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, requestId, passingId }: OfRequest & { readonly passingId: Id },
) =>
  desk.act<RequestRefusal>(
    actor,
    { purpose: 'rights', deed: 'request.passing-arrived', key, subjectId: requestId },
    async (scope) =>
      (await noteArrived(scope, requestId, passingId)) === 1n ? done({ requestId }) : refused('no_such'),
  )
