export { bringCase, type PastCase, type PastParty } from './actions/bring-case.ts'
export { type ClosingReason, closeCase, closeInScope, closingRefusals } from './actions/close-case.ts'
export { noteConfirmed } from './actions/confirm-details.ts'
export { addWayToReach } from './actions/correct-details.ts'
export { giveToMediator } from './actions/give-to-mediator.ts'
export { liftHold, placeHold } from './actions/hold-case.ts'
export { type CaseOpening, openCase } from './actions/open-case.ts'
export { reopenCase } from './actions/reopen-case.ts'
export { type CardRefusal, saySafeContact } from './actions/say-safe-contact.ts'
export { listCases, namesOf } from './data/case-list.ts'
export {
  type CaseHead,
  type Child,
  caseHead,
  childrenOf,
  mediatorNameOf,
  type PartyOfCase,
  partiesOf,
} from './data/case-reads.ts'
export { caseOfOldReference, caseOfReference, caseReferences } from './data/case-references.ts'
export {
  type Authority,
  authorities,
  type HeldPart,
  type Hold,
  type HoldKind,
  heldCases,
  holdKinds,
  standingHolds,
} from './data/holds.ts'
export { type PartyToRing, partiesToRing } from './data/ringing.ts'
export { noticeShared } from './data/shared-details.ts'
export { addToldOfOther, otherAsToldBy, type ToldOfOther } from './data/told-of-other.ts'
export type { CaseOutcome, ListedCase, Side, Topic } from './domain/case.ts'
export { type ListedStep, type StepsOf, type Waiter, waiters, waiterWords } from './domain/waiting.ts'
export { outcomeWords, shortName, topicWords, zoneNames } from './domain/words.ts'
