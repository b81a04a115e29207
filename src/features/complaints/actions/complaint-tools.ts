import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import type { ComplaintRules } from '../domain/clock.ts'

export interface ComplaintTools {
  readonly rules: ComplaintRules
  readonly policy: CompiledPolicy
  readonly voice: () => Promise<ServiceVoice>
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
}
