import { shortDate } from '../../../../ui/dates.ts'
import { appointmentPath, whatWords, whereWords, zoneOf } from './appointment-words.tsx'
import type { DiaryEntry } from './diary-columns.ts'

/** Appointments in the order of time, for a narrow screen. */
export const DayList = ({ entries }: { readonly entries: readonly DiaryEntry[] }) => (
  <ul class="govuk-list ev-diary-list">
    {entries.map((entry) => (
      <li class={`ev-diary-list__item ev-zone--${zoneOf[entry.zone]}`}>
        <a class="govuk-link" href={appointmentPath(entry.id)}>
          {entry.times}
        </a>
        <br />
        {whatWords(entry)}
        <br />
        {whereWords(entry)}; {entry.mediatorName}
      </li>
    ))}
  </ul>
)

/** The same, day by day. */
export const WeekLists = (props: {
  readonly days: readonly Temporal.PlainDate[]
  readonly entries: readonly DiaryEntry[]
  readonly today: Temporal.PlainDate
}) => {
  const byDay = Map.groupBy(props.entries, (it) => it.day)
  return (
    <>
      {props.days.map((day) => {
        const entries = byDay.get(day.toString())
        return (
          entries && (
            <section aria-labelledby={`day-${day}`}>
              <h2 class="govuk-heading-s" id={`day-${day}`}>
                {shortDate(day, props.today)}
              </h2>
              <DayList entries={entries} />
            </section>
          )
        )
      })}
    </>
  )
}
