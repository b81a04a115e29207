export { disclosureRefusals, judgeNow } from './actions/decide.ts'
export { type GateTools, recipientNamed, recipientsFor } from './actions/gate-tools.ts'
export {
  type Disclosure,
  disclosureCounts,
  disclosuresOfConcern,
  disclosuresShownTo,
  type RecipientCount,
  type ToldOf,
} from './data/disclosure-reads.ts'
export { addDisclosure, noteSent } from './data/disclosure-writes.ts'
export { behindGate, whyCarrierShut } from './domain/carriers-gate.ts'
export { factWords } from './domain/claim-facts.ts'
export { type Ground, groundWords, lawWords, type Way, ways, wayWords } from './domain/disclosure.ts'
export { type Recipient, type Refusal, refusals } from './domain/judge.ts'
