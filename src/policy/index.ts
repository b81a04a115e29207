export * from './check.ts'
export * from './compile.ts'
export type * from './compiled.ts'
export * from './enforcing/consent-scopes.ts'
export * from './enforcing/duties.ts'
export * from './enforcing/enforcement.ts'
export * from './enforcing/gate-table.ts'
export { type OtherController, othersWhoAnswer } from './enforcing/others-answer.ts'
export * from './enforcing/refusal-grounds.ts'
export * from './enforcing/rights-of-data.ts'
export * from './enforcing/rights-table.ts'
export * from './enforcing/role-rules.ts'
export * from './enforcing/storage-guard.ts'
export * from './enforcing/suppressed-count.ts'
export * from './enforcing/sweep-plan.ts'
export * from './enforcing/withdrawal.ts'
export type { Finding, RuleId } from './findings.ts'
export * from './language.ts'
export { regulator, statutoryClocks } from './law.ts'
export type * from './notice/index.ts'
export {
  chaptersOf,
  cookiePage,
  firstContactNotice,
  noticeOf,
  noticeWords,
  permissionMatrix,
  policyDifference,
  retentionSchedule,
  storageTable,
} from './notice/index.ts'
export { clausesOf, promisesOf } from './promises-of.ts'
export { headingFor } from './prose/people.ts'
export { type SettingSlot, type SettingValues, settingSlots } from './prose/slots.ts'
export { dateInWords, durationInWords } from './prose/words.ts'
export {
  type ProcessingRecord,
  processingRecord,
  type RecordedCondition,
  type RecordedPurpose,
  type RecordedRecipient,
} from './records/processing-record.ts'
export { standardCategories } from './standard-categories.ts'
