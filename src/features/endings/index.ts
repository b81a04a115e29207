export { carryOutErasures } from './actions/carry-out-erasure.ts'
export { orderErasure } from './actions/order-erasure.ts'
export { announceLifting, liftRestriction, restrict } from './actions/restrict.ts'
export type { Ground } from './domain/restriction.ts'
