/**
 * What a claim for legal aid in mediation asks for (bulk load schema of the Legal Aid Agency, area of law MEDIATION, as published in
 * August 2026). Of the other party it has these few; more of them than that does not go.
 */
const ofBoth = {
  name: 'First and last name',
  birthDate: 'Date of birth',
  ucn: 'Unique client number',
  postcode: 'Postcode',
  gender: 'Gender',
  ethnicity: 'Ethnic group, by its code',
  disability: 'Disability, by its code',
  legallyAided: 'Whether they have legal aid',
  postal: 'Whether they applied by post',
} as const

const ofClaim = {
  outreach: 'Where the meeting was, by its code',
  referral: 'Who referred them, by its code',
  caseStart: 'Day on which the case began',
  caseReference: 'Reference and number of the case',
  schedule: 'Reference of the schedule',
  matter: 'Kind of matter, and fee code',
  sessions: 'Number and minutes of sessions',
  outcome: 'How it ended, by its code',
} as const

export const claimFacts = {
  own: { ...ofBoth, ...ofClaim },
  other: ofBoth,
} as const

/** Each fact by the name under which it is kept: of the one who wants legal aid, and of the other. */
export const factWords: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(claimFacts.own).map(([name, words]) => [`own.${name}`, words]),
  ...Object.entries(claimFacts.other).map(([name, words]) => [`other.${name}`, words]),
])

export const isFact = (name: string): boolean => Object.hasOwn(factWords, name)
