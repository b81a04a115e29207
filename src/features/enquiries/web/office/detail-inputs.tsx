import { DateField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PostcodeField, TelephoneField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { heardFrom } from '../../domain/enquiry.ts'
import { heardFromWords, safetyWords, topicWords } from '../../domain/words.ts'

interface InForm {
  readonly form: FormState
}

export const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, content]) => ({ value, content }))

export const Safety = (props: { readonly form: FormState; readonly name: string; readonly legend: string }) => (
  <RadiosField {...props} items={itemsOf(safetyWords)} inline small />
)

/** One line of fields: what is typed while they speak, and by which e-mails wait too. */
export const SafeTimesFields = ({ form }: InForm) => (
  <div class="ev-fields-in-a-row">
    <TextField form={form} name="safe_days" label="Safe days" hint="Like Mon-Fri" width={10} />
    <TextField form={form} name="safe_from" label="Safe from" hint="Like 6pm" width={5} />
    <TextField form={form} name="safe_until" label="Safe until" hint="Like 20:30" width={5} />
  </div>
)

export const HeardFromField = ({ form }: InForm) => (
  <SelectField
    form={form}
    name="heard_from"
    label="How did they hear of us?"
    items={[{ value: '', text: 'Not asked' }, ...heardFrom.map((it) => ({ value: it, text: heardFromWords[it] }))]}
  />
)

/** Every detail of an enquiry that is put right, so that what was and what is stand side by side. */
export const DetailInputs = ({ form }: InForm) => (
  <>
    <TextField form={form} name="given_name" label="First name" spellcheck={false} />
    <TextField form={form} name="family_name" label="Last name" spellcheck={false} />
    <DateField form={form} name="birth_date" legend="Date of birth" hint="Leave out what is not known" />
    <TelephoneField form={form} name="telephone" label="Telephone" />
    <Safety form={form} name="telephone_safety" legend="Is it safe to ring?" />
    <Safety form={form} name="voicemail_safety" legend="Is it safe to leave a message?" />
    <TextField form={form} name="contact_times" label="When is it good to ring?" />
    <SafeTimesFields form={form} />
    <TextField form={form} name="email" type="email" label="E-mail" spellcheck={false} />
    <Safety form={form} name="email_safety" legend="Is it safe to write by e-mail?" />
    <TextAreaField form={form} name="address" label="Address" rows={3} />
    <PostcodeField form={form} name="postcode" />
    <Safety form={form} name="letter_safety" legend="Is it safe to write by post?" />
    <TextField form={form} name="organisation" label="Where a solicitor or agency works, if one asked" />
    <SelectField
      form={form}
      name="topic"
      label="What is it about?"
      items={[{ value: '', text: 'Not said' }, ...Object.entries(topicWords).map(([value, text]) => ({ value, text }))]}
    />
    <TextAreaField form={form} name="needs" label="What they need to take part" rows={2} />
    <HeardFromField form={form} />
  </>
)
