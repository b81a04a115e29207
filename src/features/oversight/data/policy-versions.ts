import type { Scope } from '../../../platform/database/desk.ts'
import type { PolicyDifference } from '../../../policy/index.ts'

/** A policy that is or was in force. */
export interface PolicyVersion {
  readonly hash: string
  readonly appliedAt: Temporal.Instant
  readonly approvedBy: string
  /** ISO date that the policy bears. */
  readonly date: string
  /** What it changed; null for the first one. */
  readonly difference: PolicyDifference | null
}

/** Every policy that was ever in force, the one in force first. */
export async function policyVersions(scope: Scope): Promise<PolicyVersion[]> {
  const rows = await scope.queries
    .selectFrom('policy_version')
    .select(['hash', 'applied_at', 'approved_by', 'changes', 'policy'])
    .orderBy('applied_at', 'desc')
    .execute()
  return rows.map((row) => ({
    hash: row.hash,
    appliedAt: row.applied_at,
    approvedBy: row.approved_by,
    date: String((row.policy as { readonly date?: unknown }).date ?? ''),
    difference: (row.changes as readonly PolicyDifference[])[0] ?? null,
  }))
}
