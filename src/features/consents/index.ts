export { countChoice } from './actions/count-choice.ts'
export { type RecordedChoice, recordChoice } from './actions/record-choice.ts'
export { withdrawEmail } from './actions/withdraw-email.ts'
export {
  addConsentSubject,
  type ConsentAct,
  type ConsentChannel,
  type ConsentEvent,
  type ConsentHolder,
  consentSubjectOf,
  latestConsent,
  linkConsents,
} from './data/consent-ledger.ts'
export { type Choice, type CookieQuestion, choiceCookie, choiceOf, cookieQuestion } from './domain/cookie-choice.ts'
export { consentOf, emailConsent } from './domain/wording.ts'
export { cookieBanner } from './web/cookie-banner.tsx'
