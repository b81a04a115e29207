import { serviceTimeZone } from '../../../values/calendar-days.ts'

/** What stands in the diary: something that begins and ends, in one column. */
export interface Entry {
  readonly column: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

export type Cell<Of extends Entry> =
  | { readonly kind: 'free'; readonly column: string }
  | { readonly kind: 'entry'; readonly column: string; readonly entry: Of; readonly rows: number }

export interface GridRow<Of extends Entry> {
  /** Minutes since midnight by the clocks of London. */
  readonly minute: number
  /** Cells that begin in this row, from left to right; where an entry goes on from above there is none. */
  readonly cells: readonly Cell<Of>[]
}

export interface Grid<Of extends Entry> {
  /** Each column with how many lanes it needs: entries that overlap (by telephone, say) stand beside one another. */
  readonly columns: readonly { readonly key: string; readonly lanes: number }[]
  readonly rows: readonly GridRow<Of>[]
}

export const rowMinutes = 15
const [usualStart, usualEnd] = [9 * 60, 17 * 60]

interface Placed<Of extends Entry> {
  readonly entry: Of
  readonly lane: number
  readonly first: number
  readonly rows: number
}

/** A day as a table of quarters of an hour: office hours, or longer where something stands outside of them. */
export function gridOf<Of extends Entry>(
  keys: readonly string[],
  entries: readonly Of[],
  day: Temporal.PlainDate,
): Grid<Of> {
  const spans = entries.map((entry) => ({ entry, ...spanOn(entry, day) }))
  const start = Math.min(usualStart, ...spans.map((it) => floorTo(it.from, 60)))
  const end = Math.max(usualEnd, ...spans.map((it) => floorTo(it.until + 59, 60)))
  const columns = keys.map((key) => placeIn(spans.filter((it) => it.entry.column === key)))
  const count = (end - start) / rowMinutes
  const rows = Array.from({ length: count }, (_, index) => {
    const minute = start + index * rowMinutes
    return { minute, cells: columns.flatMap((column, index) => cellsAt(keys[index] ?? '', column, minute)) }
  })
  return { columns: keys.map((key, index) => ({ key, lanes: lanesOf(columns[index] ?? []) })), rows }
}

const floorTo = (minute: number, step: number) => Math.floor(minute / step) * step
const lanesOf = <Of extends Entry>(column: readonly Placed<Of>[]) =>
  Math.max(1, ...column.map((placed) => placed.lane + 1))

/** From when until when on this day, in minutes since midnight; what goes beyond midnight is cut off. */
function spanOn(entry: Entry, day: Temporal.PlainDate): { from: number; until: number } {
  const minuteOf = (instant: Temporal.Instant) => {
    const local = instant.toZonedDateTimeISO(serviceTimeZone)
    const days = day.until(local.toPlainDate()).days
    return days < 0 ? 0 : days > 0 ? 24 * 60 : local.hour * 60 + local.minute
  }
  return { from: minuteOf(entry.startsAt), until: minuteOf(entry.endsAt) }
}

function placeIn<Of extends Entry>(spans: readonly { entry: Of; from: number; until: number }[]): Placed<Of>[] {
  const free: number[] = []
  return spans
    .toSorted((one, other) => one.from - other.from || one.until - other.until)
    .map(({ entry, from, until }) => {
      const first = floorTo(from, rowMinutes)
      const rows = Math.max(1, Math.ceil((until - first) / rowMinutes))
      const found = free.findIndex((end) => end <= first)
      const lane = found < 0 ? free.length : found
      free[lane] = first + rows * rowMinutes
      return { entry, lane, first, rows }
    })
}

function cellsAt<Of extends Entry>(key: string, placed: readonly Placed<Of>[], minute: number): Cell<Of>[] {
  return Array.from({ length: lanesOf(placed) }, (_, lane) => {
    const covering = placed.find(
      (it) => it.lane === lane && it.first <= minute && minute < it.first + it.rows * rowMinutes,
    )
    if (!covering) return [{ kind: 'free', column: key } as const]
    if (covering.first !== minute) return []
    return [{ kind: 'entry', column: key, entry: covering.entry, rows: covering.rows } as const]
  }).flat()
}
