import type { Id } from '../../../values/ids.ts'

/** What a complaint is about: it decides the clock. */
export const abouts = ['service', 'data', 'both'] as const
export type About = (typeof abouts)[number]

export const aboutWords: Readonly<Record<About, string>> = {
  service: 'How we work',
  data: 'What we do with data',
  both: 'How we work and what we do with data',
}

export const channels = ['website', 'portal', 'letter', 'email', 'telephone', 'in_person'] as const
export type ComplaintChannel = (typeof channels)[number]

export const channelWords: Readonly<Record<ComplaintChannel, string>> = {
  website: 'By the form on our website',
  portal: 'Signed in on our website',
  letter: 'By letter',
  email: 'By e-mail',
  telephone: 'By telephone',
  in_person: 'In person',
}

/** A complaint as somebody makes it or a colleague takes it down. */
export interface NewComplaint {
  readonly about: About
  readonly channel: ComplaintChannel
  /** ISO date; the day of today where nothing else is said. */
  readonly receivedOn?: string | undefined
  readonly madeFor: 'self' | 'represented'
  readonly givenName: string
  readonly familyName: string
  readonly representative: string | null
  readonly organisation: string | null
  readonly givenContact: string | null
  readonly details: string
  readonly wanted: string | null
  readonly aboutWhom: string | null
}

export const outcomes = ['upheld', 'partly', 'not_upheld', 'settled', 'taken_back'] as const
export type ComplaintOutcome = (typeof outcomes)[number]

export const outcomeWords: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: 'They were right',
  partly: 'They were right in part',
  not_upheld: 'We found nothing that was wrong',
  settled: 'We put it right together, without deciding',
  taken_back: 'They no longer complain',
}

/** To the complainant. */
export const outcomeToThem: Readonly<Record<Exclude<ComplaintOutcome, 'taken_back'>, string>> = {
  upheld: 'You were right',
  partly: 'You were right in part',
  not_upheld: 'We did not find that we did something wrong',
  settled: 'We have put it right with you',
}

export const causes = [
  'delay',
  'words',
  'manner',
  'secrecy',
  'wrong_data',
  'money',
  'access',
  'way_of_work',
  'other',
  'nothing_wrong',
] as const
export type Cause = (typeof causes)[number]

export const causeWords: Readonly<Record<Cause, string>> = {
  delay: 'It took too long, or was forgotten',
  words: 'It was not explained, or not clearly',
  manner: 'How somebody was treated',
  secrecy: 'Somebody learnt what they should not have',
  wrong_data: 'What we held or wrote was wrong',
  money: 'What it cost, or how it was charged',
  access: 'It could not be reached or used by everybody',
  way_of_work: 'Our way of working',
  other: 'Something else',
  nothing_wrong: 'Nothing was wrong',
}

export interface OpenComplaint {
  readonly id: Id
  readonly reference: string
  readonly about: About
  readonly channel: ComplaintChannel
  readonly receivedOn: Temporal.PlainDate
  readonly name: string
  readonly representative: string | null
  readonly personId: Id | null
  readonly aboutStaff: Id | null
  readonly acknowledgedOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly outcome: ComplaintOutcome | null
  readonly cause: Cause | null
  readonly changed: string | null
}

/** What there is to do next with a complaint. */
export type NextStep = 'acknowledge' | 'answer'
export const nextStep = (it: Pick<OpenComplaint, 'acknowledgedOn'>): NextStep =>
  it.acknowledgedOn === null ? 'acknowledge' : 'answer'

/** How many closed complaints had each cause, the most frequent first. What nobody complained of is left out. */
export function countsByCause(
  closed: readonly Pick<OpenComplaint, 'cause'>[],
): readonly { readonly cause: Cause; readonly count: number }[] {
  return causes
    .map((cause) => ({ cause, count: closed.filter((it) => it.cause === cause).length }))
    .filter((it) => it.count > 0)
    .toSorted((one, other) => other.count - one.count)
}
