import type { Classification } from '../../../policy/classification.ts'

/** A row as JSON has it. */
export type Row = Readonly<Record<string, unknown>>

/** To whom a row belongs, as seen by the person who asks. */
export type Owner = 'mine' | 'joint' | 'theirs' | 'office'

/** The person who asks, and as which party of which case they stand, or which enquiry they made. */
export interface Asker {
  readonly people: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
  readonly sides: ReadonlyMap<string, string>
  readonly enquiries: ReadonlySet<string>
}

/** Rows that were met, so that those which lead to them know whose they are: by table and identifier. */
export type Met = ReadonlyMap<string, { readonly owner: Owner }>

export const metKey = (table: string, id: unknown): string => `${table}:${String(id)}`

/** Whose a row is. What says nothing of it is the office's: it is looked at, or it stays. */
export function ownerOf(classification: Classification, table: string, row: Row, asker: Asker, met: Met): Owner {
  const own = classification[table]
  if (!own) return 'office'
  const { whose, rows } = own
  if (whose === 'both') return 'joint'
  if (whose === 'office' || (typeof whose === 'object' && 'nobodys' in whose)) return 'office'
  if (typeof whose === 'object' && 'through' in whose)
    return met.get(metKey(whose.of, row[whose.through]))?.owner ?? 'office'
  const caseId = String(row.case_id ?? '')
  if (typeof whose === 'object') return asker.sides.get(caseId) === row[whose.sideOtherThan] ? 'theirs' : 'mine'
  if (rows.by === 'person') return 'mine'
  // What names the enquiry of somebody who is no party is theirs: there is no other side.
  if (asker.enquiries.has(String(table === 'enquiry' ? row.id : row.enquiry_id))) return 'mine'
  return byColumns(row, asker) ?? throughEnquiry(row, met) ?? 'office'
}

function byColumns(row: Row, asker: Asker): Owner | null {
  if (typeof row.person_id === 'string') return asker.people.has(row.person_id) ? 'mine' : 'theirs'
  if (typeof row.party_id === 'string') return asker.parties.has(row.party_id) ? 'mine' : 'theirs'
  const side = row.zone ?? row.side
  if (side === 'both') return 'joint'
  if (side !== 'A' && side !== 'B') return side === 'office' ? 'office' : null
  return asker.sides.get(String(row.case_id ?? '')) === side ? 'mine' : 'theirs'
}

const throughEnquiry = (row: Row, met: Met): Owner | null =>
  typeof row.enquiry_id === 'string' ? (met.get(metKey('enquiry', row.enquiry_id))?.owner ?? null) : null
