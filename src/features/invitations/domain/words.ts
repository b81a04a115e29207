import type { WhyNot } from '../../people/index.ts'
import type { AnswerKind, AnswerWay, Clearance, Group, InvitationOutcome } from './board.ts'

/** What there is to do, as a heading of the board. */
export const groupWords: Readonly<Record<Group, { readonly title: string; readonly hint: string }>> = {
  answered: { title: 'They have answered', hint: 'Look at the answer and say what came of it.' },
  invite: {
    title: 'Invite now',
    hint: 'The mediator says that the other party may be invited, and there is a safe way to write.',
  },
  'no-way': {
    title: 'No safe way to write',
    hint: 'There is no e-mail or postal address to which an invitation may go, and no text can hold it and our notice. Add one on the page of the case.',
  },
  'give-up': { title: 'No answer came', hint: 'The last reminder has had its time. Say how it ended.' },
  safety: {
    title: 'Waits for the mediator',
    hint: 'Nobody is invited before the mediator has recorded the safety check and said that it may be done.',
  },
  stopped: {
    title: 'Stopped',
    hint: 'Nothing is sent. The mediator can say that the other party may be invited after all.',
  },
  waiting: { title: 'Waits for an answer', hint: 'Reminders go on their day, unless something stops them.' },
}

export const clearanceWords: Readonly<Record<Clearance, string>> = {
  awaited: 'The mediator has not said yet',
  cleared: 'The other party may be invited',
  stopped: 'The other party must not be written to',
}

export const answerWords: Readonly<Record<AnswerKind, string>> = {
  attend: 'Would like to come',
  decline: 'Does not want to come',
  unsafe: 'Says that it is not safe',
  not_me: 'Is somebody else',
  remove_me: 'Wants their details removed',
}
export const answers = ['attend', 'decline', 'unsafe', 'not_me', 'remove_me'] as const satisfies readonly AnswerKind[]

export const wayWords: Readonly<Record<AnswerWay, string>> = {
  page: 'On our website',
  telephone: 'By telephone',
  letter: 'By letter',
  email: 'By e-mail',
  in_person: 'In person',
}
/** How an answer reaches staff, who then record it. */
export const waysToStaff = ['telephone', 'letter', 'email', 'in_person'] as const satisfies readonly AnswerWay[]

export const outcomeWords: Readonly<Record<InvitationOutcome, string>> = {
  attended: 'Came to a MIAM',
  declined: 'Declined',
  no_answer: 'Did not answer',
  unsafe: 'Not asked further, for safety',
  not_reachable: 'Could not be reached',
}
/** How it can end by what a person says; coming to a MIAM ends it of itself. */
export const outcomes = [
  'declined',
  'no_answer',
  'unsafe',
  'not_reachable',
] as const satisfies readonly InvitationOutcome[]

/** The outcome that an answer suggests: one press away on the board. */
export const suggestedOutcome: Readonly<Partial<Record<AnswerKind, InvitationOutcome>>> = {
  decline: 'declined',
  unsafe: 'unsafe',
  remove_me: 'declined',
}

/** Why nobody can be written to now. */
export const noWayWords: Readonly<Record<WhyNot, string>> = {
  none: 'No e-mail or postal address is known',
  not_asked: 'Nobody has asked whether it is safe',
  told_by_another: 'Somebody else gave it, and the person has given their own since',
  shared: 'It is the other party’s too',
  unsafe: 'It is not safe to write there',
}
