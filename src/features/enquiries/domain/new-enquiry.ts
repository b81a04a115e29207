import type { SafeTimes } from '../../people/index.ts'
import type { AskedBy, Channel, EnquiryTopic, HeardFrom, WantedAt } from './enquiry.ts'

/** What somebody told us about a way of reaching them. */
export type WaySafety = 'safe' | 'unsafe' | 'not_asked'

/** An enquiry as it came in, by whichever way. Empty answers are null; a person with one name has an empty family name. */
export interface NewEnquiry {
  readonly channel: Channel
  /** The day on which it came, where that is not today: a letter that lay over the weekend. An ISO date, never after today. */
  readonly receivedOn?: string | null
  readonly askedBy: AskedBy
  readonly organisation: string | null
  /** A professional said that their client agreed to this. */
  readonly permissionStated: boolean
  /** Empty when nobody said a name, as in a mail without one. */
  readonly givenName: string
  readonly familyName: string
  /** A date that may lack its year, month or day, as `partialDateText` writes it. */
  readonly birthDate: string | null
  readonly reach: Reach
  readonly otherGivenName: string | null
  readonly otherFamilyName: string | null
  /** The day, an ISO date, and the part of it at which they asked to be contacted. */
  readonly wantedOn?: string | null
  readonly wantedAt?: WantedAt | null
  readonly heardFrom?: HeardFrom | null
  /** Null when it was not said and nobody judged it yet. */
  readonly topic: EnquiryTopic | null
  readonly message: string
  readonly safetyNote: string | null
  readonly needs: string | null
}

/** How somebody may be reached. From the website a way that they did not call safe has no detail: it was not kept. */
export interface Reach extends SafeTimes {
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
  /** In their own words; the days and hours by which we go stand apart. */
  readonly contactTimes: string | null
}

/** Nothing is known yet of how somebody may be reached, and nothing was asked. */
export const unasked: Reach = {
  email: null,
  telephone: null,
  telephoneDigits: null,
  address: null,
  postcode: null,
  emailSafety: 'not_asked',
  telephoneSafety: 'not_asked',
  letterSafety: 'not_asked',
  voicemailSafety: 'not_asked',
  contactTimes: null,
  safeDays: null,
  safeFrom: null,
  safeUntil: null,
}

/** How we say that an enquiry has come. `write`: they asked for words by a person; `referrer`: whoever referred them is told; `none`: the person will contact us. */
export const replyWays = ['email', 'letter', 'telephone', 'write', 'referrer', 'none'] as const
export type ReplyWay = (typeof replyWays)[number]

/** The first way, in this order, that the person called safe; no other is ever used. */
export function replyWay(reach: Reach): 'email' | 'letter' | 'telephone' | 'none' {
  if (reach.emailSafety === 'safe' && reach.email) return 'email'
  if (reach.letterSafety === 'safe' && reach.address) return 'letter'
  return reach.telephoneSafety === 'safe' && reach.telephone ? 'telephone' : 'none'
}

/** Somebody who asked for a call or a letter hears from a person, not from a machine; a client whom others referred hears from us first. */
export function replyTo({ channel, reach }: NewEnquiry): ReplyWay {
  if (channel === 'referral') return 'referrer'
  if (channel !== 'call_request') return replyWay(reach)
  return reach.telephone && reach.telephoneSafety === 'safe' ? 'telephone' : 'write'
}
