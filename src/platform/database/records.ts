import type { Deed } from './desk.ts'
import type { ClosingStatement } from './scope.ts'

/** A line of the records of who opened or did what. */
export interface Recorded {
  readonly deed: Omit<Deed<string>, 'purpose'>
  /** What else was read of the same. */
  readonly also: readonly string[]
  readonly rowCount: number
}

/** One record for each case or subject of which something was read: what was read first, and what else. */
export function oneForEach(all: readonly Recorded[]): Recorded[] {
  const of = new Map<string, Recorded>()
  for (const it of all) {
    const about = `${it.deed.caseId} ${it.deed.subjectId}`
    const first = of.get(about)
    of.set(about, first ? joined(first, it) : it)
  }
  return [...of.values()]
}

const joined = ({ deed, also, rowCount }: Recorded, more: Recorded): Recorded => ({
  deed,
  also: more.deed.deed === deed.deed ? also : [...new Set([...also, more.deed.deed])],
  rowCount: rowCount + more.rowCount,
})

/** Written last in the transaction of what it records. */
export function recording(all: readonly Recorded[]): ClosingStatement {
  const columns = ['act', 'also', 'case_id', 'subject_id', 'row_count']
  const rows = all.map((_, row) => `(${columns.map((_, place) => `$${row * columns.length + place + 1}`).join(', ')})`)
  return {
    text: `INSERT INTO ev.access_log (${columns.join(', ')}) VALUES ${rows.join(', ')}`,
    values: all.flatMap(({ deed, also, rowCount }) => [
      ...[deed.deed, also],
      ...[deed.caseId ?? null, deed.subjectId ?? null, rowCount],
    ]),
  }
}
