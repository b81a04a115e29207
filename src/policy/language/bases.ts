import type { Citation, DocumentRef, IsoDate, Prose } from './durations.ts'

/**
 * The lawful bases of UK GDPR Article 6(1). A basis is given for a purpose and a kind of person together, since one purpose
 * often touches people who stand to the service in different ways.
 */
export type ContractBasis = { readonly a6: 'contract' }
export type ConsentBasis<Scope extends string = string> = { readonly a6: 'consent'; readonly scope: Scope }
export type LegalObligation = { readonly a6: 'legalObligation'; readonly law: Citation }
export type PublicTask = { readonly a6: 'publicTask'; readonly law: Citation }
export type VitalInterests = { readonly a6: 'vital' }
/** Article 6(1)(ea), from 5 February 2026: the conditions of Annex 1, which need no balancing test. */
export type RecognisedInterest = { readonly a6: 'recognisedInterest'; readonly annex1: RecognisedKind }
export type RecognisedKind = 'safeguarding' | 'crime' | 'emergency' | 'publicTaskRequest' | 'nationalSecurity'
export type LegitimateInterests = {
  readonly a6: 'legitimateInterests'
  /** Completes the sentence "We have a good reason to: …". */
  readonly interest: Prose
  readonly assessment: DocumentRef
  readonly reviewBy: IsoDate
}

type WithoutContract<Scope extends string> =
  | ConsentBasis<Scope>
  | LegalObligation
  | PublicTask
  | VitalInterests
  | RecognisedInterest
  | LegitimateInterests

export type Basis<Scope extends string = string> = ContractBasis | WithoutContract<Scope>

/**
 * The kinds of person with whom a service can have a contract, or who ask for steps before one (Article 6(1)(b)). A child, the
 * other party or a donor is not among them, nor is an applicant: a vacancy is answered in the service's interest.
 */
export const contractingSubjects = ['client', 'enquirer', 'supplier', 'staff'] as const
export type ContractingSubject = (typeof contractingSubjects)[number]

/** The bases that may be claimed for a kind of person. */
export type BasisFor<Subject extends string, Scope extends string = string> = Subject extends ContractingSubject
  ? Basis<Scope>
  : WithoutContract<Scope>

export const contract = (): ContractBasis => ({ a6: 'contract' })
export const consent = <const Scope extends string>(scope: Scope): ConsentBasis<Scope> => ({ a6: 'consent', scope })
export const legalObligation = (law: Citation): LegalObligation => ({ a6: 'legalObligation', law })
export const publicTask = (law: Citation): PublicTask => ({ a6: 'publicTask', law })
export const vital = (): VitalInterests => ({ a6: 'vital' })
export const recognisedInterest = (annex1: RecognisedKind): RecognisedInterest => ({ a6: 'recognisedInterest', annex1 })
export const legitimateInterests = (facts: Omit<LegitimateInterests, 'a6'>): LegitimateInterests => ({
  a6: 'legitimateInterests',
  ...facts,
})
