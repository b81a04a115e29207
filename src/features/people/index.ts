export {
  contactPointsOf,
  correctionsOf,
  lastConfirmed,
  type Person,
  type PersonCorrection,
  personOf,
} from './data/person-reads.ts'
export {
  addContactPoint,
  addPerson,
  confirmContactPoint,
  correctPerson,
  endContactPoint,
  type NewContactPoint,
  type NewPerson,
  recordConfirmed,
  setSafety,
} from './data/person-writes.ts'
export {
  addSafeContact,
  nothingSaid,
  type SafeContact,
  type SafeContactChange,
  type SafeContactVersion,
  safeContactHistory,
  safeContactOf,
  safeTimesOf,
} from './data/safe-contact.ts'
export { holdContact, knownWays, mayUsePoint, sharedContact, wayToReach } from './data/ways-to-reach.ts'
export { addPlace, addressLines, endPlace, type HeldPlace, type Place, placesOf } from './data/whereabouts.ts'
export { folded, foldedAddress } from './domain/folded.ts'
export { type Ringing, ringingWords } from './domain/ringing.ts'
export { nextSafe, type SafeTimes, safeTimesWords, weekDays } from './domain/safe-times.ts'
export { daysAmong, hoursBetween, readDays, readHour } from './domain/said-times.ts'
export {
  type Channel,
  type ContactPoint,
  channels,
  isTold,
  type KnownWays,
  type Safety,
  type Source,
  type Use,
  type WayToReach,
  type WhyNot,
  wayAmong,
} from './domain/ways.ts'
