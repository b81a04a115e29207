import { z } from 'zod'

const words = z.string()

/** Why something may be done, as a draft says it. */
export const basis = z.union([
  z.strictObject({ a6: z.literal('contract') }),
  z.strictObject({ a6: z.literal('consent'), scope: words }),
  z.strictObject({ a6: z.enum(['legalObligation', 'publicTask']), law: words }),
  z.strictObject({ a6: z.literal('vital') }),
  z.strictObject({
    a6: z.literal('recognisedInterest'),
    annex1: z.enum(['safeguarding', 'crime', 'emergency', 'publicTaskRequest', 'nationalSecurity']),
  }),
  z.strictObject({
    a6: z.literal('legitimateInterests'),
    interest: words.optional(),
    assessment: words.optional(),
    reviewBy: words.optional(),
  }),
])

/** What the most private kinds of data need beside a basis. */
export const special = z.strictObject({
  condition: z.enum([
    'explicitConsent',
    'employment',
    'vital',
    'madePublic',
    'legalClaims',
    'publicInterest',
    'offences',
  ]),
  schedule1: words.optional(),
  policyDocument: words.optional(),
  scope: words.optional(),
})
