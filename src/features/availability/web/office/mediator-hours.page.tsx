import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { MeetingHours, Venue } from '../../../settings/index.ts'
import type { Absence, WorkingHours } from '../../domain/availability.ts'
import { hoursWords, meetingHoursWords, weekdayNames } from '../../domain/words.ts'
import { absenceWords } from './hours-list.page.tsx'

export interface MediatorHours {
  readonly mediator: { readonly id: Id; readonly name: string }
  readonly hours: readonly WorkingHours[]
  readonly absences: readonly Absence[]
  readonly venues: readonly Venue[]
  readonly maySay: boolean
  readonly meetingHours: MeetingHours
}

const pathOf = (staffId: Id, part = '') => `/office/diary/hours/${staffId}${part}`
const dayWords = (day: string | null) => (day === null ? '–' : plainDate(Temporal.PlainDate.from(day)))
const unseen = (words: string) => ({ content: <span class="govuk-visually-hidden">{words}</span> })

/** One mediator's week and absences, with what can be changed. */
export function MediatorHoursPage(props: MediatorHours & { today: Temporal.PlainDate; token: () => string }) {
  const { mediator, hours, absences, maySay, today, token } = props
  return (
    <>
      <BackLink href="/office/diary/hours">Working hours</BackLink>
      <h1 class="govuk-heading-l">When {mediator.name} works</h1>
      {hours.length === 0 ? (
        <InsetText>
          No hours are recorded. Until they are, the hours in which we hold meetings count:{' '}
          {meetingHoursWords(props.meetingHours)}.
        </InsetText>
      ) : (
        <HoursTable {...props} />
      )}
      {maySay && <Button href={pathOf(mediator.id, '/add')}>Add hours</Button>}
      <h2 class="govuk-heading-m">Away</h2>
      {absences.length === 0 && <p class="govuk-body">Nothing is recorded.</p>}
      {absences.map((it) => (
        <div class="ev-act-row">
          <span class="govuk-body">{absenceWords(it, today)}</span>
          {maySay && (
            <Form action={pathOf(mediator.id, '/back')} formFields={<HiddenField name="_form" value={token()} />}>
              <Button name="absence" value={it.id} classes="govuk-button--secondary govuk-!-margin-bottom-0">
                Take back<span class="govuk-visually-hidden"> {absenceWords(it, today)}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
      {maySay && (
        <Button href={pathOf(mediator.id, '/away')} classes="govuk-button--secondary">
          Record an absence
        </Button>
      )}
    </>
  )
}

const HoursTable = ({ mediator, hours, venues, maySay }: MediatorHours) => (
  <ScrollArea label="Hours">
    <Table
      head={['Day', 'Hours', 'Where', 'From', 'Until', ...(maySay ? [unseen('What you can do')] : [])]}
      rows={hours
        .toSorted((one, other) => one.weekday - other.weekday || one.fromMinute - other.fromMinute)
        .map((it) => [
          weekdayNames[it.weekday - 1] ?? '',
          hoursWords(it),
          venues.find((venue) => venue.id === it.venueId)?.name ?? (it.venueId ? 'A former place' : 'Anywhere'),
          dayWords(it.firstDay),
          dayWords(it.lastDay),
          ...(maySay
            ? [
                {
                  content: (
                    <a class="govuk-link" href={pathOf(mediator.id, `/end/${it.id}`)}>
                      End
                      <span class="govuk-visually-hidden">
                        {' '}
                        {weekdayNames[it.weekday - 1]}, {hoursWords(it)}
                      </span>
                    </a>
                  ),
                },
              ]
            : []),
        ])}
    />
  </ScrollArea>
)

export interface HoursFormProps {
  readonly form: FormState
  readonly token: string
  readonly mediator: { readonly id: Id; readonly name: string }
  readonly path: string
}

const Frame = (props: HoursFormProps & { title: string; button: string; children: Content }) => (
  <>
    <BackLink href={pathOf(props.mediator.id)}>{props.mediator.name}</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">{props.title}</h1>
    <Form action={props.path} formFields={<HiddenField name="_form" value={props.token} />}>
      {props.children}
      <Button preventDoubleClick>{props.button}</Button>
    </Form>
  </>
)

const TimeFields = ({ form, from, until, what }: { form: FormState; from: string; until: string; what: string }) => (
  <>
    <TextField form={form} name={from} label={`${what} from`} hint="For example, 9am" width={5} autocomplete="off" />
    <TextField form={form} name={until} label={`${what} until`} hint="For example, 5pm" width={5} autocomplete="off" />
  </>
)

export const AddHoursPage = (props: HoursFormProps & { readonly venues: readonly Venue[] }) => (
  <Frame {...props} title={`Add hours of ${props.mediator.name}`} button="Add these hours">
    <CheckboxesField
      form={props.form}
      name="days[]"
      legend="Which days of the week?"
      legendSize="s"
      small
      items={weekdayNames.map((name, index) => ({ value: String(index + 1), content: name }))}
    />
    <TimeFields form={props.form} from="from" until="until" what="Works" />
    <TimeFields form={props.form} from="break_from" until="break_until" what="Break (optional)" />
    <SelectField
      form={props.form}
      name="place"
      label="Where?"
      items={[{ value: '', text: 'Anywhere' }, ...props.venues.map((it) => ({ value: it.id, text: it.name }))]}
    />
    <DateField form={props.form} name="first" legend="First day" legendSize="s" hint="For example, 24 11 2026" />
  </Frame>
)

export const EndHoursPage = (props: HoursFormProps & { readonly hours: WorkingHours }) => (
  <Frame {...props} title="End these hours" button="End these hours">
    <p class="govuk-body">
      {weekdayNames[props.hours.weekday - 1]}, {hoursWords(props.hours)}. What is booked stays booked.
    </p>
    <DateField form={props.form} name="last" legend="Last day" legendSize="s" hint="For example, 24 11 2026" />
  </Frame>
)

export const AwayPage = (props: HoursFormProps) => (
  <Frame {...props} title={`When is ${props.mediator.name} away?`} button="Record this absence">
    <p class="govuk-body govuk-!-width-two-thirds">
      Why somebody is away is not asked. What is booked then stays booked until somebody moves it.
    </p>
    <DateField form={props.form} name="first" legend="First day" legendSize="s" hint="For example, 24 11 2026" />
    <DateField form={props.form} name="last" legend="Last day" legendSize="s" hint="For example, 27 11 2026" />
    <TextField form={props.form} name="from" label="From what time on the first day (optional)" width={5} />
    <TextField form={props.form} name="until" label="Until what time on the last day (optional)" width={5} />
  </Frame>
)
