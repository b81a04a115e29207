export {
  type ContactPoint,
  contactPointsOf,
  type Person,
  personOf,
  type Safety,
  safeWayToWrite,
} from './data/person-reads.ts'
export {
  addContactPoint,
  addPerson,
  correctPerson,
  endContactPoint,
  type NewContactPoint,
  type NewPerson,
  setSafety,
} from './data/person-writes.ts'
export { folded } from './domain/folded.ts'
