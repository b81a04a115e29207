import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { readTime } from '../../../../values/typed-time.ts'
import { changeSettings } from '../../actions/change-settings.ts'
import { clock, keptMeetingHours, meetingHoursKey, readMeetingHours } from '../../domain/meeting-hours.ts'
import { Lines } from './history.tsx'
import { SettingsBefore, type Shown, settingsWithHistory } from './settings-before.tsx'
import type { SettingsPage } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

type Values = Readonly<Record<string, string>>
const openingKey = 'hours.opening'
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const notTime = 'Enter a time on the quarter of an hour, like 9am or 14:30'
const minuteOfDay = z
  .string()
  .max(20, notTime)
  .default('')
  .transform((typed, context): number => {
    const read = readTime(typed)
    if (read.done) return read.value.hour * 60 + read.value.minute
    context.addIssue({ code: 'custom', message: notTime })
    return 0
  })

/** The days that are ticked; an error stands under the name that they are sent by. */
const weekdayForm = z.object({ days: z.array(z.string()).catch([]).default([]) }).transform(({ days }, context) => {
  if (days.length === 0 || !days.every((it) => /^[1-7]$/.test(it)))
    context.addIssue({ code: 'custom', path: ['days[]'], message: 'Choose the days of the week' })
  return { weekdays: [...new Set(days)].toSorted().map(Number) }
})

const hoursForm = z
  .object({
    [openingKey]: requiredText('Enter your opening hours, like Monday to Friday, 9am to 5pm', 500),
    from: minuteOfDay,
    until: minuteOfDay,
  })
  .and(weekdayForm)
  .transform(({ weekdays, from, until, ...sent }, context): Values => {
    if (until <= from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'The end must be after the beginning' })
    const chosen = keptMeetingHours({ weekdays, fromMinute: from, untilMinute: until })
    return { [openingKey]: sent[openingKey], [meetingHoursKey]: chosen }
  })

/** When the service can be reached, and when it holds meetings. */
export const hoursPage = (tools: SettingsTools): SettingsPage<Values, Shown, never> => ({
  path: '/office/settings/hours',
  title: () => 'Opening hours',
  button: 'Save',
  back: { href: '/office/settings', text: 'Settings' },
  load: async (request) => {
    const { now, ...shown } = await settingsWithHistory(request, tools, [openingKey, meetingHoursKey])
    const { weekdays, fromMinute, untilMinute } = readMeetingHours(now.get(meetingHoursKey))
    const times = { from: clock(fromMinute), until: clock(untilMinute) }
    return { shown, values: { [openingKey]: now.get(openingKey) ?? '', 'days[]': weekdays.map(String), ...times } }
  },
  schema: () => hoursForm,
  act: (request, values) =>
    changeSettings(request.desk, request.staff.id, { key: request.form.key, deed: 'settings.hours-changed', values }),
  refusals: {},
  done: () => '/office/settings?saved=hours',
  fields: (form) => <HoursFields form={form} />,
  below: (shown) => <SettingsBefore {...shown} what={({ key, value }) => <Before of={key} value={value} />} />,
})

const HoursFields = ({ form }: { readonly form: FormState }) => (
  <>
    <TextAreaField
      form={form}
      name={openingKey}
      label="When can people reach you?"
      hint="Shown at the foot of every page of the website and in letters"
      rows={3}
    />
    <CheckboxesField
      form={form}
      name="days[]"
      legend="On which days do you hold meetings?"
      legendSize="s"
      hint="They count for a mediator of whom no working hours are recorded. Outside of them somebody says why"
      small
      inRow
      items={weekdays.map((content, index) => ({ value: String(index + 1), content }))}
    />
    <div class="ev-fields-in-a-row">
      <TextField form={form} name="from" label="Meetings from" hint="Like 9am" width={5} autocomplete="off" />
      <TextField form={form} name="until" label="Meetings until" hint="Like 5pm" width={5} autocomplete="off" />
    </div>
  </>
)

function Before({ of, value }: { readonly of: string; readonly value: string }) {
  if (of === openingKey) return <>Opening hours: {value === '' ? 'empty' : <Lines text={value} />}</>
  const { weekdays: days, fromMinute, untilMinute } = readMeetingHours(value)
  const names = days.map((it) => weekdays[it - 1]).join(', ')
  return (
    <>
      Meetings: {names}, {clock(fromMinute)} to {clock(untilMinute)}
    </>
  )
}
