export { openRoom, openVenue } from './actions/change-places.ts'
export { changeSettings } from './actions/change-settings.ts'
export { recordOutreachCode, sayTravelTime } from './actions/describe-place.ts'
export { recordRegistration } from './actions/record-registration.ts'
export { setMissedRule } from './actions/set-missed-rule.ts'
export { setPrice } from './actions/set-price.ts'
export { closingApproval } from './data/closing.ts'
export { type OutreachCode, outreachCodeOn, outreachCodes, travelTimes } from './data/place-details.ts'
export { type RegistrationToRenew, registrationsToRenew } from './data/settings-history.ts'
export {
  meetingHours,
  type PublishedSettings,
  type Room,
  readPublished,
  registrationOf,
  rooms,
  type Venue,
  venuesInUse,
} from './data/settings-reads.ts'
export type { MeetingHours } from './domain/meeting-hours.ts'
export { type MissedRule, missedRuleWords, workingDays } from './domain/missed-rule.ts'
export { paragraphsOf, type WordingKey } from './domain/page-wording.ts'
export { type Price, type PricedItem, pricedItems } from './domain/prices.ts'
export { maySignCertificates, type Registration, type RegistrationKind } from './domain/registration.ts'
export { dateValues, wholeDateField } from './web/office/whole-date.ts'
