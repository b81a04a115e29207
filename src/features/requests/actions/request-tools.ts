import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { ServiceVoice } from '../../messages/index.ts'
import type { ClockRules } from '../domain/clock.ts'
import type { RequestKind } from '../domain/kinds.ts'

/** `ofEnquirers`: also where it is somebody who only made an enquiry that asks. */
export interface AnswerPlace {
  readonly text: string
  readonly part: string
  readonly ofEnquirers: boolean
}

export interface RequestTools {
  readonly rules: ClockRules
  /** For how long a way of contact must have stood before it shows anything, as an ISO duration. */
  readonly settled: string
  readonly policy: CompiledPolicy
  readonly voice: () => Promise<ServiceVoice>
  /** The pages on which each kind is answered, made by what comes after. */
  readonly answers?: Partial<Record<RequestKind, AnswerPlace>>
  readonly mayAct: (role: string, purpose: PurposeKey) => boolean
}
