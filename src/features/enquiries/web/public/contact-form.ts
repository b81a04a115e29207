import { z } from 'zod'
import { optionalText, tooLong } from '../../../../platform/web/field-schemas.ts'
import type { NewEnquiry } from '../../domain/new-enquiry.ts'
import { checkReach, onlyTicked, reachFields, reachOf } from './reach-fields.ts'

export const longestMessage = 4000

const topics = ['question', 'children', 'money', 'both', 'other'] as const
const roles = ['solicitor', 'agency'] as const
const among = <Values extends readonly string[]>(values: Values, text: string): Values[number] | undefined =>
  values.find((it) => it === text)

const fields = z
  .object({
    ...reachFields,
    for_client: z.array(z.string()).catch([]).default([]),
    role: z.string().default(''),
    organisation: optionalText(200),
    permission: z.array(z.string()).catch([]).default([]),
    given_name: z.string().max(100, tooLong(100)).default(''),
    family_name: z.string().max(100, tooLong(100)).default(''),
    topic: z.string().default(''),
    message: z.string().max(longestMessage, tooLong(longestMessage)).default(''),
  })
  .superRefine((sent, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    checkReach(sent, refuse)
    if (sent.for_client.includes('yes')) {
      if (!among(roles, sent.role)) refuse('role', 'Choose what you work as')
      if (!sent.organisation) refuse('organisation', 'Enter where you work')
      if (!sent.permission.includes('yes'))
        refuse('permission[]', 'Ask your client first, and tick this when they have agreed')
    }
    if (sent.given_name === '') refuse('given_name', 'Enter your first name')
    if (!among(topics, sent.topic)) refuse('topic', 'Choose what it is about')
    if (sent.message === '') refuse('message', 'Write a few words about what you would like')
  })
  .transform((sent): NewEnquiry => {
    const professional = sent.for_client.includes('yes')
    return {
      channel: 'contact_form',
      askedBy: professional ? (among(roles, sent.role) ?? 'agency') : 'self',
      organisation: professional ? sent.organisation : null,
      permissionStated: professional,
      givenName: sent.given_name,
      familyName: sent.family_name,
      birthDate: null,
      reach: reachOf(sent),
      otherGivenName: null,
      otherFamilyName: null,
      topic: among(topics, sent.topic) ?? 'other',
      message: sent.message,
      safetyNote: null,
      needs: null,
    }
  })

/** The short form: for anybody, and for a solicitor or agency who asks for a client. */
export const contactForm = z.preprocess(onlyTicked, fields)
