import { othersHear } from '../../answers/index.ts'
import { closing, type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import { type Covers, coversToThem } from '../domain/restriction.ts'

interface About {
  readonly reference: string
  readonly covers: Covers
}

/** Says that something is kept and not used from now on. */
export const keptAndNotUsed = (voice: ServiceVoice, about: About): WrittenMessage =>
  written('restriction-placed', 'We keep it, and do not use it', [
    'Hello,',
    `You asked us to keep your data and not to use it. Your request has the reference ${about.reference}.`,
    `From today this is so for ${coversToThem[about.covers]}. We still use it if you agree, for a claim before a court, or to protect somebody.`,
    ...(about.covers === 'enquiry'
      ? []
      : ['What we need for the other person in your mediation is theirs too, and goes on.']),
    othersHear,
    'We tell you before this ends.',
    closing(voice),
  ])

/** Says that it will be used again. It goes before the restriction ends. */
export const usedAgainSoon = (voice: ServiceVoice, about: About): WrittenMessage =>
  written('restriction-ending', 'We will use it again', [
    'Hello,',
    `Because of your request ${about.reference} we keep ${coversToThem[about.covers]} and do not use it. This will end now.`,
    othersHear,
    'If you think that this is not right, tell us. You can also complain to the Information Commission (ICO), or go to a court.',
    closing(voice),
  ])

/** What was decided about a request to delete: what goes, and what stays and why. */
export const deletedOrKept = (
  voice: ServiceVoice,
  about: {
    readonly reference: string
    readonly goes: readonly string[]
    readonly kept: readonly string[]
    /** There is a file, in which the other person's part stays. */
    readonly withOther: boolean
  },
): WrittenMessage =>
  written('erasure-decided', 'What we delete', [
    'Hello,',
    `You asked us to delete your data. Your request has the reference ${about.reference}.`,
    about.goes.length > 0 ? `We delete: ${about.goes.join('; ')}.` : 'We delete nothing of it.',
    ...(about.kept.length > 0 ? [`This stays, for the reason beside it: ${about.kept.join('. ')}.`] : []),
    ...(about.goes.length > 0 ? [othersHear] : []),
    ...(about.withOther
      ? ['What is also about the other person in your mediation stays as long as their file does.']
      : []),
    'If you think that this is not right, tell us. You can also complain to the Information Commission (ICO), or go to a court.',
    closing(voice),
  ])
