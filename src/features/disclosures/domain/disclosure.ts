import type { Id } from '../../../values/ids.ts'

/** On what something is told to somebody outside. */
export const grounds = ['consent', 'wish', 'law', 'complaint', 'agreement', 'instructed', 'safeguarding'] as const
export type Ground = (typeof grounds)[number]

export const groundWords: Readonly<Record<Ground, string>> = {
  consent: 'They agreed to it',
  wish: 'A party wants legal aid, or wants to be assessed for it',
  law: 'A law or an order asks for it',
  complaint: 'A body that looks into complaints asks for it',
  agreement: 'They work for us, under an agreement',
  instructed: 'The controller for whom we hold it says so',
  safeguarding: 'Somebody may come to serious harm',
}

/** What asks, where a law does. */
export const lawKinds = ['court', 'crime', 'tax', 'national_security', 'proceeds', 'inspection'] as const
export type LawKind = (typeof lawKinds)[number]

export const lawWords: Readonly<Record<LawKind, string>> = {
  court: 'An order of a court',
  crime: 'The police, about a crime',
  tax: 'The tax office',
  national_security: 'Those who guard national security',
  proceeds: 'A report about the proceeds of crime',
  inspection: 'An inspection of files, such as for legal aid',
}

/** Of these nobody is told: to tell them would be an offence (Proceeds of Crime Act 2002, s.333A), or could bring others into danger. */
export const toldToNobody: readonly LawKind[] = ['proceeds', 'national_security']

export const ways = ['post', 'email', 'by_hand', 'telephone', 'their_website'] as const
export type Way = (typeof ways)[number]

export const wayWords: Readonly<Record<Way, string>> = {
  post: 'By post',
  email: 'By e-mail that nobody else can read',
  by_hand: 'By hand',
  telephone: 'By telephone',
  their_website: 'On their own website',
}

/** Of whom it tells, or whose wish it is. */
export const sides = ['A', 'B', 'both'] as const
export type Side = (typeof sides)[number]

export type Quality = 'open' | 'without_prejudice'

/** A document that is to go: where it lies and what it may be used for. */
export interface PieceOfFile {
  readonly id: Id
  readonly name: string
  readonly zone: 'A' | 'B' | 'both' | 'office'
  readonly quality: Quality
  readonly released: boolean
}

/** What a colleague decides: to whom, on what ground, and what exactly. */
export interface Decision {
  readonly recipient: string
  readonly ground: Ground
  readonly lawKind: LawKind | null
  /** The order, the letter or the section by which it is asked for. */
  readonly authority: string
  readonly side: Side
  readonly facts: readonly string[]
  readonly words: string
  readonly wordsQuality: Quality | null
}
