/**
 * In the diary of a day: the arrow keys go from cell to cell, and an appointment is moved by dragging it, or by M, the arrows and
 * Enter. Nothing is moved by that alone: the appointment's own form is fetched and sent when the person says so.
 */
export function startMovingInDiary(): void {
  const table = document.querySelector<HTMLTableElement>('table[data-diary]')
  if (table) new DiaryTable(table).start()
}

class DiaryTable {
  readonly #table: HTMLTableElement
  /** By row and column: which cell stands there, also where it reaches from above. */
  readonly #cells: HTMLTableCellElement[][]
  readonly #says = document.createElement('p')
  #moving: HTMLElement | null = null

  constructor(table: HTMLTableElement) {
    this.#table = table
    this.#cells = cellsOf(table)
  }

  start(): void {
    this.#says.setAttribute('role', 'status')
    this.#says.className = 'govuk-body ev-diary-says'
    this.#says.textContent =
      'Drag an appointment to move it. Or press M on it, choose a time with the arrow keys, and press Enter.'
    this.#table.closest('section')?.before(this.#says)
    this.#table.setAttribute('role', 'grid')
    const [first, ...others] = this.#table.querySelectorAll<HTMLElement>('tbody td')
    for (const it of [first, ...others]) if (it) focusable(it).tabIndex = it === first ? 0 : -1
    for (const link of this.#table.querySelectorAll<HTMLElement>('[data-move]')) this.#makeDraggable(link)
    this.#table.addEventListener('keydown', (event) => this.#key(event))
    this.#table.addEventListener('focusin', (event) => this.#came(event.target))
    this.#table.addEventListener('dragover', (event) => this.#over(event))
    this.#table.addEventListener('drop', (event) => this.#dropped(event))
  }

  #makeDraggable(link: HTMLElement): void {
    link.draggable = true
    link.addEventListener('dragstart', () => this.#take(link))
    link.addEventListener('dragend', () => this.#letGo())
  }

  #take(link: HTMLElement): void {
    this.#moving = link
    link.classList.add('ev-diary__entry--moving')
  }

  #letGo(): void {
    this.#moving?.classList.remove('ev-diary__entry--moving')
    for (const it of this.#table.querySelectorAll('.ev-diary__target')) it.classList.remove('ev-diary__target')
    this.#moving = null
  }

  #came(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return
    for (const it of this.#table.querySelectorAll<HTMLElement>('tbody td')) focusable(it).tabIndex = -1
    target.tabIndex = 0
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, readonly [number, number]> = {
      ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
    }
    const { activeElement: at } = document
    const cell = at?.closest('td')
    if (!cell || !(at instanceof HTMLElement)) return
    const step = steps[event.key]
    if (step) this.#go(cell, step)
    else if (event.key.toLowerCase() === 'm' && at.dataset.move) {
      this.#take(at)
      this.#says.textContent = 'Choose a time with the arrow keys and press Enter. Escape leaves it where it is.'
    } else if (event.key === 'Escape' && this.#moving) this.#letGo()
    else if (event.key === 'Enter' && this.#moving && at !== this.#moving) this.#offer(cell)
    else return
    event.preventDefault()
  }

  #go(from: HTMLTableCellElement, [down, right]: readonly [number, number]): void {
    const row = this.#cells.findIndex((it) => it.includes(from))
    const column = this.#cells[row]?.indexOf(from) ?? 0
    let next: HTMLTableCellElement | undefined = from
    for (let [y, x] = [row, column]; next === from; ) {
      y += down
      x += right
      next = this.#cells[y]?.[x]
    }
    if (next?.tagName !== 'TD') return
    focusable(next).focus()
    if (this.#moving) this.#mark(next)
  }

  #mark(cell: HTMLTableCellElement): void {
    for (const it of this.#table.querySelectorAll('.ev-diary__target')) it.classList.remove('ev-diary__target')
    if (!this.#mayDrop(cell)) return
    cell.classList.add('ev-diary__target')
    this.#says.textContent = `Move to ${cell.closest('tr')?.dataset.time}? Press Enter.`
  }

  /** By mediator, an appointment stays with its own; by room it may go to another. */
  #mayDrop(cell: HTMLTableCellElement): boolean {
    const own = this.#moving?.closest('td')
    if (!own || cell.querySelector('a')) return false
    const { by } = this.#table.dataset
    return by === 'room' || this.#keyOf(cell) === this.#keyOf(own)
  }

  #keyOf(cell: HTMLTableCellElement): string {
    const row = this.#cells.find((it) => it.includes(cell))
    return this.#keys()[row?.indexOf(cell) ?? 0] ?? ''
  }

  /** The key of each column, once for each of its lanes. */
  #keys(): string[] {
    return [...this.#table.querySelectorAll<HTMLTableCellElement>('thead th')].flatMap((it) =>
      Array.from({ length: it.colSpan }, () => it.dataset.key ?? ''),
    )
  }

  #over(event: DragEvent): void {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td')
    if (!cell || !this.#mayDrop(cell)) return
    event.preventDefault()
    this.#mark(cell)
  }

  #dropped(event: DragEvent): void {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td')
    if (!cell || !this.#mayDrop(cell)) return
    event.preventDefault()
    this.#offer(cell)
  }

  /** Asks whether to move it there, with the appointment's own form: its token, what was seen, and the new time. */
  async #offer(cell: HTMLTableCellElement): Promise<void> {
    const link = this.#moving
    const address = link?.dataset.move
    const { diary = '', by } = this.#table.dataset
    const time = cell.closest('tr')?.dataset.time ?? ''
    if (!link || !address || !this.#mayDrop(cell)) return
    const key = this.#keyOf(cell)
    this.#letGo()
    const form = await formAt(address)
    if (!form) return location.assign(address)
    const [year = '', month = '', day = ''] = diary.split('-')
    const to = {
      'date-day': day,
      'date-month': month,
      'date-year': year,
      time,
      ...(by === 'room' ? { place: key } : {}),
    }
    askToSend(sending(form, address, to), `${link.innerText.split('\n').slice(1, 2)}: move to ${time}?`, link)
  }
}

const focusable = (cell: HTMLElement): HTMLElement => cell.querySelector('a') ?? cell

function cellsOf(table: HTMLTableElement): HTMLTableCellElement[][] {
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

async function formAt(address: string): Promise<HTMLFormElement | null> {
  try {
    const answer = await fetch(address)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return answer.ok ? page.querySelector<HTMLFormElement>(`form[action="${address}"]`) : null
  } catch {
    return null
  }
}

/** The same form with the same fields, all of them hidden. */
function sending(form: HTMLFormElement, address: string, to: Readonly<Record<string, string>>): HTMLFormElement {
  const own = document.createElement('form')
  own.method = 'post'
  own.action = address
  for (const [name, value] of [...new FormData(form)].filter(([name]) => !(name in to)).concat(Object.entries(to))) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = String(value)
    own.append(field)
  }
  return own
}

function askToSend(form: HTMLFormElement, question: string, from: HTMLElement): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'ev-diary-ask'
  const words = document.createElement('h2')
  words.className = 'govuk-heading-m'
  words.id = 'ev-diary-ask'
  words.textContent = question
  const hint = document.createElement('p')
  hint.className = 'govuk-body'
  hint.textContent = 'Each person who is expected is told in their own message.'
  const leave = button('Leave it', 'govuk-button govuk-button--secondary')
  leave.type = 'button'
  leave.addEventListener('click', () => dialog.close())
  form.append(button('Move', 'govuk-button'), leave)
  dialog.setAttribute('aria-labelledby', words.id)
  dialog.append(words, hint, form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    from.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

function button(words: string, classes: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = classes
  made.textContent = words
  return made
}
