import { z } from 'zod'
import { optionalEmail, optionalText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { readTelephone } from '../../../../values/telephone.ts'
import type { NewReferral } from '../../domain/referral.ts'
import { longestMessage } from './contact-form.ts'
import { checkReach, onlyTicked, reachFields, reachOf } from './reach-fields.ts'

const topics = ['children', 'money', 'both'] as const
const roles = ['solicitor', 'agency'] as const
const among = <Values extends readonly string[]>(values: Values, text: string): Values[number] | undefined =>
  values.find((it) => it === text)

const fields = z
  .object({
    ...reachFields,
    role: z.string().default(''),
    referrer_name: optionalText(200),
    organisation: optionalText(200),
    referrer_email: optionalEmail('Enter your work e-mail address, like name@example.org'),
    referrer_telephone: optionalText(40),
    permission: z.array(z.string()).catch([]).default([]),
    given_name: z.string().max(100, tooLong(100)).default(''),
    family_name: z.string().max(100, tooLong(100)).default(''),
    topic: z.string().default(''),
    message: z.string().max(longestMessage, tooLong(longestMessage)).default(''),
    safety_note: optionalText(longestMessage),
  })
  .superRefine((sent, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    checkReach(sent, refuse)
    if (!among(roles, sent.role)) refuse('role', 'Choose what you work as')
    if (!sent.referrer_name) refuse('referrer_name', 'Enter your name')
    if (!sent.organisation) refuse('organisation', 'Enter where you work')
    if (!sent.referrer_email) refuse('referrer_email', 'Enter your work e-mail address, like name@example.org')
    if (sent.referrer_telephone && !readTelephone(sent.referrer_telephone).done)
      refuse('referrer_telephone', 'Enter a telephone number, like 01603 555 123')
    if (!sent.permission.includes('yes'))
      refuse('permission[]', 'Ask the person first, and tick this when they have agreed')
    if (sent.given_name === '') refuse('given_name', 'Enter their first name')
    if (!among(topics, sent.topic)) refuse('topic', 'Choose what they would like to sort out')
  })
  .transform((sent): NewReferral => {
    const work = among(roles, sent.role) ?? 'agency'
    const organisation = sent.organisation ?? ''
    return {
      enquiry: {
        channel: 'referral',
        askedBy: work,
        organisation,
        permissionStated: true,
        givenName: sent.given_name,
        familyName: sent.family_name,
        birthDate: null,
        reach: reachOf(sent),
        otherGivenName: null,
        otherFamilyName: null,
        topic: among(topics, sent.topic) ?? 'both',
        message: sent.message,
        safetyNote: sent.safety_note,
        needs: null,
      },
      referrer: {
        ...{ name: sent.referrer_name ?? '', work, organisation },
        ...{ email: sent.referrer_email ?? '', telephone: sent.referrer_telephone },
      },
    }
  })

/** The form by which a solicitor or an organisation refers somebody with their permission. */
export const referForm = z.preprocess(onlyTicked, fields)
