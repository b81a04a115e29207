import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { caseHead } from '../../cases/index.ts'
import { addDisclosure } from '../data/disclosure-writes.ts'
import { stateNow } from '../data/state.ts'
import { type Decision, toldToNobody } from '../domain/disclosure.ts'
import { judge, type Refusal } from '../domain/judge.ts'
import { type GateTools, recipientNamed } from './gate-tools.ts'

export interface Deciding extends Decision {
  readonly key: Id
  readonly caseId: Id
  readonly fileIds: readonly Id[]
  /** A colleague says that nobody may be told of it, beyond the kinds of which that goes without saying. */
  readonly hidden: boolean
  readonly reason: string
}

/** What the database refuses, where somebody was quicker than the page. */
export const disclosureRefusals = {
  disclosure_files: 'not_released',
  disclosure_court: 'without_prejudice',
  disclosure_decided: 'not_decided',
} as const satisfies Record<string, Refusal>

/** Judges within the caller's transaction whether something may be told, by the policy and by how things stand now. */
export async function judgeNow(
  scope: Scope,
  tools: GateTools,
  asked: Decision & { readonly caseId: Id; readonly fileIds: readonly Id[]; readonly concernDecided: boolean },
  purpose: PurposeKey = 'disclosing',
): Promise<Refusal[]> {
  const recipient = recipientNamed(tools.policy, purpose, asked.recipient)
  return judge(recipient, asked, await stateNow(scope, { ...asked, ...tools, recipient }))
}

/** Decides to tell somebody outside: kept when it may go, otherwise refused with all the reasons. */
export async function decideDisclosure(
  desk: Desk<PurposeKey>,
  tools: GateTools,
  actor: Id,
  input: Deciding,
): Promise<Outcome<Answer, 'no_such' | Refusal> & { readonly why?: readonly Refusal[] }> {
  const found: { why: readonly Refusal[] } = { why: [] }
  const { key, caseId, hidden, lawKind } = input
  const deed = { purpose: 'disclosing', deed: 'disclosure.decided', key, caseId, refusals: disclosureRefusals } as const
  const outcome = await desk.act<'no_such' | Refusal>(actor, deed, async (scope) => {
    if (!(await caseHead(scope, caseId))) return refused('no_such')
    found.why = await judgeNow(scope, tools, { ...input, concernDecided: false })
    const [first] = found.why
    if (first) return refused(first)
    const secret = hidden || (lawKind !== null && toldToNobody.includes(lawKind))
    const id = await addDisclosure(scope, {
      ...{ ...input, hidden: secret, concernId: null, policyHash: tools.policy.hash },
    })
    scope.about({ subjectId: id })
    return done({ disclosureId: id })
  })
  if (outcome.done || outcome.reason === 'no_such') return outcome
  return { ...outcome, why: found.why.length > 0 ? found.why : [outcome.reason] }
}
