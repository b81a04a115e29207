import type { CompiledPolicy } from '../../../policy/index.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'

/** What inviting needs besides the database. */
export interface InvitationTools {
  readonly policy: CompiledPolicy
  /** Where the service's pages are: the answer is given there. */
  readonly origin: URL
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
}
