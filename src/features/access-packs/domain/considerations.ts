/**
 * What is weighed before something that also tells of another goes without their consent: five things that the law names (DPA 2018,
 * Schedule 2, paragraph 16(3)), each with the answers that there can be.
 */
export const considerations = {
  nature: {
    asked: 'What kind of information is it?',
    answers: { own_words: 'Their own words, or said to them', ordinary: 'Ordinary', delicate: 'Delicate' },
  },
  confidence: {
    asked: 'Do we owe the other person confidence about it?',
    answers: { none: 'No', owed: 'Yes, it was told to us in confidence' },
  },
  steps: {
    asked: 'Have we asked the other person?',
    answers: { not_safe: 'No: it would tell them who asks', not_needed: 'No: there is no need', asked: 'Yes' },
  },
  able: {
    asked: 'Can they agree?',
    answers: { not_known: 'Not known', able: 'Yes', not_able: 'No' },
  },
  refused: {
    asked: 'Did they refuse?',
    answers: { not_asked: 'They were not asked', agreed: 'No, they agreed', refused: 'Yes' },
  },
} as const

export type Consideration = keyof typeof considerations
export const considerationKeys = Object.keys(considerations) as readonly Consideration[]

export type Considered = Readonly<Record<Consideration, string>>

/** What holds of most things of a kind, so that one press is enough for them. */
export const usualFor = (belongs: string): Considered => ({
  nature: belongs === 'mine' ? 'own_words' : 'ordinary',
  confidence: belongs === 'office' ? 'owed' : 'none',
  ...{ steps: 'not_safe', able: 'not_known', refused: 'not_asked' },
})

/** How a text tells of health. */
export const healthAnswers = {
  none: 'It tells of nobody’s health',
  own_words: 'Of their own, as they told us themselves',
  seen: 'Of their own, in a paper that they have seen',
  not_seen: 'Of their own, in words of somebody else that they may not have seen',
} as const
export type Health = keyof typeof healthAnswers
export const healths = ['none', 'own_words', 'seen', 'not_seen'] as const satisfies readonly Health[]
