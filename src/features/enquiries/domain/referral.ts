import type { NewEnquiry } from './new-enquiry.ts'

/** Who referred somebody: a professional, with how to reach them at work. */
export interface Referrer {
  readonly name: string
  readonly work: 'solicitor' | 'agency'
  readonly organisation: string
  readonly email: string
  readonly telephone: string | null
}

/** A referral with the client's permission. The enquiry is the client's; what it says came from the referrer. */
export interface NewReferral {
  readonly enquiry: NewEnquiry
  readonly referrer: Referrer
}
