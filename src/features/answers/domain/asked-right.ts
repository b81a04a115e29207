import type { RightKey } from '../../../policy/index.ts'
import type { RequestKind } from '../../requests/index.ts'

/** The right that a request asks for, as the law knows it. */
export const rightOf: Readonly<Record<RequestKind, RightKey>> = {
  ...({ access: 'access', correction: 'rectification', erasure: 'erasure', restriction: 'restriction' } as const),
  ...({ objection: 'objection', portability: 'portability', withdrawal: 'withdrawal' } as const),
}

/** Completes "You asked us …". */
export const askedWords: Readonly<Record<RequestKind, string>> = {
  access: 'to see what we hold about you',
  correction: 'to put something right',
  erasure: 'to delete something',
  restriction: 'to keep something and not use it',
  objection: 'to stop using something',
  portability: 'for a copy that another service can read',
  withdrawal: 'to end something that you had agreed to',
}

export const answers = ['granted', 'partly', 'refused'] as const
export type AnswerWord = (typeof answers)[number]

export const answerWords: Readonly<Record<AnswerWord, string>> = {
  granted: 'Yes',
  partly: 'In part',
  refused: 'No',
}
