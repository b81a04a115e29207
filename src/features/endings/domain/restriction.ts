/** Why somebody may ask that their data is kept and not used: the four grounds of UK GDPR Article 18(1). */
export const grounds = ['accuracy', 'unlawful', 'claims', 'objection'] as const
export type Ground = (typeof grounds)[number]

export const groundWords: Readonly<Record<Ground, string>> = {
  accuracy: 'They say that it is wrong, and we are finding out',
  unlawful: 'We had no right to it, and they want it kept and not deleted',
  claims: 'We no longer need it, and they do, for a claim of theirs',
  objection: 'They objected, and it is not decided whose reasons weigh more',
}

/** What is kept and not used of a party, as somebody chooses it. Of who only made an enquiry it is the enquiry. */
export const covers = ['everything', 'file'] as const
export type Covers = (typeof covers)[number] | 'enquiry'

export const coversWords: Readonly<Record<Covers, string>> = {
  everything: 'Who they are, how to reach them, and their own part of the file',
  file: 'Their own part of the file; we may still write to them and ring them',
  enquiry: 'Their enquiry, and all that belongs to it',
}

/** The same to the person. */
export const coversToThem: Readonly<Record<Covers, string>> = {
  everything: 'your name, how to reach you, and your own part of the file',
  file: 'your own part of the file',
  enquiry: 'what you told us when you got in touch, and all that belongs to it',
}

export interface Restriction {
  readonly id: string
  readonly covers: Covers
  readonly ground: Ground
  readonly placedAt: Temporal.Instant
  readonly toldAt: Temporal.Instant | null
  readonly liftedAt: Temporal.Instant | null
}

export const stands = (it: Restriction): boolean => it.liftedAt === null
