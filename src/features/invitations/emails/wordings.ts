/** What a letter of invitation is made of. Nothing that the inviting party said stands in it. */
export interface LetterFacts {
  readonly serviceName: string
  readonly telephone: string
  /** The name of the one who came first, if they allowed that it is named; null otherwise. */
  readonly inviterName: string | null
  /** From whom the detail that is written to came. */
  readonly source: 'self' | 'other_party' | 'referrer' | 'staff'
  readonly code: string
  /** Where the answer can be given; the code is the end of it. */
  readonly address: string
}

/** One version of the words. A former one stays, so that it can be told what somebody was sent. */
export interface Wording {
  readonly version: string
  /** ISO date from which it is used. */
  readonly from: string
  readonly subject: string
  readonly invitation: (facts: LetterFacts) => readonly (string | false)[]
  readonly reminder: (facts: LetterFacts) => readonly (string | false)[]
}

const whence = ({ inviterName, source }: LetterFacts): string | false => {
  if (source === 'referrer') return 'A solicitor or an agency gave us your name and how to reach you.'
  if (source === 'other_party') return `${inviterName ?? 'The other person'} gave us your name and how to reach you.`
  return false
}

const howToAnswer = ({ address, code, telephone }: LetterFacts): string =>
  [
    'To answer, open this address and press a button. Opening it tells us nothing yet.',
    address,
    `Or go to ${new URL(address).host}/reply and type the code ${code}.`,
    telephone && `Or ring us on ${telephone} and give the code.`,
  ]
    .filter(Boolean)
    .join('\n')

const wordings: readonly Wording[] = [
  {
    version: '2026-11',
    from: '2024-04-29',
    subject: 'An invitation to a meeting',
    invitation: (facts) => [
      'Hello,',
      `${facts.inviterName ?? 'Somebody who shares something with you that is to be settled'} has been to a first meeting with us, and we would like to offer you one too. We are mediators: we take no side, and we decide nothing for anybody.`,
      'A first meeting is with you alone, or by telephone. You hear what mediation and the other ways to settle things without a court are, and can ask anything. Coming does not bind you to mediate. What you say there is not passed on without your leave, unless somebody may come to serious harm.',
      'Family courts expect people to have thought about this before they ask a court to decide. You need not come, and you need not give a reason.',
      'You can tell us that you would like to come, that you would rather not, that it would not be safe, that this has reached the wrong person, or that you want your details taken out. What you answer goes to us. The other person may hear from us whether a meeting with you comes about, and nothing more of it.',
      howToAnswer(facts),
      whence(facts),
      facts.serviceName,
    ],
    reminder: (facts) => [
      'Hello,',
      'We wrote to you to offer you a first meeting with a mediator, and have not heard from you. The offer stands. You need not come, and you need not give a reason.',
      howToAnswer(facts),
      'If you would like to hear no more from us, tell us so there, and we stop.',
      facts.serviceName,
    ],
  },
]

/** The words in use on a day. */
export function wordingOn(day: Temporal.PlainDate, all: readonly Wording[] = wordings): Wording {
  const used = all.filter((it) => Temporal.PlainDate.compare(it.from, day) <= 0).at(-1) ?? all[0]
  if (!used) throw new Error('there are no words for an invitation')
  return used
}
