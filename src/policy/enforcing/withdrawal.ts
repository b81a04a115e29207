import type { CompiledPolicy, CompiledPurpose } from '../compiled.ts'
import { basisWords } from '../prose/legal-words.ts'
import type { CategoryKey, SubjectKind } from '../vocabulary.ts'
import { activePurposes, categoriesOf } from './active.ts'
import { type ConsentScopeRule, consentScopes } from './consent-scopes.ts'

/** A use that goes on when a consent is taken back, and why it may. */
export interface GoesOn {
  readonly purpose: string
  readonly title: string
  /** Completes "because …". */
  readonly because: string
}

export interface WithdrawalEffect {
  readonly scope: ConsentScopeRule
  /** The uses that rested on it and end. */
  readonly ends: readonly string[]
  readonly goesOn: readonly GoesOn[]
}

/** What a way of reaching people is kept in, when a consent opens it and is no purpose's whole basis. */
const contact: readonly CategoryKey[] = ['party.contact', 'enquiry.contact']

const restsOn = (purpose: CompiledPurpose, kind: SubjectKind, scope: string) => {
  const basis = purpose.subjects[kind]?.basis
  return basis?.a6 === 'consent' && basis.scope === scope
}

/**
 * What ends and what goes on when somebody of a kind takes a consent back: the categories of the uses that rested on it, less the
 * other live uses of the same categories for that kind of person, each with its own basis. Null for a consent that the policy does
 * not ask of anybody by name.
 */
export function withdrawalEffect(policy: CompiledPolicy, key: string, kind: SubjectKind): WithdrawalEffect | null {
  const scope = consentScopes(policy).find((it) => it.scope === key && it.ledger === 'perPerson')
  if (!scope) return null
  const purposes = activePurposes(policy)
  const resting = purposes.filter((it) => restsOn(it, kind, key))
  const about = (category: CategoryKey) => policy.categories[category]?.about.includes(kind) ?? false
  const touched = new Set(scope.opens ? contact : resting.flatMap(categoriesOf).filter(about))
  const goesOn = purposes
    .filter((it) => !resting.includes(it) && categoriesOf(it).some((category) => touched.has(category)))
    .flatMap(({ key: purpose, title, subjects }) => {
      const basis = subjects[kind]?.basis
      return basis ? [{ purpose, title, because: basisWords(basis, kind) }] : []
    })
  return { scope, ends: resting.map((it) => it.title), goesOn }
}

/** The consents that are asked of a person by name. */
export const personalConsents = (policy: CompiledPolicy): ConsentScopeRule[] =>
  consentScopes(policy).filter((it) => it.ledger === 'perPerson')
