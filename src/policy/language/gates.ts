import type { Citation } from './durations.ts'

/** What must be true before anything leaves for a recipient. Each needs a named decider, and is recorded when it opens. */
export type Gate<Scope extends string = string> =
  /** A supplier who works on the service's instruction, under the agreement in force. */
  | { readonly opens: 'underAgreement' }
  /** Either party's own wish, in their words and recorded. */
  | { readonly opens: 'partyAsks' }
  /** A consent in the ledger that has not been withdrawn. */
  | { readonly opens: 'withConsent'; readonly scope: Scope }
  /** A duty laid on the service by law. */
  | { readonly opens: 'byLaw'; readonly law: Citation }
  /** A risk of harm, decided by one person and reviewed by another. */
  | { readonly opens: 'safeguarding' }
  /** A named act of the mediator in the course of mediation. */
  | { readonly opens: 'passedOn' }
  /** Both parties' consent or an order of the court. */
  | { readonly opens: 'bothOrCourt' }
  /** The subject of a complaint that the body looks into. */
  | { readonly opens: 'complaint' }
  /** The instruction of the controller for whom the data is held. */
  | { readonly opens: 'instructed' }
  /** Nothing about a person: counts that have been through suppression. */
  | { readonly opens: 'suppressedCounts' }

export const underAgreement = (): Gate<never> => ({ opens: 'underAgreement' })
export const partyAsks = (): Gate<never> => ({ opens: 'partyAsks' })
export const withConsent = <const Scope extends string>(scope: Scope): Gate<Scope> => ({ opens: 'withConsent', scope })
export const byLaw = (law: Citation): Gate<never> => ({ opens: 'byLaw', law })
export const safeguarding = (): Gate<never> => ({ opens: 'safeguarding' })
export const passedOn = (): Gate<never> => ({ opens: 'passedOn' })
export const bothOrCourt = (): Gate<never> => ({ opens: 'bothOrCourt' })
export const complaintBody = (): Gate<never> => ({ opens: 'complaint' })
export const instructed = (): Gate<never> => ({ opens: 'instructed' })
export const suppressedCounts = (): Gate<never> => ({ opens: 'suppressedCounts' })
