export { endReferrerAccount, inviteReferrer } from './actions/keep-account.ts'
