import type { DocumentRef } from './durations.ts'

/**
 * The condition under which special-category data (UK GDPR Article 9) or criminal-offence data (Article 10) may be used.
 * `schedule1` is the paragraph of Schedule 1 to the Data Protection Act 2018; `policyDocument` the appropriate policy document
 * that most of its Part 2 conditions call for (Schedule 1, paragraph 39).
 */
export interface SpecialCondition {
  readonly condition:
    | 'explicitConsent'
    | 'employment'
    | 'vital'
    | 'madePublic'
    | 'legalClaims'
    | 'publicInterest'
    | 'offences'
  readonly schedule1?: string
  readonly policyDocument?: DocumentRef
  readonly scope?: string
}

/** 9(2)(a): explicit consent, under a scope of the consent ledger. */
export const art9a = (scope: string): SpecialCondition => ({ condition: 'explicitConsent', scope })
/** 9(2)(b): employment law, with Schedule 1 paragraph 1 and its policy document. */
export const art9b = (policyDocument: DocumentRef): SpecialCondition => ({
  condition: 'employment',
  schedule1: 'paragraph 1',
  policyDocument,
})
/** 9(2)(c): to protect somebody's life when they cannot consent. */
export const art9c = (): SpecialCondition => ({ condition: 'vital' })
/** 9(2)(f): legal claims, made or in prospect, which is what family mediation stands before. */
export const art9f = (): SpecialCondition => ({ condition: 'legalClaims' })
/** 9(2)(g): substantial public interest, under a paragraph of Schedule 1 Part 2. */
export const art9g = (schedule1: string, policyDocument: DocumentRef): SpecialCondition => ({
  condition: 'publicInterest',
  schedule1,
  policyDocument,
})
/** Article 10: criminal-offence data, under a paragraph of Schedule 1. */
export const art10 = (schedule1: string, policyDocument: DocumentRef): SpecialCondition => ({
  condition: 'offences',
  schedule1,
  policyDocument,
})
