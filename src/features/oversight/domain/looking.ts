import { deedWords } from './deeds.ts'

/** Deeds by which somebody looks and changes nothing: their words say so. */
export const lookingDeeds: readonly string[] = Object.entries(deedWords)
  .filter(([deed, words]) => /^(?:Opened|Looked)\b/.test(words) && deed !== 'case.reopened')
  .map(([deed]) => deed)

/** So many files in which somebody has nothing to do, looked into on one day, are worth a question. */
export const unusualFiles = 5
