import { describe, expect, it } from 'vitest'
import type { RightKey } from './language/clauses.ts'
import { type BasisKind, rightsOf } from './rights-of-bases.ts'

/*
 * An outside check. The W3C Data Privacy Vocabularies (version 2, extension EU-GDPR, https://w3id.org/dpv/legal/eu/gdpr, module
 * `legal_basis_rights_mapping`) say with `dpv:hasRight` which rights come with each legal basis of Article 6(1). No package carries it,
 * so its facts stand here: each line is one basis with the articles of its rights.
 */
const vocabulary: Readonly<Partial<Record<BasisKind, readonly string[]>>> = {
  consent: ['A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A20', 'A22', 'A77', 'A7-3'],
  contract: ['A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A20', 'A22', 'A77'],
  legalObligation: ['A13', 'A15', 'A16', 'A18', 'A77'],
  vital: ['A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A22', 'A77'],
  publicTask: ['A13', 'A14', 'A15', 'A16', 'A18', 'A21', 'A22', 'A77'],
  legitimateInterests: ['A13', 'A14', 'A15', 'A16', 'A17', 'A18', 'A21', 'A22', 'A77'],
}

const articles: Readonly<Record<RightKey, string>> = {
  ...{ access: 'A15', rectification: 'A16', erasure: 'A17', restriction: 'A18', portability: 'A20', objection: 'A21' },
  withdrawal: 'A7-3',
}

/** Where we say something else or more than that vocabulary, and why. */
const ours: Readonly<Partial<Record<BasisKind, string>>> = {
  recognisedInterest:
    'Article 6(1)(ea) is of the United Kingdom alone, from 5 February 2026, and the vocabulary does not know it: as for legitimate interests, with the right to object (Article 21(1) as amended)',
}

const bases = [
  ...(['consent', 'contract', 'legalObligation', 'vital', 'publicTask', 'legitimateInterests'] as const),
  'recognisedInterest',
] as const

describe('the rights that follow from a basis, held against the W3C Data Privacy Vocabularies', () => {
  it.each(bases)('%s', (basis) => {
    const theirs = vocabulary[basis]
    if (!theirs) return expect(ours[basis]).toBeDefined()
    for (const [right, article] of Object.entries(articles))
      expect(rightsOf(basis)[right as RightKey], `${basis}: ${right}`).toBe(theirs.includes(article) ? 'yes' : 'no')
  })

  it('what it does not know is taken as its nearest kin', () => {
    expect(rightsOf('recognisedInterest')).toEqual(rightsOf('legitimateInterests'))
  })
})
