import { packClasses } from '../features/access-packs/data/pack.classes.ts'
import { answerClasses } from '../features/answers/data/answer.classes.ts'
import { availabilityClasses } from '../features/availability/data/availability.classes.ts'
import { offerClasses } from '../features/booking-offers/data/offer.classes.ts'
import { bookingClasses } from '../features/bookings/data/booking.classes.ts'
import { breachClasses } from '../features/breaches/data/breach.classes.ts'
import { calendarClasses } from '../features/calendars/data/calendar.classes.ts'
import { caseClasses } from '../features/cases/data/case.classes.ts'
import { caseworkClasses } from '../features/casework/data/casework.classes.ts'
import { complaintClasses } from '../features/complaints/data/complaint.classes.ts'
import { consentClasses } from '../features/consents/data/consent.classes.ts'
import { disclosureClasses } from '../features/disclosures/data/disclosure.classes.ts'
import { endingClasses } from '../features/endings/data/ending.classes.ts'
import { enquiryClasses } from '../features/enquiries/data/enquiry.classes.ts'
import { referralClasses } from '../features/enquiries/data/referral.classes.ts'
import { fileClasses } from '../features/files/data/file.classes.ts'
import { importClasses } from '../features/imports/data/import.classes.ts'
import { invitationClasses } from '../features/invitations/data/invitation.classes.ts'
import { liveSessionClasses } from '../features/live-sessions/data/live-session.classes.ts'
import { postClasses } from '../features/mailbox/data/post.classes.ts'
import { cardClasses } from '../features/matching/data/card.classes.ts'
import { mergeClasses } from '../features/matching/data/merge.classes.ts'
import { matchingClasses } from '../features/matching/data/wall.classes.ts'
import { messageClasses } from '../features/messages/data/message.classes.ts'
import { onlineClasses } from '../features/online-meetings/data/online.classes.ts'
import { oversightClasses } from '../features/oversight/data/oversight.classes.ts'
import { personClasses } from '../features/people/data/person.classes.ts'
import { portalClasses } from '../features/portal/data/portal.classes.ts'
import { professionalClasses } from '../features/professionals/data/professional.classes.ts'
import { requestClasses } from '../features/requests/data/request.classes.ts'
import { retentionClasses } from '../features/retention/data/retention.classes.ts'
import { safeguardingClasses } from '../features/safeguarding/data/safeguarding.classes.ts'
import { sessionClasses } from '../features/sessions/data/session.classes.ts'
import { settingsClasses } from '../features/settings/data/settings.classes.ts'
import { signInClasses } from '../features/staff/data/sign-in.classes.ts'
import { staffClasses } from '../features/staff/data/staff.classes.ts'
import { taskClasses } from '../features/tasks/data/task.classes.ts'
import { websiteClasses } from '../features/website/data/website.classes.ts'
import type { Tables } from '../platform/database/tables.gen.ts'
import type { Classification, Classified } from '../policy/classification.ts'

/** Every table of the service, each classified beside its feature. A table that is missing here does not compile. */
export const classification = {
  ...oversightClasses,
  ...settingsClasses,
  ...staffClasses,
  ...taskClasses,
  ...consentClasses,
  ...messageClasses,
  ...personClasses,
  ...professionalClasses,
  ...enquiryClasses,
  ...referralClasses,
  ...caseClasses,
  ...matchingClasses,
  ...mergeClasses,
  ...cardClasses,
  ...fileClasses,
  ...postClasses,
  ...availabilityClasses,
  ...bookingClasses,
  ...offerClasses,
  ...sessionClasses,
  ...invitationClasses,
  ...portalClasses,
  ...calendarClasses,
  ...onlineClasses,
  ...liveSessionClasses,
  ...caseworkClasses,
  ...disclosureClasses,
  ...safeguardingClasses,
  ...importClasses,
  ...requestClasses,
  ...complaintClasses,
  ...breachClasses,
  ...answerClasses,
  ...packClasses,
  ...websiteClasses,
  ...retentionClasses,
  ...endingClasses,
} satisfies Classified<Tables, keyof Tables>

/** The same by schema, with what sign-in keeps where no purpose reaches. */
export const classesOfSchemas: Readonly<Record<'ev' | 'auth', Classification>> = {
  ev: classification,
  auth: signInClasses,
}
