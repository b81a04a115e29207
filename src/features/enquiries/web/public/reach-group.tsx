import { Radios } from '../../../../ui/components/radios.tsx'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { type FormState, typed } from '../../../../ui/forms/form-state.ts'
import {
  EmailField,
  PostcodeField,
  TelephoneField,
  TextAreaField,
  TextField,
} from '../../../../ui/forms/text-fields.tsx'
import { weekDays } from '../../../people/index.ts'

export interface ReachGroupProps {
  readonly form: FormState
  /** The policy's own words for agreeing to e-mail; null when it asks for no such consent. */
  readonly emailWording: string | null
  /** Whom it asks about: the reader, or somebody whom the reader refers. */
  readonly of?: 'reader' | 'client' | 'caller'
}

const wordsOf = {
  reader: {
    legend: 'How is it safe for us to contact you?',
    hint: 'Tick each way that is safe. Think of who else may pick up the phone, read your e-mail or open your post. We do not use the ways that you leave out.',
    none: 'None of these. I will contact you',
    days: 'Are only some days or hours safe? (optional)',
    times: 'Are there times that are good, or times that are not safe? (optional)',
  },
  caller: {
    legend: 'How may we contact you?',
    hint: 'Tick what is safe. Think of who else may pick up the phone, read your e-mail or open your post.',
    none: null,
    days: null,
    times: null,
  },
  client: {
    legend: 'How is it safe for us to contact them?',
    hint: 'Tick each way that they told you is safe. Think of who else may pick up the phone, read their e-mail or open their post. We do not use the ways that you leave out.',
    none: 'None of these. They will contact you',
    days: 'Are only some days or hours safe for them? (optional)',
    times: 'Are there times that are good for them, or times that are not safe? (optional)',
  },
} as const

/** First of all: how somebody can be reached without harm. Each way has its details with it, and shows them when it is ticked. */
export function ReachGroup({ form, emailWording, of = 'reader' }: ReachGroupProps) {
  const { legend, hint, none, days, times } = wordsOf[of]
  return (
    <>
      <CheckboxesField
        form={form}
        name="ways[]"
        legend={legend}
        legendSize="m"
        hint={hint}
        items={[
          {
            value: 'email',
            content: 'E-mail',
            hint: emailWording ?? undefined,
            conditional: <EmailField form={form} name="email" label="E-mail address" />,
          },
          { value: 'telephone', content: 'Telephone', conditional: <TelephoneDetails form={form} /> },
          { value: 'letter', content: 'Letter', conditional: <AddressDetails form={form} /> },
          ...(none ? [{ divider: 'or' }, { value: 'none', content: none, behaviour: 'exclusive' as const }] : []),
        ]}
      />
      {times && <SafeTimes form={form} legend={days} />}
      {times && (
        <TextAreaField
          form={form}
          name="contact_times"
          label={times}
          hint="For example: after 10am when the children are at school, not at weekends."
          rows={2}
        />
      )}
    </>
  )
}

/** What is left empty is any day and any hour. */
const SafeTimes = ({ form, legend }: { readonly form: FormState; readonly legend: string | null }) => (
  <>
    <CheckboxesField
      form={form}
      name="safe_days[]"
      legend={legend}
      hint="Tick the days that are safe. We do not ring or send e-mail on the others."
      items={weekDays.map((value) => ({ value, content: value }))}
      small
      inRow
    />
    <div class="ev-fields-in-a-row">
      <TextField form={form} name="safe_from" label="Safe from" hint="Like 6pm" width={5} />
      <TextField form={form} name="safe_until" label="Safe until" hint="Like 8.30pm" width={5} />
    </div>
  </>
)

const TelephoneDetails = ({ form }: { readonly form: FormState }) => (
  <>
    <TelephoneField form={form} name="telephone" label="Telephone number" />
    <Radios
      name="voicemail"
      fieldset={{ legend: { content: 'If you do not answer, may we leave a message?' } }}
      value={typed(form, 'voicemail')}
      errorMessage={form.errors.voicemail}
      classes="govuk-radios--inline govuk-radios--small"
      items={[
        { value: 'yes', content: 'Yes' },
        { value: 'no', content: 'No' },
      ]}
    />
  </>
)

const AddressDetails = ({ form }: { readonly form: FormState }) => (
  <>
    <TextAreaField form={form} name="address" label="Address" rows={3} />
    <PostcodeField form={form} name="postcode" />
  </>
)
