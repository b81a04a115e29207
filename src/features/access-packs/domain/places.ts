import type { Classification, TableClass } from '../../../policy/classification.ts'

/**
 * How the rows of a table are reached from a person: by themselves or their cases, straight or over a row of another table. Who is no
 * party is reached from the enquiry that they made.
 */
export interface Path {
  readonly table: string
  readonly root: 'person' | 'case' | 'enquiry'
  readonly column: string
  readonly parent: { readonly table: string; readonly column: string } | null
}

/** What is asked of the classification of a table that tells of people. */
export type Reach = Path | { readonly nobodys: string } | null

/**
 * How the rows of each table lead to the person who asks: by the same columns by which row rules tell rows apart. Null: a table that
 * says nothing of whose its rows are.
 */
export function reachOf(classification: Classification, table: string): Reach {
  const own = classification[table]
  if (!own) return null
  const { whose, rows } = own
  if (typeof whose === 'object' && 'nobodys' in whose) return whose
  const direct = directColumn(own)
  if (direct) return { table, ...direct, parent: null }
  if (typeof whose !== 'object' || !('through' in whose)) return rows.by === 'everyone' ? null : { nobodys: 'staff' }
  const parent = classification[whose.of]
  const upper = parent && directColumn(parent)
  if (!upper) return null
  return { table, root: upper.root, column: whose.through, parent: { table: whose.of, column: upper.column } }
}

function directColumn({ rows, whose }: TableClass): Pick<Path, 'root' | 'column'> | null {
  if (whose === 'person') return { root: 'person', column: 'person_id' }
  if (rows.by === 'person') return { root: 'person', column: rows.column }
  if (rows.by === 'case') return { root: 'case', column: rows.column }
  if (rows.by === 'holder') return { root: 'case', column: rows.case }
  return null
}

/** The same from an enquiry of which no case was made: the enquiry itself, and whatever names it. */
function reachOfEnquiry(classification: Classification, table: string): Path | null {
  const own = classification[table]
  if (!own) return null
  const { whose } = own
  if (typeof whose === 'object' && 'nobodys' in whose) return null
  const root = 'enquiry'
  const direct = enquiryColumn(table, own)
  if (direct) return { table, root, column: direct, parent: null }
  const parent = typeof whose === 'object' && 'through' in whose ? classification[whose.of] : undefined
  if (!parent || typeof whose !== 'object' || !('through' in whose)) return null
  const upper = enquiryColumn(whose.of, parent)
  return upper ? { table, root, column: whose.through, parent: { table: whose.of, column: upper } } : null
}

/** A reference to an enquiry has one name in every table. */
const enquiryColumn = (table: string, { columns }: TableClass): string | null =>
  table === 'enquiry' ? 'id' : 'enquiry_id' in columns ? 'enquiry_id' : null

const people = new Set(['enquirer', 'party', 'child', 'otherPeople'])

/** Tables that tell of people who come to the service. */
export const tellsOfPeople = ({ columns }: TableClass): boolean =>
  Object.values(columns).some((it) => it.kind === 'personal' && it.about.some((who) => people.has(who)))

/** Every way from a person to a row, those rows first to which others lead. */
export function pathsOf(classification: Classification): Path[] {
  const paths = Object.keys(classification).flatMap((table) => {
    const reach = reachOf(classification, table)
    return [reach && 'root' in reach ? reach : null, reachOfEnquiry(classification, table)].filter((it) => it !== null)
  })
  return [...paths.filter((it) => it.parent === null), ...paths.filter((it) => it.parent !== null)]
}

/** Tables that tell of people and of which nobody has said whose their rows are. */
export const unreached = (classification: Classification): string[] =>
  Object.entries(classification)
    .filter(([table, own]) => tellsOfPeople(own) && reachOf(classification, table) === null)
    .map(([table]) => table)

/** Tables with rows of a case that neither say whose they are nor have a column that does. */
export const unowned = (classification: Classification): string[] =>
  Object.entries(classification)
    .filter(([, own]) => tellsOfPeople(own) && own.rows.by === 'case' && own.whose === undefined)
    .filter(([, { columns }]) => !ownerColumns.some((it) => it in columns))
    .map(([table]) => table)

/** Columns by which a row says whose it is. */
export const ownerColumns = ['person_id', 'party_id', 'zone', 'side'] as const
