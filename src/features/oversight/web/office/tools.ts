import type { Scope } from '../../../../platform/database/desk.ts'
import type { Staff, StaffRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy, SettingValues } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'

/** What oversight asks of `app`. Those with a scope act within `accountability`. */
export interface OversightTools {
  /** The policy in force. */
  readonly policy: CompiledPolicy
  /** What texts of the policy take from Settings. */
  settingValues(): Promise<SettingValues>
  staffNames(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>
  /** Every colleague, also those who have left, by name. */
  colleagues(scope: Scope): Promise<readonly Staff[]>
}

export type OversightRequest = StaffRequest<PurposeKey>
