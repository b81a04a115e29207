import type { Id } from '../../../values/ids.ts'
import type { AskedFor, RequestChannel, RequestKind } from './kinds.ts'

/** A request as somebody asks it or a colleague takes it down. */
export interface NewRequest {
  readonly kind: RequestKind
  readonly channel: RequestChannel
  /** ISO date; the day of today where nothing else is said. */
  readonly receivedOn?: string | undefined
  readonly askedFor: AskedFor
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
  /** Who speaks for them, and for which office. */
  readonly representative: string | null
  readonly organisation: string | null
  readonly childName: string | null
  readonly details: string
  /** By what we may know them again. Nothing is sent there. */
  readonly givenContact: string | null
  /** A colleague has seen that they may speak for somebody. */
  readonly authoritySeen: boolean
}

export type Identity = 'open' | 'asked' | 'shown' | 'not_needed'

export const outcomes = ['done', 'partly', 'refused', 'nothing_held', 'not_shown', 'taken_back'] as const
/** `passed_on` follows from passing it on, and is not chosen. */
export type RequestOutcome = (typeof outcomes)[number] | 'passed_on'

export const outcomeWords: Readonly<Record<RequestOutcome, string>> = {
  done: 'Done as they asked',
  partly: 'Done in part, and they were told why not the rest',
  refused: 'Refused, and they were told why',
  nothing_held: 'We hold nothing of them, and they were told',
  not_shown: 'They did not show who they are',
  taken_back: 'They no longer ask it',
  passed_on: 'Passed on to the controller who answers for it',
}

/** Why more time may be taken: the law knows two reasons (UK GDPR Art 12A). */
export const extensionReasons = ['complex', 'many'] as const
export type ExtensionReason = (typeof extensionReasons)[number]

export const extensionWords: Readonly<Record<ExtensionReason, string>> = {
  complex: 'what they ask for is hard to answer',
  many: 'they have asked for several things',
}

/** What may be asked so that what somebody wants to see can be found. Words of ours: none of them tells of anybody. */
export const questions = ['period', 'matter', 'papers'] as const
export type Question = (typeof questions)[number]

export const questionWords: Readonly<Record<Question, string>> = {
  period: 'From which months or years do you want to see what we hold?',
  matter: 'What is it about, for instance the appointments or the letters?',
  papers: 'Which papers do you have in mind?',
}

/** One that is on record. */
export interface OpenRequest {
  readonly id: Id
  readonly reference: string
  readonly kind: RequestKind
  readonly channel: RequestChannel
  readonly receivedOn: Temporal.PlainDate
  readonly name: string
  readonly askedFor: AskedFor
  readonly representative: string | null
  /** Who it is on record: a person who is a party, or an enquiry of which no case was made. */
  readonly personId: Id | null
  readonly enquiryId: Id | null
  readonly authorityOn: string | null
  readonly identity: Identity
  readonly identityAskedOn: Temporal.PlainDate | null
  readonly identitySettledOn: Temporal.PlainDate | null
  readonly acknowledgedOn: string | null
  readonly extendedOn: Temporal.PlainDate | null
  readonly closedOn: string | null
  readonly outcome: RequestOutcome | null
}

/** The record by which it is known whose data a request is about; null before it was matched. */
export const recordOf = ({ personId, enquiryId }: Pick<OpenRequest, 'personId' | 'enquiryId'>): Id | null =>
  personId ?? enquiryId

/** What there is to do next with a request, in the order in which it is done. */
export type NextStep = 'find' | 'acknowledge' | 'identity' | 'authority' | 'answer' | 'wait'

export function nextStep(
  request: Pick<OpenRequest, 'personId' | 'enquiryId' | 'acknowledgedOn' | 'identity' | 'askedFor' | 'authorityOn'>,
  stopped: boolean,
): NextStep {
  const settled = request.identity === 'shown' || request.identity === 'not_needed'
  if (!settled && recordOf(request) === null) return 'find'
  if (request.acknowledgedOn === null) return 'acknowledge'
  if (!settled) return 'identity'
  if (request.askedFor === 'represented' && request.authorityOn === null) return 'authority'
  return stopped ? 'wait' : 'answer'
}

export const stepWords: Readonly<Record<NextStep, string>> = {
  find: 'Find out who asks about their data',
  acknowledge: 'Say that we have a request about data',
  identity: 'Make sure who asks about their data',
  authority: 'See the authority of somebody who asks for another',
  answer: 'Answer a request about data',
  wait: 'Wait for an answer to our question about a request',
}
