/** Who may come to harm. */
export const atRisk = ['child', 'adult', 'both'] as const
export type AtRisk = (typeof atRisk)[number]

export const riskWords: Readonly<Record<AtRisk, string>> = {
  child: 'A child',
  adult: 'An adult',
  both: 'A child and an adult',
}

export const decisions = ['tell', 'watch', 'none'] as const
export type ConcernDecision = (typeof decisions)[number]

export const decisionWords: Readonly<Record<ConcernDecision, string>> = {
  tell: 'Tell those who can help',
  watch: 'Do not tell, and look again',
  none: 'There is nothing to do',
}

/** Whether the person was asked. Consent is not needed, and it is said why when it was not sought. */
export const consents = ['agreed', 'refused', 'not_asked'] as const
export type ConsentSought = (typeof consents)[number]

export const consentWords: Readonly<Record<ConsentSought, string>> = {
  agreed: 'They were asked, and agree',
  refused: 'They were asked, and do not agree',
  not_asked: 'They were not asked',
}

/** What is next: somebody decides, those who can help are told, a second looks at what one decided alone, and it is closed. */
export type NextAct = 'decide' | 'review' | 'close' | 'closed'

export function nextAct(concern: {
  readonly decision: ConcernDecision | null
  readonly reviewBy: Temporal.Instant | null
  readonly reviewedAt: Temporal.Instant | null
  readonly closedOn: string | null
}): NextAct {
  if (concern.closedOn !== null) return 'closed'
  if (concern.decision === null) return 'decide'
  return concern.reviewBy !== null && concern.reviewedAt === null ? 'review' : 'close'
}
