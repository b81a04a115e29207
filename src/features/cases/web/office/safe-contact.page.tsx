import { Button } from '../../../../ui/components/button.tsx'
import { Timeline } from '../../../../ui/components/timeline.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { channels, type SafeContactVersion, weekDays } from '../../../people/index.ts'
import { changesBetween, channelWords } from '../../domain/card-words.ts'
import { sourceWords } from '../../domain/words.ts'

export interface SafeContactPageProps {
  readonly form: FormState
  readonly token: string
  readonly action: string
  readonly name: string
  readonly history: readonly SafeContactVersion[]
  readonly staff: ReadonlyMap<Id, string>
}

const answers = [
  { value: 'safe', content: 'Safe' },
  { value: 'unsafe', content: 'Not safe' },
  { value: 'not_asked', content: 'Not asked' },
]

/** The card of one party as a form, and what stood on it before. */
export const SafeContactPage = ({ form, token, action, name, history, staff }: SafeContactPageProps) => (
  <>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">How to reach {name}</h1>
    <Form action={action} formFields={<HiddenField name="_form" value={token} />}>
      <HiddenField name="seen" value={form.values.seen?.toString() ?? '0'} />
      <p class="govuk-body">“Not safe” stops everything on that channel from the moment it is saved.</p>
      {channels.map((channel) => (
        <RadiosField form={form} name={channel} legend={channelWords[channel]} items={answers} inline small />
      ))}
      <TimesFields form={form} />
      <TextField form={form} name="who_may_answer" label="Who may answer" hint="And what to say to anybody else" />
      <TextField form={form} name="code_word" label="Code word" hint="By which we know them, and they us" />
      <TextField form={form} name="language" label="Language" />
      <TextField form={form} name="interpreter" label="Interpreter" />
      <TextAreaField form={form} name="adjustments" label="Adjustments" hint="What helps them take part" rows={3} />
      <RadiosField
        form={form}
        name="said_by"
        legend="Who said so?"
        items={[
          { value: 'self', content: 'They did' },
          { value: 'other_party', content: 'The other party' },
          { value: 'referrer', content: 'A referrer' },
          { value: 'staff', content: 'Nobody: it is our own judgement' },
        ]}
      />
      <DateField form={form} name="said_on" legend="When was it said?" hint="Leave it empty for today" />
      <TextAreaField
        form={form}
        name="reason"
        label="Why it changes"
        hint="Leave it empty if there is nothing to add"
        rows={2}
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
    {history.length > 0 && (
      <>
        <h2 class="govuk-heading-m">What was said before</h2>
        <Timeline
          headingLevel={3}
          items={history.map((version, index) => ({
            title: `Said ${sourceWords[version.saidBy]} on ${plainDate(Temporal.PlainDate.from(version.saidOn))}`,
            by: version.recordedBy ? (staff.get(version.recordedBy) ?? 'a former colleague') : name,
            when: dateAndTime(version.recordedAt),
            datetime: version.recordedAt.toString(),
            content: <Changes version={version} before={history[index + 1] ?? null} />,
          }))}
        />
      </>
    )}
  </>
)

/** When it is safe: days and hours by which we go, and their own words. */
const TimesFields = ({ form }: Pick<SafeContactPageProps, 'form'>) => (
  <>
    <CheckboxesField
      form={form}
      name="safe_days[]"
      legend="On which days is it safe?"
      hint="Leave all empty for every day. E-mails wait for these days and hours, and go by themselves"
      items={weekDays.map((value) => ({ value, content: value }))}
      small
      inRow
    />
    <TextField
      form={form}
      name="safe_from"
      label="Safe from"
      hint="Like 18:00. Leave both empty for any hour"
      width={5}
    />
    <TextField form={form} name="safe_until" label="Safe until" width={5} />
    <TextField form={form} name="times" label="When" hint="In their words: times that are safe, or that suit them" />
  </>
)

const Changes = ({ version, before }: { version: SafeContactVersion; before: SafeContactVersion | null }) => (
  <ul class="govuk-list">
    {changesBetween(before, version).map(({ what, was, is }) => (
      <li>
        {what}: {was} → {is}
      </li>
    ))}
    {version.reason && <li>Why: {version.reason}</li>}
  </ul>
)
