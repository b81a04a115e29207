import { DiaryCells } from './diary-cells.ts'
import { type MoveTo, offerMove } from './send-move.ts'

/**
 * In the diary of a day or a week: the arrow keys go from cell to cell, and an appointment is moved by dragging it, or by M, the arrows
 * and Enter. By that alone nothing is moved: it is asked first.
 */
export function startMovingInDiary(): void {
  const table = document.querySelector<HTMLTableElement>('table[data-diary]')
  if (table) new DiaryTable(table).start()
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
}

class DiaryTable {
  readonly #table: HTMLTableElement
  readonly #cells: DiaryCells
  readonly #says = document.createElement('p')
  #moving: HTMLElement | null = null
  #target: HTMLTableCellElement | null = null

  constructor(table: HTMLTableElement) {
    this.#table = table
    this.#cells = new DiaryCells(table)
  }

  get #isWeek(): boolean {
    return this.#table.dataset.diary === 'week'
  }

  start(): void {
    this.#says.setAttribute('role', 'status')
    this.#says.className = 'govuk-body ev-diary-says'
    this.#say(
      `Drag an appointment to move it. Or press M on it, choose ${this.#what} with the arrow keys, and press Enter.`,
    )
    this.#table.closest('section')?.before(this.#says)
    this.#table.setAttribute('role', 'grid')
    const [first, ...others] = this.#table.querySelectorAll<HTMLTableCellElement>('tbody td')
    for (const it of [first, ...others]) if (it) focusable(it).tabIndex = it === first ? 0 : -1
    for (const link of this.#table.querySelectorAll<HTMLElement>('[data-move]')) this.#makeDraggable(link)
    this.#table.addEventListener('keydown', (event) => this.#key(event))
    this.#table.addEventListener('focusin', (event) => this.#came(event.target))
    this.#table.addEventListener('dragover', (event) => this.#over(event))
    this.#table.addEventListener('drop', (event) => this.#dropped(event))
    this.#showMoved()
  }

  get #what(): string {
    return this.#isWeek ? 'a day' : 'a time'
  }

  /** Whoever moved something comes back to it. */
  #showMoved(): void {
    const { hash } = location
    const moved = /^#at-[0-9a-f-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null
    if (!moved) return
    moved.focus()
    this.#say(`Moved: ${wordsOf(moved, 'what')}, ${wordsOf(moved, 'time')}.`)
  }

  #say(words: string): void {
    this.#says.textContent = words
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
    this.#target?.classList.remove('ev-diary__target')
    this.#moving = null
    this.#target = null
  }

  #came(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return
    for (const it of this.#table.querySelectorAll<HTMLElement>('tbody td, tbody td a')) it.tabIndex = -1
    target.tabIndex = 0
  }

  #key(event: KeyboardEvent): void {
    const { activeElement: at } = document
    const cell = at?.closest('td')
    if (!cell || !(at instanceof HTMLElement)) return
    const step = steps[event.key]
    if (step) this.#go(at, cell, step)
    else if (event.key.toLowerCase() === 'm' && at.dataset.move) {
      this.#take(at)
      this.#say(`Choose ${this.#what} with the arrow keys and press Enter. Escape leaves it where it is.`)
    } else if (event.key === 'Escape' && this.#moving) this.#leave()
    else if (event.key === 'Enter' && this.#moving && at !== this.#moving) this.#offer(cell)
    else return
    event.preventDefault()
  }

  #leave(): void {
    const link = this.#moving
    this.#letGo()
    link?.focus()
    this.#say('It stays where it is.')
  }

  /** From cell to cell; in a week also up and down among the appointments of one cell. */
  #go(at: HTMLElement, cell: HTMLTableCellElement, step: readonly [number, number]): void {
    if (!this.#moving) {
      const links = [...cell.querySelectorAll<HTMLElement>('a')]
      const sibling = at === cell ? undefined : links[links.indexOf(at) + step[0]]
      if (step[0] !== 0 && sibling) {
        sibling.focus()
        return
      }
    }
    const next = this.#cells.beside(cell, step)
    if (!next) return
    const to = this.#moving && this.#isWeek ? next : focusable(next)
    to.tabIndex = 0
    to.focus()
    if (this.#moving) this.#mark(next)
  }

  #mark(cell: HTMLTableCellElement): void {
    this.#target?.classList.remove('ev-diary__target')
    this.#target = cell
    const may = this.#mayDrop(cell)
    cell.classList.toggle('ev-diary__target', may)
    this.#say(may ? `Move to ${this.#toWords(cell)}? Press Enter.` : 'It cannot go there.')
  }

  /** By mediator or room it may go to another; by place it stays at its own. In a day one cell holds one appointment. */
  #mayDrop(cell: HTMLTableCellElement): boolean {
    const own = this.#moving?.closest('td')
    if (!own || cell === own || (!this.#isWeek && cell.querySelector('a'))) return false
    const { by } = this.#table.dataset
    return by === 'mediator' || by === 'room' || this.#cells.placeOf(cell).key === this.#cells.placeOf(own).key
  }

  /** `14:30`, `Tue 24 Nov`, with whose or which it is where that is another. */
  #toWords(cell: HTMLTableCellElement): string {
    const own = this.#moving?.closest('td')
    const to = this.#cells.placeOf(cell)
    const isOther = own && this.#cells.placeOf(own).key !== to.key
    return [to.time ?? to.dayWords, isOther && to.keyWords].filter(Boolean).join(', ')
  }

  #over(event: DragEvent): void {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td')
    if (!cell || !this.#mayDrop(cell)) return
    event.preventDefault()
    if (cell !== this.#target) this.#mark(cell)
  }

  #dropped(event: DragEvent): void {
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td')
    if (!cell || !this.#mayDrop(cell)) return
    event.preventDefault()
    this.#offer(cell)
  }

  #offer(cell: HTMLTableCellElement): void {
    const link = this.#moving
    const address = link?.dataset.move
    const own = link?.closest('td')
    if (!link || !address || !own || !this.#mayDrop(cell)) return
    const move = this.#moveTo(cell, own, link)
    this.#letGo()
    offerMove(address, move, link)
  }

  #moveTo(cell: HTMLTableCellElement, own: HTMLTableCellElement, link: HTMLElement): MoveTo {
    const { diary, by } = this.#table.dataset
    const [to, before] = [this.#cells.placeOf(cell), this.#cells.placeOf(own)]
    const [year = '', month = '', day = ''] = to.day.split('-')
    const fields = {
      ...{ 'date-day': day, 'date-month': month, 'date-year': year },
      ...(to.time === null ? {} : { time: to.time }),
      ...(by === 'mediator' ? { mediator: to.key } : by === 'room' ? { place: to.key } : {}),
      from_diary: `${diary}-${by}`,
    }
    const isTold = by === 'room' || to.day !== before.day || to.time !== timeOf(own)
    return {
      fields,
      question: `${wordsOf(link, 'what')}: move to ${this.#toWords(cell)}?`,
      hint: isTold
        ? 'Each person who is expected is told in their own message.'
        : 'Nobody is told: messages name no mediator.',
    }
  }
}

const timeOf = (cell: HTMLElement): string | null => cell.closest('tr')?.dataset.time ?? null
const wordsOf = (link: HTMLElement, part: 'what' | 'time'): string =>
  link.querySelector(`.ev-diary__${part}`)?.textContent?.trim() ?? ''
const focusable = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector('a') ?? cell
