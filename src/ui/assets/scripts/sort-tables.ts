/** Lets a person sort each table with `data-sortable` by a column. The order that came from the server is not lost: it comes back on the third press. */
export function startSortingTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) makeSortable(table)
}

function makeSortable(table: HTMLTableElement) {
  const body = table.tBodies[0]
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])]
  if (!body) return
  const given = [...body.rows]
  headers.forEach((header, column) => {
    if (!header.textContent?.trim()) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ev-sort'
    button.append(...header.childNodes)
    header.append(button)
    header.setAttribute('aria-sort', 'none')
    button.addEventListener('click', () => {
      const order = next(header.getAttribute('aria-sort'))
      for (const other of headers) if (other.hasAttribute('aria-sort')) other.setAttribute('aria-sort', 'none')
      header.setAttribute('aria-sort', order)
      body.append(...ordered(given, column, order))
    })
  })
}

type Order = 'none' | 'ascending' | 'descending'

const next = (order: string | null): Order =>
  order === 'none' ? 'ascending' : order === 'ascending' ? 'descending' : 'none'

function ordered(rows: readonly HTMLTableRowElement[], column: number, order: Order): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows
  const sorted = rows.toSorted((one, other) => compare(sortValueOf(one, column), sortValueOf(other, column)))
  return order === 'ascending' ? sorted : sorted.reverse()
}

const sortValueOf = (row: HTMLTableRowElement, column: number): string => {
  const cell = row.cells[column]
  return (cell?.dataset.sortValue ?? cell?.textContent ?? '').trim()
}

const compare = (one: string, other: string) =>
  one.localeCompare(other, 'en-GB', { numeric: true, sensitivity: 'base' })
