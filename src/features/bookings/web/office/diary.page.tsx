import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { longDate, plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Appointment } from '../../data/appointment-reads.ts'
import { type DiaryAsked, diaryPath, mondayOf, step } from '../../domain/diary-days.ts'
import { columnOf, type DiaryColumn } from './diary-columns.ts'
import { DayList, WeekLists } from './diary-lists.tsx'
import { DayTable, WeekTable } from './diary-tables.tsx'

export interface DiaryPageProps {
  readonly asked: DiaryAsked
  readonly days: readonly Temporal.PlainDate[]
  readonly appointments: readonly Appointment[]
  readonly columns: readonly DiaryColumn[]
  readonly today: Temporal.PlainDate
}

/** The diary: a table where there is room for one, lists in the order of time on a phone. */
export function DiaryPage({ asked, days, appointments, columns, today }: DiaryPageProps) {
  const entries = appointments.map((it) => ({ ...it, column: columnOf(asked.by, it) }))
  const heading = asked.view === 'day' ? longDate(asked.day) : `Week of ${plainDate(mondayOf(asked.day))}`
  return (
    <>
      <span class="govuk-caption-l">Diary</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <DiaryWays asked={asked} today={today} />
      {appointments.length === 0 && <InsetText>Nothing is booked.</InsetText>}
      <div class="ev-diary-wide">
        {asked.view === 'day' ? (
          <DayTable day={asked.day} entries={entries} columns={columns} />
        ) : (
          <WeekTable asked={asked} days={days} entries={entries} columns={columns} today={today} />
        )}
      </div>
      <div class="ev-diary-narrow">
        {asked.view === 'day' ? (
          <DayList entries={entries} />
        ) : (
          <WeekLists days={days} entries={entries} today={today} />
        )}
      </div>
    </>
  )
}

/** The ways through the diary: links, and a date to go to. */
function DiaryWays({ asked, today }: Pick<DiaryPageProps, 'asked' | 'today'>) {
  const unit = asked.view === 'day' ? 'day' : 'week'
  const ways: readonly { readonly to: DiaryAsked; readonly words: string }[] = [
    { to: step(asked, -1), words: `Previous ${unit}` },
    { to: { ...asked, day: today }, words: 'Today' },
    { to: step(asked, 1), words: `Next ${unit}` },
    { to: { ...asked, view: asked.view === 'day' ? 'week' : 'day' }, words: asked.view === 'day' ? 'Week' : 'Day' },
    {
      to: { ...asked, by: asked.by === 'mediator' ? 'room' : 'mediator' },
      words: asked.by === 'mediator' ? 'By room' : 'By mediator',
    },
  ]
  return (
    <div class="ev-diary-ways ev-no-print">
      <nav aria-label="Diary">
        <ul class="govuk-list ev-inline-list">
          {ways.map(({ to, words }) => (
            <li>
              <a class="govuk-link" href={diaryPath(to)}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Form action="/office/diary" method="get">
        <HiddenField name="view" value={asked.view} />
        <HiddenField name="by" value={asked.by} />
        <label class="govuk-label" for="day">
          Go to
        </label>
        <input class="govuk-input govuk-input--width-10" id="day" name="day" type="date" value={asked.day.toString()} />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Show
        </button>
      </Form>
    </div>
  )
}
