/** Where a cell of the diary stands: the day, the time where rows are times, and the key of its mediator, room or place. */
export interface CellPlace {
  readonly day: string
  /** `14:30`; none in a week. */
  readonly time: string | null
  readonly key: string
  /** What the heads say of these. */
  readonly dayWords: string
  readonly keyWords: string
}

/** The cells of a diary by row and column, also where one reaches from above. */
export class DiaryCells {
  readonly #table: HTMLTableElement
  readonly #rows: HTMLTableCellElement[][]

  constructor(table: HTMLTableElement) {
    this.#table = table
    this.#rows = rowsOf(table)
  }

  /** The cell that stands beside this one, or none. */
  beside(from: HTMLTableCellElement, [down, right]: readonly [number, number]): HTMLTableCellElement | null {
    const row = this.#rows.findIndex((it) => it.includes(from))
    let [y, x] = [row, this.#rows[row]?.indexOf(from) ?? 0]
    let next: HTMLTableCellElement | undefined = from
    while (next === from) {
      y += down
      x += right
      next = this.#rows[y]?.[x]
    }
    return next?.tagName === 'TD' ? next : null
  }

  placeOf(cell: HTMLTableCellElement): CellPlace {
    const row = this.#rows.findIndex((it) => it.includes(cell))
    const head = this.#heads()[this.#rows[row]?.indexOf(cell) ?? 0]
    const line = cell.closest('tr')
    if (this.#table.dataset.diary === 'week') {
      const words = { dayWords: textOf(head), keyWords: textOf(line?.querySelector('th')) }
      return { day: head?.dataset.day ?? '', time: null, key: line?.dataset.key ?? '', ...words }
    }
    const { day = '' } = this.#table.dataset
    return { day, time: line?.dataset.time ?? '', key: head?.dataset.key ?? '', dayWords: '', keyWords: textOf(head) }
  }

  /** The head of each column, once for each of its lanes. */
  #heads(): HTMLTableCellElement[] {
    return [...this.#table.querySelectorAll<HTMLTableCellElement>('thead th')].flatMap((it) =>
      Array.from({ length: it.colSpan }, () => it),
    )
  }
}

/** The first words of a head: what is said under it is no part of its name. */
const textOf = (element: Element | null | undefined): string =>
  (element?.querySelector('a') ?? element?.firstChild)?.textContent?.trim() ?? ''

function rowsOf(table: HTMLTableElement): HTMLTableCellElement[][] {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  const cells: HTMLTableCellElement[][] = rows.map(() => [])
  for (const [y, row] of rows.entries()) {
    for (const cell of row.cells) {
      let x = 0
      while (cells[y]?.[x]) x++
      for (let down = 0; down < cell.rowSpan; down++) {
        const of = cells[y + down]
        if (of) of[x] = cell
      }
    }
  }
  return cells
}
