import { assetUrl } from '../../../../ui/assets/assets.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { longDate, plainDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import { type Availability, isClosed } from '../../../availability/index.ts'
import {
  type DiaryAsked,
  type DiaryBy,
  diaryPath,
  diaryWays,
  mondayOf,
  receptionPath,
  step,
} from '../../domain/diary-days.ts'
import type { DiaryColumn, DiaryEntry } from './diary-columns.ts'
import { DayList, WeekLists } from './diary-lists.tsx'
import { DayTable, WeekTable } from './diary-tables.tsx'

export interface DiaryPageProps {
  readonly asked: DiaryAsked
  readonly days: readonly Temporal.PlainDate[]
  readonly entries: readonly DiaryEntry[]
  readonly columns: readonly DiaryColumn[]
  readonly known: Availability
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}

/** The diary: a table where there is room for one, lists in the order of time on a phone. */
export function DiaryPage(props: DiaryPageProps) {
  const { asked, days, entries, columns, known, today } = props
  const heading = asked.view === 'day' ? longDate(asked.day) : `Week of ${plainDate(mondayOf(asked.day))}`
  const closed = days.filter((day) => isClosed(day, known.openedDays))
  return (
    <>
      <span class="govuk-caption-l">Diary</span>
      <h1 class="govuk-heading-l">{heading}</h1>
      <DiaryWays asked={asked} today={today} />
      {closed.map((day) => (
        <InsetText>{longDate(day)} is a bank holiday: we are closed.</InsetText>
      ))}
      {asked.by === 'outreach' && columns.length === 0 && (
        <InsetText>No place has a legal aid code of its own on this day.</InsetText>
      )}
      {entries.length === 0 && <InsetText>Nothing is booked.</InsetText>}
      <div class="ev-diary-wide">
        {columns.length > 0 && (asked.view === 'day' ? <DayTable {...props} /> : <WeekTable {...props} />)}
        <script type="module" src={assetUrl('diary.js')} />
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

const byWords: Readonly<Record<DiaryBy, string>> = {
  mediator: 'By mediator',
  room: 'By room',
  venue: 'By place',
  outreach: 'By outreach place',
}

/** The ways through the diary: links, and a date to go to. */
function DiaryWays({ asked, today }: Pick<DiaryPageProps, 'asked' | 'today'>) {
  const unit = asked.view === 'day' ? 'day' : 'week'
  const ways: readonly { readonly to: DiaryAsked; readonly words: string }[] = [
    { to: step(asked, -1), words: `Previous ${unit}` },
    { to: { ...asked, day: today }, words: 'Today' },
    { to: step(asked, 1), words: `Next ${unit}` },
    { to: { ...asked, view: asked.view === 'day' ? 'week' : 'day' }, words: asked.view === 'day' ? 'Week' : 'Day' },
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
        <ul class="govuk-list ev-inline-list">
          {diaryWays.map((by) => (
            <li>
              {by === asked.by ? (
                <strong aria-current="true">{byWords[by]}</strong>
              ) : (
                <a class="govuk-link" href={diaryPath({ ...asked, by })}>
                  {byWords[by]}
                </a>
              )}
            </li>
          ))}
          <li>
            <a class="govuk-link" href={receptionPath(asked.day)}>
              List for reception
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/office/diary/hours">
              Working hours
            </a>
          </li>
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
