/**
 * Law that every service shares, dated, with its source. A policy may be stricter than these and not laxer; where it is silent,
 * these hold.
 */
export const statutoryClocks = {
  /** UK GDPR Articles 12(3) and 12A: one month, two more when requests are complex or many. Calendar months, not thirty days. */
  rightsRequest: { answer: 'P1M', extension: 'P2M' },
  /** Data Protection Act 2018 s.164A, from 19 June 2026. */
  complaint: { acknowledge: 'P30D' },
  /** UK GDPR Article 14(3). */
  indirectNotice: { within: 'P1M' },
  /** UK GDPR Article 33. The hours do not stop at a weekend. */
  breach: { report: 'PT72H' },
} as const

/**
 * What the mediation profession asks of a complaint about the service, in working days (Family Mediation Council, complaints policy as
 * its members publish it, read in 2026): where a policy is silent, this holds.
 */
export const usualServiceComplaint = { acknowledge: 10, answer: 30 } as const

/** The supervisory authority: since 30 September 2026 the Information Commission, in place of the Commissioner. */
export const regulator = {
  name: 'Information Commission',
  knownAs: 'ICO',
  website: 'https://ico.org.uk',
  telephone: '0303 123 1113',
} as const

/** The United Kingdom and its parts, where no safeguard for a transfer is called for. */
export const homeCountries: readonly string[] = ['GB']
