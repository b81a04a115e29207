import type { AnswerKind } from './board.ts'

/** Periods of the policy, in words, that the pages name. */
export interface FollowingFacts {
  readonly keptFor: string
  readonly answeredWithin: string
  readonly telephone: string
}

/** An answer as the other party gives it, and what honestly follows from it. */
export interface Following {
  /** As a choice. */
  readonly choice: string
  readonly title: string
  readonly follows: (facts: FollowingFacts) => readonly string[]
  readonly button: string
  /** The question how to reach them, where the answer calls for it. */
  readonly reach?: { readonly label: string; readonly hint: string }
}

const change = 'If you change your mind, use the same code again, or tell us in any other way. The last answer counts.'

export const following: Readonly<Record<AnswerKind, Following>> = {
  attend: {
    choice: 'I would like a first meeting',
    title: 'You would like a first meeting',
    button: 'Tell the service that I would like to come',
    follows: () => [
      'We get in touch with you to agree a day and a time, and tell you what the meeting costs before you say yes to it.',
      'The meeting is with you alone. Coming does not bind you to mediate.',
      'The other person may hear from us that a meeting with you comes about. They do not hear when it is, where you live or how we reach you.',
      change,
    ],
    reach: {
      label: 'How and when can we reach you safely?',
      hint: 'A telephone number or an e-mail address, and good times. If you leave this empty, we write to you in the way this reached you.',
    },
  },
  decline: {
    choice: 'I would rather not come',
    title: 'You would rather not come',
    button: 'Tell the service that I would rather not come',
    follows: () => [
      'We send you no more reminders. You need give no reason, and we ask for none.',
      'The other person may hear from us that no meeting with you comes about, and not why. They may then go another way, such as asking a court.',
      'Your name stays in their file until that file ends.',
      change,
    ],
  },
  unsafe: {
    choice: 'It would not be safe for me',
    title: 'It would not be safe for you',
    button: 'Tell the service that it is not safe',
    follows: ({ telephone }) => [
      'We write to you no more, and send no reminder. We do not ring you about this.',
      'A colleague and the mediator see what you answered. The other person does not hear of it from us. They may notice that no meeting comes about.',
      'If we must fear that somebody may come to serious harm, we may have to tell those who can help, and would try to speak with you first.',
      ...(telephone
        ? [`If you would like to talk with us, ring ${telephone} from a telephone that is safe for you.`]
        : []),
      'If you are in danger now, call 999. The National Domestic Abuse Helpline is free on 0808 2000 247, at any hour.',
    ],
  },
  not_me: {
    choice: 'I am somebody else: this reached the wrong person',
    title: 'This reached the wrong person',
    button: 'Tell the service that I am somebody else',
    follows: () => [
      'We end the address to which this came, and do not use it again.',
      'We do not ask who you are. We note that it was the wrong address, and nothing of you.',
      'Please destroy the letter or the message, and do not pass it on.',
    ],
  },
  remove_me: {
    choice: 'Take my details out',
    title: 'You want your details taken out',
    button: 'Ask the service to take my details out',
    follows: ({ keptFor, answeredWithin }) => [
      'At once: we stop writing to you, and stop using every address and number of yours that somebody else gave us.',
      `What stays: your name in the file of the other person, that we wrote to you, and that you asked this. The file is theirs as well, and a court or a complaint may need it. It is destroyed ${keptFor} after it is closed.`,
      `The colleague who answers for data looks at your request and decides what more can go. You may have an answer within ${answeredWithin}, if you say below how it can reach you. If we say no to something, we say why, and you can complain.`,
      'The other person does not hear from us that you asked this.',
    ],
    reach: {
      label: 'How can our answer reach you safely?',
      hint: 'You can leave this empty. Then we do not write to you.',
    },
  },
}
