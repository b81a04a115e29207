export { type Except, type Known, knownAlready } from './data/known-people.ts'
export { isStrong, type Reason, reasonWords } from './domain/reasons.ts'
export { nobody, readSearch, type Sought } from './domain/search.ts'
export { KnownList } from './web/office/known-list.tsx'
