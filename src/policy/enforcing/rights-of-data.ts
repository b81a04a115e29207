import type { CompiledPolicy } from '../compiled.ts'
import type { RightKey } from '../language/clauses.ts'
import { basisWords } from '../prose/legal-words.ts'
import type { CategoryKey, PurposeKey, SubjectKind } from '../vocabulary.ts'
import { activePurposes, categoriesOf } from './active.ts'
import { groundOfBasis, type RefusalGroundKey } from './refusal-grounds.ts'
import { rightsTable } from './rights-table.ts'

/** One use of a group of data, and whether a right comes with it. */
export interface UseOfData {
  readonly purpose: PurposeKey
  readonly title: string
  readonly because: string
  readonly applies: boolean
  /** Why not, where the basis alone decides it. */
  readonly ground: RefusalGroundKey | null
  /** Another controller answers for this use. */
  readonly passOn: string | null
}

export interface RightsOfData {
  readonly category: CategoryKey
  readonly title: string
  readonly uses: readonly UseOfData[]
}

/**
 * For each of the groups of data that are held of somebody: for what they are used, and whether the right that was asked comes with
 * each use, by the basis of that purpose and kind of person. A right is judged per group and use, never for somebody as a whole.
 */
export function rightsOfData(
  policy: CompiledPolicy,
  kind: SubjectKind,
  right: RightKey,
  held: ReadonlySet<CategoryKey>,
): RightsOfData[] {
  const rows = new Map(
    rightsTable(policy).flatMap((row) => (row.subject === kind ? [[row.purpose, row] as const] : [])),
  )
  const groups = Object.entries(policy.categories).flatMap(([key, category]) =>
    held.has(key as CategoryKey) && category.about.includes(kind)
      ? [{ category: key as CategoryKey, title: category.title }]
      : [],
  )
  return groups.map((group) => ({
    ...group,
    uses: activePurposes(policy).flatMap((purpose): UseOfData[] => {
      const row = rows.get(purpose.key)
      if (!row || !categoriesOf(purpose).includes(group.category)) return []
      const outcome = row.rights[right]
      return [
        {
          ...{ purpose: purpose.key, title: purpose.title, because: basisWords(row.basis, kind) },
          applies: outcome === 'yes',
          ground: outcome === 'no' ? (groundOfBasis(right, row.basis.a6) ?? 'notByConsentOrContract') : null,
          passOn: outcome === 'passOn' && row.answeredBy !== 'service' ? row.answeredBy.controller : null,
        },
      ]
    }),
  }))
}

/** A use to which somebody of a kind can object: one that rests on an interest of ours or of the public. */
export interface ObjectionableUse {
  readonly purpose: PurposeKey
  readonly title: string
  readonly text: string
  readonly because: string
}

export const objectionableUses = (policy: CompiledPolicy, kind: SubjectKind): ObjectionableUse[] =>
  rightsTable(policy).flatMap((row) => {
    const purpose = policy.purposes[row.purpose]
    return row.subject === kind && row.rights.objection === 'yes' && purpose
      ? [{ purpose: row.purpose, title: purpose.title, text: purpose.text, because: basisWords(row.basis, kind) }]
      : []
  })
