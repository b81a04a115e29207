import { classNames } from '../../../../ui/components/common.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { longDate, shortDate } from '../../../../ui/dates.ts'
import { startOfDayInLondon } from '../../../../values/calendar-days.ts'
import type { Id } from '../../../../values/ids.ts'
import { type Availability, whyUnavailable } from '../../../availability/index.ts'
import { kindWords } from '../../domain/appointment.ts'
import { diaryPath, entryMark } from '../../domain/diary-days.ts'
import { type Cell, type GridRow, gridOf, rowMinutes } from '../../domain/diary-grid.ts'
import { appointmentPath, whereWords, zoneOf } from './appointment-words.tsx'
import type { DiaryPageProps } from './diary.page.tsx'
import type { DiaryColumn, DiaryEntry } from './diary-columns.ts'

/** One day, quarter by quarter: a column for each mediator or room, an appointment as tall as it is long. */
export function DayTable({ asked, entries, columns, known, now }: DiaryPageProps) {
  const { day } = asked
  const grid = gridOf(
    columns.map((it) => it.key),
    entries,
    day,
  )
  return (
    <ScrollArea label={`Appointments on ${longDate(day)}`}>
      <table class="ev-diary" data-diary="day" data-day={day.toString()} data-by={asked.by}>
        <caption class="govuk-visually-hidden">Appointments on {longDate(day)}, by quarter of an hour</caption>
        <thead>
          <tr>
            <th scope="col" class="ev-diary__corner">
              Time
            </th>
            {grid.columns.map(({ lanes }, index) => (
              <th scope="col" class="ev-diary__column" colspan={lanes} data-key={columns[index]?.key}>
                <ColumnName column={columns[index]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <Row
              row={row}
              now={now}
              worksAt={(key) => asked.by !== 'mediator' || isThere(known, key, day, row.minute)}
            />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

const ColumnName = ({ column }: { readonly column: DiaryColumn | undefined }) => (
  <>
    {column?.name}
    {column?.remark && <span class="ev-diary__remark"> {column.remark}</span>}
  </>
)

interface RowProps {
  readonly row: GridRow<DiaryEntry>
  readonly now: Temporal.Instant
  readonly worksAt: (column: string) => boolean
}

/** Whether a mediator can be had then, as far as anybody said. */
function isThere(known: Availability, mediatorId: string, day: Temporal.PlainDate, minute: number): boolean {
  const startsAt = startOfDayInLondon(day).add({ minutes: minute })
  const venueId = null
  const quarter = { startsAt, endsAt: startsAt.add({ minutes: rowMinutes }), venueId, mediatorId: mediatorId as Id }
  return whyUnavailable(known, quarter) === null
}

function Row({ row, now, worksAt }: RowProps) {
  const onTheHour = row.minute % 60 === 0
  return (
    <tr class={classNames('ev-diary__row', onTheHour && 'ev-diary__row--hour')} data-time={clockTime(row.minute)}>
      {onTheHour && (
        <th scope="rowgroup" rowspan={60 / rowMinutes} class="ev-diary__hour">
          {hourWords(row.minute / 60)}
        </th>
      )}
      {row.cells.map((cell) => (
        <DayCell cell={cell} now={now} works={worksAt(cell.column)} />
      ))}
    </tr>
  )
}

const hourWords = (hour: number) => (hour === 12 ? 'midday' : `${hour % 12 || 12}${hour < 12 ? 'am' : 'pm'}`)

const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const DayCell = (props: {
  readonly cell: Cell<DiaryEntry>
  readonly now: Temporal.Instant
  readonly works: boolean
}) =>
  props.cell.kind === 'free' ? (
    <td class={classNames('ev-diary__free', !props.works && 'ev-diary__free--off')} />
  ) : (
    <td class="ev-diary__taken" rowspan={props.cell.rows}>
      <Entry entry={props.cell.entry} now={props.now} />
    </td>
  )

/** What is booked and has not begun: the page's script lets it be dragged, and its form moves it without. */
const mayMove = (entry: DiaryEntry, now: Temporal.Instant) =>
  entry.status === 'booked' && Temporal.Instant.compare(now, entry.startsAt) < 0

/** An appointment in a cell. Its whole is a link; the colour of the bar is that of its zone, and its words say the same. */
const Entry = ({ entry, now }: { readonly entry: DiaryEntry; readonly now: Temporal.Instant }) => (
  <a
    class={`ev-diary__entry ev-zone--${zoneOf[entry.zone]}`}
    id={entryMark(entry.id)}
    href={appointmentPath(entry.id)}
    data-move={mayMove(entry, now) ? appointmentPath(entry.id, 'move') : undefined}
  >
    <span class="ev-diary__time">{entry.times}</span>{' '}
    <span class="ev-diary__what">
      {kindWords[entry.kind]}, {entry.attendances.map((it) => it.familyName).join(' and ')}
    </span>{' '}
    <span class="ev-diary__where">{entry.column === entry.mediatorId ? whereWords(entry) : entry.mediatorName}</span>
  </a>
)

const columnWords = { mediator: 'Mediator', room: 'Room', venue: 'Place', outreach: 'Outreach place' } as const

const cellKey = (column: string, day: string) => `${column} ${day}`

/** One week: a row for each mediator or room, a column for each day. A weekend is shown when something is on. */
export function WeekTable(props: DiaryPageProps) {
  const { asked, entries, columns, today, now } = props
  const busy = new Set(entries.map((it) => it.day))
  const days = props.days.filter((day) => day.dayOfWeek < 6 || busy.has(day.toString()))
  const cells = Map.groupBy(entries, (it) => cellKey(it.column, it.day))
  return (
    <ScrollArea label="Appointments of the week">
      <table class="ev-diary ev-diary--week" data-diary="week" data-by={asked.by}>
        <caption class="govuk-visually-hidden">Appointments of the week, a column for each day</caption>
        <thead>
          <tr>
            <th scope="col" class="ev-diary__corner">
              {columnWords[asked.by]}
            </th>
            {days.map((day) => (
              <th scope="col" class="ev-diary__column" data-day={day.toString()}>
                <a class="govuk-link" href={diaryPath({ ...asked, day, view: 'day' })}>
                  {shortDate(day, today)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr class="ev-diary__row--hour" data-key={column.key}>
              <th scope="row" class="ev-diary__name">
                <ColumnName column={column} />
              </th>
              {days.map((day) => (
                <td class="ev-diary__taken">
                  {cells.get(cellKey(column.key, day.toString()))?.map((entry) => (
                    <Entry entry={entry} now={now} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
