import type { Basis, RecognisedKind } from '../language/bases.ts'
import type { RightKey, Source } from '../language/clauses.ts'
import type { SpecialCondition } from '../language/conditions.ts'
import type { Gate } from '../language/gates.ts'
import type { SubjectKind } from '../vocabulary.ts'

const contractWords: Partial<Record<SubjectKind, string>> = {
  client: 'it is part of the agreement between us',
  enquirer: 'you asked us to do it before you decide whether to begin',
  supplier: 'it is part of our contract with you',
  staff: 'it is part of your contract with us',
}

const recognisedWords: Readonly<Record<RecognisedKind, string>> = {
  safeguarding: 'a child or an adult at risk must be kept safe',
  crime: 'a crime must be found out or prevented',
  emergency: 'there is an emergency',
  publicTaskRequest: 'a public body needs it for its task and asks for it',
  nationalSecurity: 'the safety of the country calls for it',
}

/** Each basis as the law calls it. */
export const basisNames: Readonly<Record<Basis['a6'], string>> = {
  consent: 'UK GDPR, Article 6(1)(a): consent',
  contract: 'UK GDPR, Article 6(1)(b): contract',
  legalObligation: 'UK GDPR, Article 6(1)(c): legal obligation',
  vital: 'UK GDPR, Article 6(1)(d): vital interests',
  publicTask: 'UK GDPR, Article 6(1)(e): public task',
  recognisedInterest: 'UK GDPR, Article 6(1)(ea): recognised legitimate interests',
  legitimateInterests: 'UK GDPR, Article 6(1)(f): legitimate interests',
}

/** Why the service may use data of this kind of person, as it completes "We may, because …". */
export function basisWords(basis: Basis, kind: SubjectKind): string {
  switch (basis.a6) {
    case 'contract':
      return contractWords[kind] ?? 'of a contract'
    case 'consent':
      return 'you said yes, and you can take that back at any time'
    case 'legalObligation':
      return `the law tells us to (${basis.law})`
    case 'publicTask':
      return `it is a task for the public that the law sets (${basis.law})`
    case 'vital':
      return 'somebody’s life may depend on it'
    case 'recognisedInterest':
      return recognisedWords[basis.annex1]
    case 'legitimateInterests':
      return `${basis.interest}; we have weighed this against your own interests`
  }
}

/** The basis as the law calls it. */
export const basisLaw = (basis: Basis): string => basisNames[basis.a6]

/** Why specially guarded data may be used, as it completes "We may use the most private parts, because …". */
export function conditionWords({ condition, schedule1 }: SpecialCondition): string {
  const paragraph = schedule1 ? ` (Data Protection Act 2018, Schedule 1, ${schedule1})` : ''
  switch (condition) {
    case 'explicitConsent':
      return 'you agreed to exactly that (Article 9(2)(a))'
    case 'employment':
      return `employment law calls for it (Article 9(2)(b))${paragraph}`
    case 'vital':
      return 'somebody’s life may depend on it (Article 9(2)(c))'
    case 'madePublic':
      return 'you made it public yourself (Article 9(2)(e))'
    case 'legalClaims':
      return 'it is needed to settle a legal dispute, in court or instead of it (Article 9(2)(f))'
    case 'publicInterest':
      return `the law allows it for the good of the public (Article 9(2)(g))${paragraph}`
    case 'offences':
      return `the law allows it for this kind of post (Article 10)${paragraph}`
  }
}

/** What must be true before a recipient gets anything, as it completes "They get it …". */
export function gateWords(gate: Gate): string {
  switch (gate.opens) {
    case 'underAgreement':
      return 'while they work for us, under an agreement that they have signed'
    case 'partyAsks':
      return 'if you or the other parent ask for it'
    case 'withConsent':
      return 'if you said yes'
    case 'byLaw':
      return `if a law makes us (${gate.law})`
    case 'safeguarding':
      return 'if somebody may come to serious harm, even if you say no'
    case 'passedOn':
      return 'when the mediator passes it on, and notes that they did'
    case 'bothOrCourt':
      return 'if both of you agree, or a court orders it'
    case 'complaint':
      return 'if they look into a complaint about us'
    case 'instructed':
      return 'as the organisation that answers for it has instructed us'
    case 'suppressedCounts':
      return 'as counts without names, with small numbers hidden'
  }
}

/** Who gave the service a detail. */
export const sourceWords: Readonly<Record<Source, string>> = {
  subject: 'you',
  otherParty: 'the other parent',
  referrer: 'a solicitor or an agency that sent you to us',
  court: 'a court',
  staff: 'our own staff, in their work',
}

export const toldWords = {
  firstContact: 'We tell you so when we first write or speak to you.',
  withinOneMonth: 'We tell you so within a month.',
  whenSafe: 'We tell you so when it is safe to.',
} as const

/** Each right: its name, and what it lets a person do. */
export const rightWords: Readonly<Record<RightKey, { readonly name: string; readonly lets: string }>> = {
  access: { name: 'See it', lets: 'ask what we hold about you, and have a copy' },
  rectification: { name: 'Put it right', lets: 'have mistakes mended and gaps filled' },
  erasure: { name: 'Have it deleted', lets: 'ask us to delete it before its time' },
  restriction: { name: 'Have it set aside', lets: 'ask us to keep it but not use it, while a question is open' },
  portability: { name: 'Take it with you', lets: 'have what you gave us in a form that a computer can read' },
  objection: { name: 'Object', lets: 'tell us why we should stop; we stop unless we have a very strong reason' },
  withdrawal: { name: 'Take back a yes', lets: 'change your mind; what was done before stays done' },
}
