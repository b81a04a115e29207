import type { CompiledPolicy } from '../compiled.ts'
import { entriesOf } from '../findings.ts'
import type { Area, CategoryKey, Operation, PurposeKey, RoleKey, RowScope, SubjectKind } from '../vocabulary.ts'
import { activePurposes, categoriesOf } from './active.ts'

/** What one role may do under one purpose: which operations, on which rows, in which view. */
export interface RoleRule {
  readonly role: RoleKey
  readonly area: Area
  readonly purpose: PurposeKey
  readonly rows: RowScope
  readonly operations: readonly Operation[]
  readonly view: 'clear' | 'pseudonymised' | 'aggregate'
}

/** The rules of every live role under every active purpose. */
export const roleRules = (policy: CompiledPolicy): RoleRule[] =>
  entriesOf(policy.roles)
    .filter(([, role]) => role.state === 'active')
    .flatMap(([, role]) =>
      role.may
        .filter(({ purpose }) => policy.purposes[purpose]?.state === 'active')
        .map((may) => ({
          role: role.key,
          area: role.area,
          purpose: may.purpose,
          rows: may.rows,
          operations: may.do,
          view: may.view,
        })),
    )

/** What may be done with one category under one purpose, whoever does it. */
export interface PurposeRule {
  readonly purpose: PurposeKey
  readonly category: CategoryKey
  readonly about: readonly SubjectKind[]
  readonly special: 'special' | 'offences' | null
  readonly operations: readonly Operation[]
}

/** The categories of every active purpose: grants of columns follow from these and the classification. */
export const purposeRules = (policy: CompiledPolicy): PurposeRule[] =>
  activePurposes(policy).flatMap((purpose) =>
    categoriesOf(purpose).map((category) => ({
      purpose: purpose.key,
      category,
      about: policy.categories[category]?.about ?? [],
      special: policy.categories[category]?.special ?? null,
      operations: [
        ...(purpose.reads.includes(category) ? (['read'] as const) : []),
        ...(purpose.writes.includes(category) ? (['add', 'change'] as const) : []),
        ...(purpose.removes.includes(category) ? (['remove'] as const) : []),
      ],
    })),
  )
