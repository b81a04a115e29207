/** What somebody told us about a way of reaching them. */
export type WaySafety = 'safe' | 'unsafe' | 'not_asked'

/** An enquiry as a person sent it from the website. Empty answers are null; a person with one name has an empty family name. */
export interface NewEnquiry {
  readonly channel: 'contact_form' | 'self_referral'
  readonly askedBy: 'self' | 'solicitor' | 'agency'
  readonly organisation: string | null
  /** A professional said that their client agreed to this. */
  readonly permissionStated: boolean
  readonly givenName: string
  readonly familyName: string
  /** A date that may lack its year, month or day, as `partialDateText` writes it. */
  readonly birthDate: string | null
  readonly reach: Reach
  readonly otherGivenName: string | null
  readonly otherFamilyName: string | null
  readonly topic: 'children' | 'money' | 'both' | 'question' | 'other'
  readonly message: string
  readonly safetyNote: string | null
  readonly needs: string | null
}

/** How somebody may be reached. A way that they did not call safe has no detail: it was not kept. */
export interface Reach {
  readonly email: string | null
  readonly telephone: string | null
  /** International digits, by which equal numbers are equal. */
  readonly telephoneDigits: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly emailSafety: WaySafety
  readonly telephoneSafety: WaySafety
  readonly letterSafety: WaySafety
  readonly voicemailSafety: WaySafety
  readonly contactTimes: string | null
}

/** How we say that an enquiry has come. `none`: the person will contact us. */
export const replyWays = ['email', 'letter', 'telephone', 'none'] as const
export type ReplyWay = (typeof replyWays)[number]

/** The first way, in this order, that the person called safe; no other is ever used. */
export function replyWay(reach: Reach): ReplyWay {
  if (reach.emailSafety === 'safe' && reach.email) return 'email'
  if (reach.letterSafety === 'safe' && reach.address) return 'letter'
  return reach.telephoneSafety === 'safe' && reach.telephone ? 'telephone' : 'none'
}
