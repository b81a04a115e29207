import { z } from 'zod'
import { tooLong } from '../../../../platform/web/field-schemas.ts'
import { addBusinessDays } from '../../../../values/calendar-days.ts'
import { wantedAt } from '../../domain/enquiry.ts'
import type { NewEnquiry } from '../../domain/new-enquiry.ts'
import { checkReach, onlyTicked, reachFields, reachOf } from './reach-fields.ts'

const callWays: readonly string[] = ['telephone', 'email', 'letter']

/** The days that can be asked for: the next five on which the office works. */
export const daysOffered = (today: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  [1, 2, 3, 4, 5].map((days) => addBusinessDays(today, days))

const fields = (today: Temporal.PlainDate) =>
  z
    .object({
      given_name: z.string().max(100, tooLong(100)).default(''),
      ...reachFields,
      wanted_on: z.string().default(''),
      wanted_at: z.string().default('any'),
    })
    .superRefine((sent, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
      if (sent.given_name === '') refuse('given_name', 'Enter your name')
      if (!sent.ways.some((it) => callWays.includes(it))) refuse('ways[]', 'Tick how we may contact you')
      else checkReach(sent, refuse)
      if (sent.wanted_on !== '' && !daysOffered(today).some((it) => it.toString() === sent.wanted_on))
        refuse('wanted_on', 'Choose one of the days')
      if (!wantedAt.some((it) => it === sent.wanted_at)) refuse('wanted_at', 'Choose a part of the day')
    })
    .transform((sent): NewEnquiry => {
      return {
        channel: 'call_request',
        askedBy: 'self',
        organisation: null,
        permissionStated: false,
        givenName: sent.given_name,
        familyName: '',
        birthDate: null,
        reach: reachOf(sent),
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

/** “Ask us to call or write”: a name, what is safe, and when. `today` is the day from which the days are counted. */
export const callRequestForm = (today: Temporal.PlainDate) => z.preprocess(onlyTicked, fields(today))
