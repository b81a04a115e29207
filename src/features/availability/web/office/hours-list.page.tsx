import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate, shortDate, timeOfDay } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { MeetingHours } from '../../../settings/index.ts'
import { type Absence, hoursOn, type WorkingHours } from '../../domain/availability.ts'
import { hoursWords, meetingHoursWords } from '../../domain/words.ts'

export interface Holiday {
  readonly day: Temporal.PlainDate
  readonly projected: boolean
  readonly open: boolean
}

export interface HoursListProps {
  readonly mediators: readonly { readonly id: Id; readonly name: string }[]
  readonly hours: readonly WorkingHours[]
  readonly absences: readonly Absence[]
  readonly holidays: readonly Holiday[]
  readonly mayOpen: boolean
  readonly meetingHours: MeetingHours
  readonly token: () => string
  readonly today: Temporal.PlainDate
}

const days = [0, 1, 2, 3, 4, 5, 6]
const monday = (today: Temporal.PlainDate) => today.subtract({ days: today.dayOfWeek - 1 })

/** When each mediator works this week, who is away soon, and the bank holidays ahead. */
export const HoursListPage = (props: HoursListProps) => (
  <>
    <BackLink href="/office/diary">Diary</BackLink>
    <h1 class="govuk-heading-l">Working hours</h1>
    <p class="govuk-body govuk-!-width-two-thirds">
      An appointment outside of these hours, during a break, or on a bank holiday is booked when somebody says why.
      Where no hours are recorded, those in which we hold meetings count: {meetingHoursWords(props.meetingHours)}.
    </p>
    <ScrollArea label="Working hours of this week">
      <Table
        caption="This week"
        captionClasses="govuk-table__caption--m"
        head={['Mediator', ...days.map((it) => shortDate(monday(props.today).add({ days: it })))]}
        firstCellIsHeader
        rows={props.mediators.map((it) => [
          {
            content: (
              <a class="govuk-link" href={`/office/diary/hours/${it.id}`}>
                {it.name}
              </a>
            ),
          },
          ...days.map((offset) => ({ content: <DayHours {...props} mediatorId={it.id} offset={offset} /> })),
        ])}
      />
    </ScrollArea>
    <Absences {...props} />
    <Holidays {...props} />
  </>
)

function DayHours({ hours, mediatorId, offset, today }: HoursListProps & { mediatorId: Id; offset: number }) {
  const found = hoursOn(hours, mediatorId, monday(today).add({ days: offset }))
  if (found === null) return <>{offset === 0 ? 'No hours recorded' : '–'}</>
  if (found.length === 0) return <>–</>
  return (
    <>
      {found.map((it) => (
        <span class="ev-hours">{hoursWords(it)}</span>
      ))}
    </>
  )
}

/** `Mon 23 Nov to Wed 25 Nov`, with the times where it is not whole days. */
export function absenceWords({ startsAt, endsAt }: Absence, today: Temporal.PlainDate): string {
  const [from, until] = [startsAt, endsAt].map((it) => it.toZonedDateTimeISO('Europe/London'))
  if (!from || !until) return ''
  const midnight = new Temporal.PlainTime()
  const whole = from.toPlainTime().equals(midnight) && until.toPlainTime().equals(midnight)
  const last = whole ? until.toPlainDate().subtract({ days: 1 }) : until.toPlainDate()
  const [first, end] = [shortDate(from.toPlainDate(), today), shortDate(last, today)]
  if (whole) return first === end ? first : `${first} to ${end}`
  return first === end
    ? `${first}, ${timeOfDay(startsAt)} to ${timeOfDay(endsAt)}`
    : `${first}, ${timeOfDay(startsAt)} to ${end}, ${timeOfDay(endsAt)}`
}

const Absences = ({ absences, mediators, today }: HoursListProps) => (
  <section aria-labelledby="away">
    <h2 class="govuk-heading-m" id="away">
      Away
    </h2>
    {absences.length === 0 ? (
      <InsetText>Nobody is away in the next three months.</InsetText>
    ) : (
      <ul class="govuk-list">
        {absences.map((it) => (
          <li>
            {mediators.find((person) => person.id === it.staffId)?.name}: {absenceWords(it, today)}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Holidays = ({ holidays, mayOpen, token }: HoursListProps) => (
  <section aria-labelledby="holidays">
    <h2 class="govuk-heading-m" id="holidays">
      Bank holidays
    </h2>
    <Table
      head={['Day', 'We are', ...(mayOpen ? [{ content: <span class="govuk-visually-hidden">Change</span> }] : [])]}
      rows={holidays.map((it) => [
        `${plainDate(it.day)}${it.projected ? ' (worked out by rule: not published yet)' : ''}`,
        it.open ? 'Open' : 'Closed',
        ...(mayOpen ? [{ content: <OpenOrClose holiday={it} token={token()} /> }] : []),
      ])}
    />
  </section>
)

const OpenOrClose = ({ holiday, token }: { readonly holiday: Holiday; readonly token: string }) => (
  <Form action="/office/diary/holidays" formFields={<HiddenField name="_form" value={token} />}>
    <HiddenField name="open" value={holiday.open ? 'no' : 'yes'} />
    <Button name="day" value={holiday.day.toString()} classes="govuk-button--secondary govuk-!-margin-bottom-0">
      {holiday.open ? 'Close' : 'Open'}
      <span class="govuk-visually-hidden"> on {plainDate(holiday.day)}</span>
    </Button>
  </Form>
)
