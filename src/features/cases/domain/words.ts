import type { CaseOutcome, Side, Topic } from './case.ts'

export const topicWords: Readonly<Record<Topic, string>> = {
  children: 'Children',
  money: 'Money and property',
  both: 'Children and money',
}

export const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  agreement: 'They agreed on everything',
  part_agreement: 'They agreed on some things',
  no_agreement: 'They did not agree',
  miam_only: 'A MIAM and nothing more',
  not_suitable: 'Mediation was not suitable',
  withdrawn: 'One or both withdrew',
}

export const sourceWords = {
  self: 'from themselves',
  other_party: 'from the other party',
  referrer: 'from a referrer',
  staff: 'noted by staff',
} as const

export const contactKindWords = { email: 'E-mail', telephone: 'Telephone', address: 'Address' } as const

/** The name by which a party is called in the file. */
export const shortName = (party: { readonly givenName: string; readonly knownAs: string | null }): string =>
  party.knownAs ?? party.givenName

/** How a zone is called in a case: by the parties' short names. */
export function zoneNames(parties: readonly { side: Side; givenName: string; knownAs: string | null }[]): {
  a: string
  b: string
} {
  const nameOf = (side: Side) => {
    const party = parties.find((it) => it.side === side)
    return party ? shortName(party) : `Party ${side}`
  }
  const [a, b] = [nameOf('A'), nameOf('B')]
  // Two parties may bear the same first name: then the side tells them apart.
  return a === b ? { a: `${a} (A)`, b: `${b} (B)` } : { a, b }
}
