export { type Enquiry, enquiryOf, type ListedEnquiry, listEnquiries } from './data/enquiry-reads.ts'
export { takeOn } from './data/enquiry-writes.ts'
export { newReference } from './domain/reference.ts'
export { topicWords } from './domain/words.ts'
