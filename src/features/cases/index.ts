export {
  type CaseHead,
  type CaseOutcome,
  type Child,
  caseHead,
  childrenOf,
  type PartyOfCase,
  partiesOf,
  type Side,
  type Topic,
} from './data/case-reads.ts'
