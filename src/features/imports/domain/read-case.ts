import { addPeriod } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type { FieldKey } from './fields.ts'
import { outcomeSheetWords, topicSheetWords, wordIn } from './known-words.ts'
import type { RowReader } from './row-reader.ts'
import type { SheetCase, SheetChoices } from './sheet.ts'

/** What is known here already, beside the sheet. */
export interface Ground {
  readonly today: Temporal.PlainDate
  readonly mediators: readonly { readonly id: Id; readonly name: string }[]
  /** Old case numbers that came in before, in small letters. */
  readonly taken: ReadonlySet<string>
  /** How long the policy keeps a closed case, as an ISO duration. */
  readonly keepsClosed: string
}

type CaseFacts = Omit<SheetCase, 'rows' | 'parties'>

/** Reads what a row, or the two rows of a case together, say of the case itself. */
export function readCase(rows: readonly RowReader[], choices: SheetChoices, ground: Ground): CaseFacts {
  const from = (key: FieldKey) => rowThatSays(rows, key)
  const reference = readReference(from('case.reference'), ground)
  const openedOn = from('case.openedOn').date('case.openedOn', 'case')
  const closed = readClosing(rows, openedOn, ground)
  return {
    ...{ reference, openedOn, closed },
    topic: readTopic(from('case.topic')) ?? choices.topicOtherwise,
    mediatorId: readMediator(from('case.mediator'), closed !== null, ground),
  }
}

/** Of two rows of a case the one that says it. That they say two things is a problem of the second. */
function rowThatSays(rows: readonly RowReader[], key: FieldKey): RowReader {
  const [first, second] = rows
  if (!first) throw new TypeError('a case without rows')
  if (!second || second.text(key) === '') return first
  if (first.text(key) === '') return second
  if (first.text(key).toLowerCase() !== second.text(key).toLowerCase())
    second.problem(key, `Row ${first.number} says something else of the same case: ${first.text(key)}`)
  return first
}

function readReference(row: RowReader, ground: Ground): string | null {
  const reference = row.line('case.reference', 60)
  if (reference && ground.taken.has(reference.toLowerCase()))
    row.problem('case.reference', 'A case with this old number came in before')
  return reference
}

function readTopic(row: RowReader) {
  const text = row.ofCase('topic')
  const topic = wordIn(topicSheetWords, text)
  if (text !== '' && topic === null) row.problem('case.topic', 'Write children, money or both')
  return topic
}

function readClosing(rows: readonly RowReader[], openedOn: string | null, ground: Ground): SheetCase['closed'] {
  const closedRow = rowThatSays(rows, 'case.closedOn')
  const outcomeRow = rowThatSays(rows, 'case.outcome')
  const on = closedRow.date('case.closedOn', 'case')
  const text = outcomeRow.ofCase('outcome')
  const outcome = wordIn(outcomeSheetWords, text)
  if (text !== '' && outcome === null)
    outcomeRow.problem(
      'case.outcome',
      'Write agreed, partly agreed, no agreement, MIAM only, not suitable or withdrawn',
    )
  if (closedRow.ofCase('closedOn') === '') {
    if (outcome) outcomeRow.problem('case.closedOn', 'The case has an outcome and no day on which it was closed')
    return null
  }
  if (text === '') closedRow.problem('case.outcome', 'The case is closed, and how it ended is missing')
  if (on === null || outcome === null) return null
  if (openedOn && on < openedOn) closedRow.problem('case.closedOn', 'The case was closed before it was opened')
  const until = addPeriod(Temporal.PlainDate.from(on), ground.keepsClosed)
  if (Temporal.PlainDate.compare(until, ground.today) < 0)
    closedRow.problem(
      'case.closedOn',
      'This case was closed so long ago that our policy would have it destroyed. Leave it out',
    )
  return { on, outcome }
}

function readMediator(row: RowReader, isClosed: boolean, { mediators }: Ground): Id | null {
  const text = row.ofCase('mediator').toLowerCase()
  if (text === '') return null
  const whole = mediators.filter((it) => it.name.toLowerCase() === text)
  const found = whole.length > 0 ? whole : mediators.filter((it) => it.name.toLowerCase().split(' ').includes(text))
  if (found.length === 1 && found[0]) return found[0].id
  if (found.length > 1) row.problem('case.mediator', 'Several mediators here are called so. Write the whole name')
  else if (isClosed) row.note('case.mediator', 'No mediator here is called so. The closed case comes in without one')
  else
    row.problem(
      'case.mediator',
      'No mediator here is called so. Write the name as on the staff page, or leave it empty',
    )
  return null
}
