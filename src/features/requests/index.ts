export {
  changing,
  closeRequest,
  matchRequest,
  type OfRequest,
  type RequestRefusal,
  todayOf,
} from './actions/change-request.ts'
export { needNotAsk, recordCallBack, recordSeen, sendIdentityCode } from './actions/check-identity.ts'
export { receiveOwnRequest, receiveRequest, takeRequest } from './actions/receive-request.ts'
export type { RequestTools } from './actions/request-tools.ts'
export { acknowledge, type Told, tell } from './actions/tell-requester.ts'
export { addRequest } from './data/add-request.ts'
export { openClocks } from './data/open-clocks.ts'
export { clockFacts, listRequests, requestOf, type StoppedRequest, type WholeRequest } from './data/request-reads.ts'
export { firstWay, type HeldWay, heldAmong, placeOf, placeOfRequest, type WayRow, writeTo } from './data/tell.ts'
export { type Clock, type ClockFacts, type ClockRules, clockOf } from './domain/clock.ts'
export { kindWords, type RequestKind, requestKinds } from './domain/kinds.ts'
export { type NewRequest, type OpenRequest, recordOf } from './domain/request.ts'
export { type Asker, whoMayAsk } from './web/office/read-for-page.ts'
export { refusalErrorsElsewhere } from './web/office/refusal-words.ts'
export type { MayAsk } from './web/office/request.page.tsx'
