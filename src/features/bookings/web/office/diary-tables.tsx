import { classNames } from '../../../../ui/components/common.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { longDate, shortDate } from '../../../../ui/dates.ts'
import { kindWords } from '../../domain/appointment.ts'
import { type DiaryAsked, diaryPath } from '../../domain/diary-days.ts'
import { type Cell, type GridRow, gridOf, rowMinutes } from '../../domain/diary-grid.ts'
import { appointmentPath, fromTo, whereWords, zoneOf } from './appointment-words.tsx'
import type { DiaryColumn, DiaryEntry } from './diary-columns.ts'
import { isOn } from './diary-lists.tsx'

/** One day, quarter by quarter: a column for each mediator or room, an appointment as tall as it is long. */
export function DayTable(props: {
  readonly day: Temporal.PlainDate
  readonly entries: readonly DiaryEntry[]
  readonly columns: readonly DiaryColumn[]
}) {
  const { day, entries, columns } = props
  const grid = gridOf(
    columns.map((it) => it.key),
    entries,
    day,
  )
  return (
    <ScrollArea label={`Appointments on ${longDate(day)}`}>
      <table class="ev-diary">
        <caption class="govuk-visually-hidden">Appointments on {longDate(day)}, by quarter of an hour</caption>
        <thead>
          <tr>
            <th scope="col" class="ev-diary__corner">
              Time
            </th>
            {grid.columns.map(({ lanes }, index) => (
              <th scope="col" class="ev-diary__column" colspan={lanes}>
                {columns[index]?.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <Row row={row} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ row }: { readonly row: GridRow<DiaryEntry> }) {
  const onTheHour = row.minute % 60 === 0
  return (
    <tr class={classNames('ev-diary__row', onTheHour && 'ev-diary__row--hour')}>
      {onTheHour && (
        <th scope="rowgroup" rowspan={60 / rowMinutes} class="ev-diary__hour">
          {hourWords(row.minute / 60)}
        </th>
      )}
      {row.cells.map((cell) => (
        <DayCell cell={cell} />
      ))}
    </tr>
  )
}

const hourWords = (hour: number) => (hour === 12 ? 'midday' : `${hour % 12 || 12}${hour < 12 ? 'am' : 'pm'}`)

const DayCell = ({ cell }: { readonly cell: Cell<DiaryEntry> }) =>
  cell.kind === 'free' ? (
    <td class="ev-diary__free" />
  ) : (
    <td class="ev-diary__taken" rowspan={cell.rows}>
      <Entry entry={cell.entry} />
    </td>
  )

/** An appointment in a cell. Its whole is a link; the colour of the bar is that of its zone, and its words say the same. */
const Entry = ({ entry }: { readonly entry: DiaryEntry }) => (
  <a class={`ev-diary__entry ev-zone--${zoneOf[entry.zone]}`} href={appointmentPath(entry.id)}>
    <span class="ev-diary__time">{fromTo(entry)}</span>{' '}
    <span class="ev-diary__what">
      {kindWords[entry.kind]}, {entry.attendances.map((it) => it.familyName).join(' and ')}
    </span>{' '}
    <span class="ev-diary__where">{entry.column === entry.mediatorId ? whereWords(entry) : entry.mediatorName}</span>
  </a>
)

/** One week: a row for each mediator or room, a column for each day. A weekend is shown when something is on. */
export function WeekTable(props: {
  readonly asked: DiaryAsked
  readonly days: readonly Temporal.PlainDate[]
  readonly entries: readonly DiaryEntry[]
  readonly columns: readonly DiaryColumn[]
  readonly today: Temporal.PlainDate
}) {
  const { asked, entries, columns, today } = props
  const days = props.days.filter((day) => day.dayOfWeek < 6 || entries.some((it) => isOn(it, day)))
  return (
    <ScrollArea label="Appointments of the week">
      <table class="ev-diary ev-diary--week">
        <caption class="govuk-visually-hidden">Appointments of the week, a column for each day</caption>
        <thead>
          <tr>
            <th scope="col" class="ev-diary__corner">
              {asked.by === 'mediator' ? 'Mediator' : 'Room'}
            </th>
            {days.map((day) => (
              <th scope="col" class="ev-diary__column">
                <a class="govuk-link" href={diaryPath({ ...asked, day, view: 'day' })}>
                  {shortDate(day, today)}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr class="ev-diary__row--hour">
              <th scope="row" class="ev-diary__name">
                {column.name}
              </th>
              {days.map((day) => (
                <td class="ev-diary__taken">
                  {entries
                    .filter((it) => it.column === column.key && isOn(it, day))
                    .map((entry) => (
                      <Entry entry={entry} />
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
