import { z } from 'zod'
import { basis, special } from './draft-bases.ts'
import { contractingSubjects } from './language/bases.ts'
import { storageUses } from './language/browser.ts'
import { textKeys } from './language/clauses.ts'
import {
  aggregates,
  areas,
  categoryKeys,
  eventKeys,
  operations,
  purposeKeys,
  roleKeys,
  rowScopes,
  subjectKinds,
} from './vocabulary.ts'

/**
 * The shape of a policy before it is judged. It is as wide as people's mistakes, so that a rule can name what is wrong with a
 * clause in words a manager understands; what it does refuse is a word that the language does not know, since a misspelt
 * clause would rule nothing and nobody would see.
 */
const words = z.string()
const promises = z.array(z.string()).optional()
const categories = z.array(z.enum(categoryKeys))

const subject = z.strictObject({
  basis: basis.optional(),
  special: z.union([special, z.array(special)]).optional(),
  source: z.array(z.enum(['subject', 'otherParty', 'referrer', 'court', 'staff'])).min(1),
  told: z.enum(['firstContact', 'withinOneMonth', 'whenSafe']).optional(),
  required: words.optional(),
  promises,
})

const purpose = z.strictObject({
  role: z
    .union([z.literal('controller'), z.strictObject({ processorFor: words }), z.strictObject({ jointWith: words })])
    .optional(),
  state: z.literal('planned').optional(),
  title: words,
  text: words,
  subjects: z.partialRecord(z.enum(subjectKinds), subject),
  special: z.union([special, z.array(special)]).optional(),
  reads: categories,
  writes: categories,
  removes: categories.optional(),
  recipients: z.array(words),
  retention: z.array(words),
  automated: z.unknown().optional(),
  promises,
})

const gate = z.union([
  z.strictObject({
    opens: z.enum([
      'underAgreement',
      'partyAsks',
      'safeguarding',
      'passedOn',
      'bothOrCourt',
      'complaint',
      'instructed',
      'suppressedCounts',
    ]),
  }),
  z.strictObject({ opens: z.literal('withConsent'), scope: words }),
  z.strictObject({ opens: z.literal('byLaw'), law: words }),
])

const recipient = z.strictObject({
  name: words,
  kind: z.enum(['processor', 'controller', 'authority', 'party', 'professional', 'advertiser', 'seller']),
  why: words,
  country: words.optional(),
  safeguard: z.enum(['adequacy', 'transferAgreement']).optional(),
  gate: gate.optional(),
  agreement: z
    .strictObject({ document: words, reviewBy: words, from: words.optional(), until: words.optional() })
    .optional(),
  passes: categories.optional(),
  withholds: categories.optional(),
  notice: z.url({ protocol: /^https$/ }).optional(),
  hidden: z.literal('tippingOff').optional(),
  promises,
})

const retention = z.strictObject({
  of: z.enum(aggregates),
  title: words,
  from: z.enum(eventKeys).optional(),
  keep: words.optional(),
  cap: words.optional(),
  reopen: z.enum(['restart', 'continue']),
  // biome-ignore lint/suspicious/noThenProperty: a word of the policy language, and no function
  noAnchor: z.strictObject({ after: words, then: z.literal('review') }).optional(),
  waiting: words,
  why: words,
  source: words,
  promises,
})

const storage = z.strictObject({
  name: words,
  medium: z.enum(['cookie', 'local', 'session']),
  use: z.enum([...storageUses, 'speed', 'analytics', 'chat', 'advertising']),
  need: z
    .union([
      z.enum(['strictlyNecessary', 'communication', 'statistical', 'appearance', 'emergency']),
      z.strictObject({ consent: words }),
    ])
    .optional(),
  maxAge: words.optional(),
  areas: z.array(z.enum(areas)),
  text: words,
  promises,
})

const consents = z.strictObject({
  purpose: words,
  title: words,
  wording: words,
  given: z.enum(['byAction', 'byContinuing', 'preTicked']),
  ledger: z.enum(['perPerson', 'countsOnly']),
  opens: z.literal('email').optional(),
  withdrawal: z.strictObject({ stops: words, continues: words }).optional(),
  promises,
})

const role = z.strictObject({
  area: z.enum(areas),
  title: words,
  state: z.literal('planned').optional(),
  may: z.array(
    z.strictObject({
      purpose: words,
      rows: z.enum(rowScopes),
      do: z.array(z.enum(operations)).optional(),
      view: z.enum(['pseudonymised', 'aggregate', 'anonymised']).optional(),
      state: z.literal('planned').optional(),
    }),
  ),
  promises,
})

const service = z.strictObject({
  name: words,
  legalForm: z.enum(['charity', 'company', 'soleTrader']),
  registration: words,
  controllers: z.record(
    words,
    z.strictObject({
      name: words,
      own: z.literal(true).optional(),
      contact: words,
      passRequestsWithin: words.optional(),
      promises,
    }),
  ),
  contact: z.strictObject({ address: z.array(words), email: words, website: words }),
  icoRegistration: words,
  language: z.literal('en-GB'),
  promises,
})

export const draftSchema = z.strictObject({
  date: z.iso.date(),
  service,
  categories: z.partialRecord(
    z.enum(categoryKeys),
    z.strictObject({
      title: words,
      about: z.array(z.enum(subjectKinds)),
      special: z.enum(['special', 'offences']).optional(),
      promises,
    }),
  ),
  purposes: z.partialRecord(z.enum(purposeKeys), purpose),
  retention: z.record(words, retention),
  recipients: z.record(words, recipient),
  storage: z.record(words, storage),
  consents: z.record(words, consents),
  roles: z.partialRecord(z.enum(roleKeys), role),
  statistics: z.record(
    words,
    z.strictObject({
      title: words,
      from: z.enum(categoryKeys),
      threshold: z.number().optional(),
      round: z.number().optional(),
      cadence: z.enum(['monthly', 'quarterly', 'yearly']).optional(),
      promises,
    }),
  ),
  clocks: z.strictObject({
    rightsRequest: z.strictObject({ answer: words, extension: words }).optional(),
    complaint: z.strictObject({ acknowledge: words }).optional(),
    serviceComplaint: z
      .strictObject({ acknowledge: z.int().min(1).max(60), answer: z.int().min(1).max(120) })
      .optional(),
    indirectNotice: z.strictObject({ within: words }).optional(),
    breach: z.strictObject({ report: words }).optional(),
    details: z.strictObject({ confirmAgain: words }).optional(),
    merging: z.strictObject({ undo: words }).optional(),
    answers: z.strictObject({ goodFor: words }).optional(),
    messages: z.strictObject({ recentChange: words, sendDelay: words }).optional(),
    safeguarding: z.strictObject({ access: words, review: words }).optional(),
    promises,
  }),
  rights: z.strictObject({
    channels: z.enum(['any', 'post', 'writing']),
    identity: z.enum(['whenInDoubt', 'always']),
    offers: z
      .array(z.enum(['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'withdrawal']))
      .optional(),
    promises,
  }),
  claims: z.record(words, z.strictObject({ says: words, test: words, promises })),
  text: z.partialRecord(z.enum(textKeys), words),
})

export type Draft = z.infer<typeof draftSchema>
export type DraftPurpose = z.infer<typeof purpose>
export type DraftSubject = z.infer<typeof subject>
export type DraftRecipient = z.infer<typeof recipient>
export type DraftRetention = z.infer<typeof retention>
export type DraftStorage = z.infer<typeof storage>
export type DraftCondition = z.infer<typeof special>

export const mayContract = (kind: string): boolean => (contractingSubjects as readonly string[]).includes(kind)
