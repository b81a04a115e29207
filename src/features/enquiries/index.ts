export { answerEnquiry } from './actions/answer-enquiry.ts'
export { keepReferrer } from './actions/keep-referrer.ts'
export { receiveEnquiry } from './actions/receive-enquiry.ts'
export { receiveReferral } from './actions/receive-referral.ts'
export { type RecordedEnquiry, recordEnquiry } from './actions/record-enquiry.ts'
export { addEnquiry } from './data/add-enquiry.ts'
export {
  correctEnquiry,
  type EnquiryToCorrect,
  enquiryToCorrect,
  type StatedField,
  standBeside,
  statedFields,
} from './data/corrections.ts'
export { type Enquiry, enquiryOf, type ListedEnquiry, listEnquiries } from './data/enquiry-reads.ts'
export { enquiryOfReference, enquiryReferences } from './data/enquiry-references.ts'
export { heardAgain, takeOn } from './data/enquiry-writes.ts'
export { enquirersToRing } from './data/ringing.ts'
export { type NewEnquiry, unasked } from './domain/new-enquiry.ts'
export { type Receipts, receipts } from './domain/receipt.ts'
export { newReference } from './domain/reference.ts'
export type { Referrer } from './domain/referral.ts'
export { SendingLimit, usualLimits } from './domain/sending-limit.ts'
export { detailValue, detailWords, topicWords } from './domain/words.ts'
export { DetailInputs } from './web/office/detail-inputs.tsx'
export { detailsForm, filledDetails } from './web/office/details-form.ts'
export { Danger, FormColumn, Trap, YourName } from './web/public/form-parts.tsx'
export { stepTag } from './web/public/progress.page.tsx'
export { ownReferralPath, ReferFromAccountPage } from './web/public/refer.page.tsx'
export { referForm } from './web/public/refer-form.ts'
export { doubtAbout, trapField } from './web/public/sending-doubts.ts'
