import type { Basis } from './language/bases.ts'
import type { RightKey } from './language/clauses.ts'

export type BasisKind = Basis['a6']
export type RightAnswer = 'yes' | 'no'
export type RightsRow = Readonly<Record<RightKey, RightAnswer>>

const row = (taken: readonly RightKey[]): RightsRow => {
  const answer = (right: RightKey): RightAnswer => (taken.includes(right) ? 'no' : 'yes')
  return {
    access: answer('access'),
    rectification: answer('rectification'),
    erasure: answer('erasure'),
    restriction: answer('restriction'),
    portability: answer('portability'),
    objection: answer('objection'),
    withdrawal: answer('withdrawal'),
  }
}

/**
 * Which rights follow from which basis (UK GDPR Articles 15 to 22). Erasure is refused under a legal duty or a public task
 * (Article 17(3)(b)); portability follows consent and contract (Article 20); objection follows the two interests and the public
 * task (Article 21). The recognised interests of Article 6(1)(ea) keep the right to object.
 */
const table: Readonly<Record<BasisKind, RightsRow>> = {
  consent: row(['objection']),
  contract: row(['objection', 'withdrawal']),
  legalObligation: row(['erasure', 'portability', 'objection', 'withdrawal']),
  vital: row(['portability', 'objection', 'withdrawal']),
  publicTask: row(['erasure', 'portability', 'withdrawal']),
  legitimateInterests: row(['portability', 'withdrawal']),
  recognisedInterest: row(['portability', 'withdrawal']),
}

export const rightsOf = (basis: BasisKind): RightsRow => table[basis]
