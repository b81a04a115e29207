export { objectToUse, recordObjections, settleObjection } from './actions/objecting.ts'
export { takeBack } from './actions/take-back.ts'
export { decisionsOf, type Objection, objectionsOf } from './data/answer-reads.ts'
export { choicesOf, kindOfPerson } from './data/choices.ts'
