import type { Id } from '../../../values/ids.ts'
import type { NewEnquiry } from './new-enquiry.ts'

/** Who referred somebody: a professional, with how to reach them at work. */
export interface Referrer {
  readonly name: string
  readonly work: 'solicitor' | 'agency'
  readonly organisation: string
  readonly email: string
  readonly telephone: string | null
}

/** From whose account a referral came, and what they call it themselves. */
export interface FromAccount {
  readonly professionalId: Id
  readonly ownReference: string | null
}

/** A referral with the client's permission. The enquiry is the client's; what it says came from the referrer. */
export interface NewReferral {
  readonly enquiry: NewEnquiry
  readonly referrer: Referrer
}
