import type { Heads } from '../../../../platform/audit/heads.ts'
import type { Scope } from '../../../../platform/database/desk.ts'
import type { Staff, StaffRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy, SettingValues } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'
import type { LiveCheck } from '../../domain/live-check.ts'
import type { TestRecord } from '../../domain/promise-state.ts'

/** What oversight asks of `app`. Those with a scope act within `accountability`. */
export interface OversightTools {
  /** The policy in force. */
  readonly policy: CompiledPolicy
  /** What texts of the policy take from Settings. */
  settingValues(): Promise<SettingValues>
  staffNames(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>
  /** Every colleague, also those who have left, by name. */
  colleagues(scope: Scope): Promise<readonly Staff[]>
  /** What can be looked at in the running service. */
  readonly checks: readonly LiveCheck[]
  /** Looks at all of it now. */
  lookNow(): Promise<void>
  /** What the tests said when they last ran to their end; null where nobody knows. */
  testRecord(): Promise<TestRecord | null>
  /** The signed heads of the sealed records, outside the database. */
  readonly heads: Heads
}

export type OversightRequest = StaffRequest<PurposeKey>
