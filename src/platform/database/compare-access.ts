import type { Client } from 'pg'
import type { AccessPlan } from './access-plan.ts'
import { planDigest } from './apply-access.ts'
import { accessState } from './catalogue.ts'
import type { RoleNames } from './role-names.ts'

/**
 * What in the database differs from the plan and from what was applied: one line each, none when all is as it should be. A start
 * that finds one refuses.
 */
export async function compareAccess(admin: Client, names: RoleNames, plan: AccessPlan): Promise<string[]> {
  const { rows } = await admin.query<{ digest: string | null; state: string[] | null }>(
    'SELECT digest, state FROM ev.access_plan',
  )
  const applied = rows[0]
  if (!applied?.digest || !applied.state) return ['the policy was never applied to this database']
  if (applied.digest !== planDigest(plan)) return ['the policy was changed and not applied: run "policy apply"']
  const now = new Set(await accessState(admin, names))
  const then = new Set(applied.state)
  return [
    ...[...then].filter((line) => !now.has(line)).map((line) => `missing: ${line}`),
    ...[...now].filter((line) => !then.has(line)).map((line) => `not from the policy: ${line}`),
  ]
}
