export * from './check.ts'
export * from './compile.ts'
export type * from './compiled.ts'
export * from './enforcing/consent-scopes.ts'
export * from './enforcing/duties.ts'
export * from './enforcing/enforcement.ts'
export * from './enforcing/gate-table.ts'
export * from './enforcing/rights-table.ts'
export * from './enforcing/role-rules.ts'
export * from './enforcing/storage-guard.ts'
export * from './enforcing/suppressed-count.ts'
export * from './enforcing/sweep-plan.ts'
export type { Finding, RuleId } from './findings.ts'
export * from './language.ts'
export { regulator, statutoryClocks } from './law.ts'
export type * from './notice/index.ts'
export {
  cookiePage,
  firstContactNotice,
  noticeOf,
  noticeWords,
  permissionMatrix,
  policyDifference,
  retentionSchedule,
  storageTable,
} from './notice/index.ts'
export { promisesOf } from './promises-of.ts'
export { type SettingSlot, type SettingValues, settingSlots } from './prose/slots.ts'
export { dateInWords, durationInWords } from './prose/words.ts'
export { standardCategories } from './standard-categories.ts'
