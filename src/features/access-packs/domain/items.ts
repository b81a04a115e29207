import type { Classification, ColumnClass } from '../../../policy/classification.ts'
import type { Mask } from './find-others.ts'
import type { Owner, Row } from './owners.ts'

export const belongings = ['mine', 'joint', 'theirs', 'third', 'office', 'confidential', 'privileged'] as const
export type Belongs = (typeof belongings)[number]
export type Course = 'given' | 'to_review' | 'withheld'

/** One column of one row, as a pack has it. `text` is null where it stays: of that no word is copied. */
export interface PackItem {
  readonly place: string
  readonly rowId: string
  readonly field: string
  /** When it was written, as far as the row says. */
  readonly at: string | null
  readonly belongs: Belongs
  readonly course: Course
  readonly text: string | null
  readonly masks: readonly Mask[]
}

export type Words = (value: unknown) => string

type Personal = Extract<ColumnClass, { kind: 'personal' }>

/** What of a row can be in a pack, and what becomes of each part. Keys and copies of other columns are none of it. */
export function itemsOf(
  classification: Classification,
  table: string,
  row: Row,
  owner: Owner,
  words: Words,
): PackItem[] {
  const columns = Object.entries(classification[table]?.columns ?? {})
  const place = { place: table, rowId: String(row.id ?? row.case_id ?? ''), at: timeOf(columns, row) }
  return columns.flatMap(([field, column]) => {
    if (column.kind !== 'personal' || column.onAccess === 'copy' || isEmpty(row[field])) return []
    const { belongs, course } = fateOf(column, owner, row)
    return [{ ...place, field, belongs, course, text: course === 'withheld' ? null : words(row[field]), masks: [] }]
  })
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whose one column of a row is, and whether it goes, is looked at or stays. Whatever is not said to go stays. */
export function fateOf(
  column: Personal,
  owner: Owner,
  row: Row,
): { readonly belongs: Belongs; readonly course: Course } {
  const stays = (belongs: Belongs) => ({ belongs, course: 'withheld' }) as const
  if (column.onAccess === 'never') return stays('confidential')
  if (owner === 'theirs') return stays(column.category === 'party.whereabouts' ? 'confidential' : 'theirs')
  if (column.about.every((it) => it === 'staff' || it === 'professional')) return stays('third')
  if (column.onAccess === 'withhold') return stays('confidential')
  if (owner === 'office') {
    const looked = column.form !== 'value' && row.legal_quality !== 'privileged'
    return looked ? { belongs: 'office', course: 'to_review' } : stays('office')
  }
  return { belongs: owner, course: column.onAccess === 'review' ? 'to_review' : 'given' }
}

const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)

/** The first time in a row that is told of whoever it is about. */
function timeOf(columns: readonly (readonly [string, ColumnClass])[], row: Row): string | null {
  const found = columns.find(
    ([name, column]) => column.kind === 'course' && /_(at|on)$/.test(name) && isTime(row[name]),
  )
  return found ? String(row[found[0]]).slice(0, 10) : null
}
