import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { invitationOf } from '../data/invitation-reads.ts'
import { addAnswer, addAnswerByCode } from '../data/invitation-writes.ts'
import type { AnswerKind, AnswerWay } from '../domain/board.ts'
import { sumOfCode } from '../domain/reply-code.ts'

export type CodeRefusal = 'unknown' | 'over' | 'too-often'

/**
 * Takes an answer from the website, by the code of a letter. Nobody is signed in: the purpose may add an answer and nothing else, and
 * the database finds whose it is. It may be changed a few times; the last counts.
 */
export function answerByCode(
  desk: Desk<PurposeKey>,
  input: { readonly key: Id; readonly code: string; readonly kind: AnswerKind; readonly reach: string | null },
): Promise<Outcome<Answer, CodeRefusal>> {
  const { key, code, kind, reach } = input
  const refusals = { invitation_code: 'unknown', invitation_over: 'over', invitation_answers: 'too-often' } as const
  const deed = { purpose: 'answering', deed: 'invitation.answered', key, refusals } as const
  return desk.act<CodeRefusal>(null, deed, async (scope) => {
    const answerId = await addAnswerByCode(scope, { codeHash: sumOfCode(code), kind, reach })
    scope.about({ subjectId: answerId })
    return done({ answerId })
  })
}

/** Records an answer that somebody gave by telephone, in writing or in person. It does what the same answer does on the website. */
export function recordAnswer(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly invitationId: Id
    readonly kind: AnswerKind
    readonly way: Exclude<AnswerWay, 'page'>
    readonly reach: string | null
  },
): Promise<Outcome<Answer, 'missing' | 'over'>> {
  const { key, invitationId } = input
  const refusals = { invitation_over: 'over' } as const
  const deed = { purpose: 'invitation', deed: 'invitation.answer-recorded', key, refusals } as const
  return desk.act<'missing' | 'over'>(actor, { ...deed, subjectId: invitationId }, async (scope) => {
    const invitation = await invitationOf(scope, invitationId)
    if (!invitation) return refused('missing')
    scope.about({ caseId: invitation.caseId })
    const answerId = await addAnswer(scope, { ...input, caseId: invitation.caseId })
    return done({ answerId })
  })
}
