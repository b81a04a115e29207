import type { Rule } from '../findings.ts'
import { trulyAnonymous } from './anonymity.ts'
import {
  basisForEach,
  basisMadeOut,
  contractWithWhom,
  noMachineDecides,
  somebodyConcerned,
  toldOfSource,
} from './bases.ts'
import { conditionComplete, conditionStated } from './conditions.ts'
import { oneController } from './controllers.ts'
import { everythingCovered } from './coverage.ts'
import { factsInSlots, keepableWords } from './prose.ts'
import { betweenParties, noSellers, recipientFooting } from './recipients.ts'
import { knownReferences } from './references.ts'
import { clockAndTime, clockEnds, oneClockEach } from './retention.ts'
import { rightsComplete } from './rights.ts'
import { liveRolesOnly, nothingIdle } from './roles.ts'
import {
  consentByAct,
  consentForPurpose,
  consentLimits,
  optionalByConsent,
  realLifetime,
  trulyNecessary,
} from './storage.ts'

/** Every rule of the policy check, by identifier. N30 is the language itself: see `readDraft` in `check.ts`. */
export const rules: readonly Rule[] = [
  oneController,
  basisForEach,
  conditionStated,
  clockAndTime,
  realLifetime,
  rightsComplete,
  keepableWords,
  toldOfSource,
  consentLimits,
  trulyAnonymous,
  betweenParties,
  somebodyConcerned,
  conditionComplete,
  clockEnds,
  oneClockEach,
  recipientFooting,
  trulyNecessary,
  consentByAct,
  noSellers,
  everythingCovered,
  contractWithWhom,
  consentForPurpose,
  factsInSlots,
  basisMadeOut,
  liveRolesOnly,
  knownReferences,
  optionalByConsent,
  nothingIdle,
  noMachineDecides,
]
