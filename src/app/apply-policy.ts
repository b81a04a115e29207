import type { OwnerConnection } from '../features/oversight/index.ts'
import { applyAccess } from '../platform/database/apply-access.ts'
import type { CompiledPolicy } from '../policy/compiled.ts'
import { accessPlan } from './access.ts'
import { asInstaller, type DatabasePlace } from './prepare-database.ts'

/** What is recorded with a policy that comes into force. */
export interface PolicyRecord {
  readonly approvedBy: string
  /** The public notice as it reads from now on. */
  readonly notice: unknown
  /** In plain words, what changed and who must be told. */
  readonly changes: readonly unknown[]
  readonly at: Temporal.Instant
  /** What must come with it or not at all. */
  also?(owner: OwnerConnection): Promise<unknown>
}

/** Brings a checked policy into force, all of it or nothing: the rights in the database, and its record with the notice that people read. */
export async function applyPolicy(place: DatabasePlace, policy: CompiledPolicy, record: PolicyRecord): Promise<void> {
  await asInstaller(place, async (admin, names) => {
    await applyAccess(admin, names, accessPlan(policy), async () => {
      await admin.query(
        `INSERT INTO ev.policy_version (hash, applied_at, approved_by, policy, notice, changes) VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          policy.hash,
          record.at.toString(),
          record.approvedBy,
          JSON.stringify(policy),
          JSON.stringify(record.notice),
          JSON.stringify(record.changes),
        ],
      )
      await record.also?.(admin)
    })
  })
}
