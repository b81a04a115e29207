import { z } from 'zod'
import { optionalEmail, optionalText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { addBusinessDays } from '../../../../values/calendar-days.ts'
import { wantedAt } from '../../domain/enquiry.ts'
import { type NewEnquiry, unasked } from '../../domain/new-enquiry.ts'
import { checkReach, reachOf } from './reach-fields.ts'

export const callWays = ['telephone', 'email', 'letter'] as const
type CallWay = (typeof callWays)[number]

/** The days that can be asked for: the next five on which the office works. */
export const daysOffered = (today: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  [1, 2, 3, 4, 5].map((days) => addBusinessDays(today, days))

const details: Readonly<Record<CallWay, readonly string[]>> = {
  telephone: ['telephone', 'voicemail'],
  email: ['email'],
  letter: ['address', 'postcode'],
}

/** What stands beside a way that was not chosen is neither judged nor kept. */
function onlyChosen(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return sent
  const others = callWays.filter((it) => !('way' in sent) || sent.way !== it).flatMap((it) => details[it])
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !others.includes(name)))
}

const fields = (today: Temporal.PlainDate) =>
  z
    .object({
      given_name: z.string().max(100, tooLong(100)).default(''),
      way: z.string().default(''),
      telephone: optionalText(40),
      voicemail: z.string().default(''),
      email: optionalEmail('Enter an e-mail address, like name@example.org'),
      address: optionalText(300),
      postcode: optionalText(12),
      wanted_on: z.string().default(''),
      wanted_at: z.string().default('any'),
    })
    .superRefine((sent, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (sent.given_name === '') refuse('given_name', 'Enter your name')
      const way = callWays.find((it) => it === sent.way)
      if (way) checkReach({ ...sent, ways: [way], contact_times: null }, refuse)
      else refuse('way', 'Choose how we should contact you')
      if (sent.wanted_on !== '' && !daysOffered(today).some((it) => it.toString() === sent.wanted_on))
        refuse('wanted_on', 'Choose one of the days')
      if (!wantedAt.some((it) => it === sent.wanted_at)) refuse('wanted_at', 'Choose a part of the day')
    })
    .transform((sent): NewEnquiry => {
      const found = reachOf({ ...sent, ways: [sent.way], contact_times: null })
      const asked = (way: CallWay) => (sent.way === way ? ('safe' as const) : ('not_asked' as const))
      return {
        channel: 'call_request',
        askedBy: 'self',
        organisation: null,
        permissionStated: false,
        givenName: sent.given_name,
        familyName: '',
        birthDate: null,
        reach: {
          ...{ ...unasked, ...found, telephoneSafety: asked('telephone'), emailSafety: asked('email') },
          letterSafety: asked('letter'),
        },
        wantedOn: sent.wanted_on === '' ? null : sent.wanted_on,
        wantedAt: wantedAt.find((it) => it === sent.wanted_at) ?? 'any',
        otherGivenName: null,
        otherFamilyName: null,
        topic: null,
        message: '',
        safetyNote: null,
        needs: null,
      }
    })

/** “Ask us to call or write”: a name, one safe way, and when. `today` is the day from which the days are counted. */
export const callRequestForm = (today: Temporal.PlainDate) => z.preprocess(onlyChosen, fields(today))
