import type { CompiledPolicy, CompiledPurpose, CompiledSubject } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { Basis } from '../language/bases.ts'
import type { RightKey } from '../language/clauses.ts'
import { rightKeys } from '../language/clauses.ts'
import type { SpecialCondition } from '../language/conditions.ts'
import { rightsOf } from '../rights-of-bases.ts'
import type { PurposeKey, SubjectKind } from '../vocabulary.ts'
import { activePurposes } from './active.ts'

/** `passOn`: another controller answers, and the request goes there. */
export type RightOutcome = 'yes' | 'no' | 'passOn'

/** The rights of one kind of person for one purpose, and the grounds they follow from. */
export interface RightsTableRow {
  readonly purpose: PurposeKey
  readonly subject: SubjectKind
  readonly answeredBy: 'service' | { readonly controller: string; readonly jointly: boolean }
  readonly basis: Basis
  readonly conditions: readonly SpecialCondition[]
  readonly rights: Readonly<Record<RightKey, RightOutcome>>
  /** Which sources the data has, and when a person who was not asked is told (UK GDPR Articles 13 and 14). */
  readonly informed: { readonly sources: readonly string[]; readonly when: string }
}

function answerer({ role }: CompiledPurpose): RightsTableRow['answeredBy'] {
  if (role === 'controller') return 'service'
  return 'processorFor' in role
    ? { controller: role.processorFor, jointly: false }
    : { controller: role.jointWith, jointly: true }
}

function outcome(right: RightKey, subject: CompiledSubject, passOn: boolean): RightOutcome {
  if (passOn) return 'passOn'
  // Portability is of what a person gave themselves (Article 20(1)).
  if (right === 'portability' && !subject.source.includes('subject')) return 'no'
  return rightsOf(subject.basis.a6)[right]
}

function rowOf(purpose: CompiledPurpose, kind: string, subject: CompiledSubject): RightsTableRow {
  const answeredBy = answerer(purpose)
  const passOn = answeredBy !== 'service' && !answeredBy.jointly
  const rights = Object.fromEntries(rightKeys.map((right) => [right, outcome(right, subject, passOn)]))
  return {
    purpose: purpose.key,
    subject: kind as SubjectKind,
    answeredBy,
    basis: subject.basis,
    conditions: subject.special,
    rights: rights as Record<RightKey, RightOutcome>,
    informed: { sources: subject.source, when: subject.told ?? 'whenCollected' },
  }
}

/** The rights that follow from each basis, for every active purpose and every kind of person in it. */
export const rightsTable = (policy: CompiledPolicy): RightsTableRow[] =>
  activePurposes(policy).flatMap((purpose) =>
    entriesOf(purpose.subjects).map(([kind, subject]) => rowOf(purpose, kind, subject)),
  )
