import type { Scope } from '../../../../platform/database/desk.ts'
import type { Id } from '../../../../values/ids.ts'

/** What Settings asks of features that come after it; `app` gives it. Both act within a scope of `administration`. */
export interface SettingsTools {
  staffNames(scope: Scope, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>>
  /** Colleagues who mediate and have not left, by name. */
  mediators(scope: Scope): Promise<readonly { readonly id: Id; readonly name: string }[]>
  /** Called after every change, so that what was read of the published settings is read anew. */
  changed(): void
}
