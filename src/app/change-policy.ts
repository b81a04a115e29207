import { type OwnerConnection, recordPolicyChange } from '../features/oversight/index.ts'
import type { CompiledPolicy } from '../policy/index.ts'
import { noticeOf, type PolicyDifference, policyDifference } from '../policy/notice/index.ts'
import { applyPolicy } from './apply-policy.ts'
import { policyInForce, settingsForNotice } from './policy-in-force.ts'
import { type DatabasePlace, installSchema } from './prepare-database.ts'

/** What a policy would change, for the person who approves it; `difference` is null for the first policy of a service. */
export interface PolicyChange {
  readonly difference: PolicyDifference | null
  readonly lines: readonly string[]
}

/** What would change if this policy came into force now; null when it is in force already. */
export async function describeChange(place: DatabasePlace, policy: CompiledPolicy): Promise<PolicyChange | null> {
  await installSchema(place, policy)
  const before = await policyInForce(place)
  if (before === null) return { difference: null, lines: ['This is the first policy of the service.'] }
  if (before.hash === policy.hash) return null
  const difference = policyDifference(before, policy)
  return { difference, lines: wordsOf(difference) }
}

/** Brings a policy into force with who approved it, and leaves the task of telling those whom it concerns. */
export async function changePolicy(
  place: DatabasePlace,
  policy: CompiledPolicy,
  approval: { readonly approvedBy: string; readonly at: Temporal.Instant; readonly change: PolicyChange },
): Promise<void> {
  const notice = noticeOf(policy, await settingsForNotice(place))
  const { approvedBy, at, change } = approval
  const changes = change.difference ? [change.difference] : []
  const also = (owner: OwnerConnection) => recordPolicyChange(owner, { difference: change.difference, at })
  await applyPolicy(place, policy, { approvedBy, notice, changes, at, also })
}

const wordsOf = (difference: PolicyDifference): string[] => [
  'This changes:',
  ...difference.changes.map((change) => `  ${change.says}`),
  ...(difference.tell.length > 0 ? ['These people must be told:'] : ['Nobody needs to be told.']),
  ...difference.tell.map((person) => `  ${person.these}: ${person.because.join('; ')}`),
  ...difference.askAgain.map((consent) => `  Asked anew: ${consent}`),
]
