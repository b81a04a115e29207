import type { RequestKind } from '../../requests/index.ts'

/** What is done to data of which whoever was told is told again (UK GDPR, Article 19). */
export const changes = ['correction', 'erasure', 'restriction', 'lifting'] as const
export type Change = (typeof changes)[number]

/** What they hear: in few words, and as a sentence. */
export const changeWords: Readonly<Record<Change, { readonly what: string; readonly hears: string }>> = {
  correction: { what: 'It was put right', hears: 'Whoever had the old detail from us is told the new one.' },
  erasure: {
    what: 'It is deleted here',
    hears: 'Whoever had from us what is deleted is told that it is deleted here.',
  },
  restriction: {
    what: 'It is kept and not used',
    hears: 'Whoever had from us what is kept from use is told that we do not use it for now.',
  },
  lifting: {
    what: 'It is used again',
    hears: 'Whoever had from us what was kept from use is told that it is used again.',
  },
}

/** What a kind of request changes of itself. A restriction can come with any. */
export const changeOfKind: Partial<Record<RequestKind, Change>> = {
  ...{ correction: 'correction', erasure: 'erasure', restriction: 'restriction' },
}

/** Why somebody is not told again. */
export const reasonsNotTold = ['never_had', 'impossible', 'disproportionate'] as const
export type TellingOutcome = 'told' | (typeof reasonsNotTold)[number]

export const notToldWords: Readonly<Record<(typeof reasonsNotTold)[number], string>> = {
  never_had: 'They never had what was changed',
  impossible: 'They cannot be told',
  disproportionate: 'To tell them would cost far more than it is worth to the person',
}
