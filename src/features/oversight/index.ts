export { type PolicyVersion, policyVersions } from './data/policy-versions.ts'
export { type OwnerConnection, recordPolicyChange } from './data/record-policy-change.ts'
export { deedWords, wordsOfDeed } from './domain/deeds.ts'
