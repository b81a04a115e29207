import type { CaseField, FieldKey, PersonField, Who } from './fields.ts'
import { type DateReading, dateMessages, readSheetDate } from './read-date.ts'
import type { Remark, Sheet, SheetChoices } from './sheet.ts'

/** Reads the cells of one row by what the columns are, and collects what is wrong with them. */
export class RowReader {
  readonly problems: Remark[] = []
  readonly notes: Remark[] = []
  readonly number: number
  readonly #cells: readonly string[]
  readonly #sheet: Sheet
  readonly #choices: SheetChoices
  readonly #today: Temporal.PlainDate

  constructor(sheet: Sheet, choices: SheetChoices, today: Temporal.PlainDate, row: Sheet['rows'][number]) {
    this.#sheet = sheet
    this.#choices = choices
    this.#today = today
    this.#cells = row.cells
    this.number = row.number
  }

  /** What stands in the column of a field; several columns of an address are its lines. */
  text(key: FieldKey): string {
    return this.#choices.columns
      .flatMap((column, at) => (column === key ? [this.#cells[at] ?? ''] : []))
      .filter((cell) => cell !== '')
      .join('\n')
  }

  of(who: Who, field: PersonField): string {
    return this.text(`${who}.${field}`)
  }

  ofCase(field: CaseField): string {
    return this.text(`case.${field}`)
  }

  /** One line of at most so many characters, or null where nothing stands. */
  line(key: FieldKey, longest: number): string | null {
    const text = this.text(key)
      .replaceAll(/\s*\n\s*/g, ', ')
      .replaceAll(/\s+/g, ' ')
    if (text.length > longest) this.problem(key, `This is longer than ${longest} characters. Shorten it`)
    return text === '' ? null : text
  }

  date(key: FieldKey, of: DateReading['of']): string | null {
    const text = this.text(key)
    if (text === '') return null
    const reading = readSheetDate(text, { dayFirst: this.#choices.dayFirst, today: this.#today, of })
    if (reading.done) return reading.value
    this.problem(key, dateMessages[reading.reason])
    return null
  }

  problem(key: FieldKey | null, words: string): void {
    this.problems.push(this.#remark(key, words))
  }

  note(key: FieldKey | null, words: string): void {
    this.notes.push(this.#remark(key, words))
  }

  #remark(key: FieldKey | null, words: string): Remark {
    const at = key === null ? -1 : this.#choices.columns.indexOf(key)
    const heading = at < 0 ? null : (this.#sheet.headings[at] ?? null)
    return { row: this.number, heading, words, value: key === null || at < 0 ? '' : this.text(key) }
  }
}
