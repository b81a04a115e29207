import { Button } from '../../../../ui/components/button.tsx'
import { CheckboxesField, DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TelephoneField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { askedByWords, safetyWords, topicWords } from '../../domain/words.ts'

const safetyItems = Object.entries(safetyWords).map(([value, content]) => ({ value, content }))
const askedByItems = Object.entries(askedByWords).map(([value, content]) => ({ value, content }))
const topicItems = Object.entries(topicWords).map(([value, content]) => ({ value, content }))

/** One screen for a call: names first, then how to reach the caller and whether that is safe. */
export function CallFormPage({ form, token }: { readonly form: FormState; readonly token: string }) {
  const safety = (name: string, legend: string) => (
    <RadiosField form={form} name={name} legend={legend} items={safetyItems} inline small />
  )
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">Record a telephone call</h1>
        <Form action="/office/enquiries/new" formFields={<input type="hidden" name="_form" value={token} />}>
          <TextField form={form} name="given_name" label="First name" attributes={{ autofocus: true }} />
          <TextField form={form} name="family_name" label="Last name" />
          <RadiosField form={form} name="topic" legend="What is it about?" items={topicItems} inline small />
          <TelephoneField form={form} name="telephone" label="Telephone" />
          {safety('telephone_safety', 'Is it safe to ring?')}
          {safety('voicemail_safety', 'Is it safe to leave a message?')}
          <TextField form={form} name="email" type="email" label="E-mail" spellcheck={false} />
          {safety('email_safety', 'Is it safe to write by e-mail?')}
          <TextField form={form} name="contact_times" label="Good times to reach them" />
          <DateField form={form} name="birth_date" legend="Date of birth" hint="Leave out what is not known" />
          <RadiosField form={form} name="asked_by" legend="Who is ringing?" items={askedByItems} inline small />
          <TextField form={form} name="organisation" label="Where a solicitor or agency works" />
          <CheckboxesField
            form={form}
            name="permission[]"
            legend="Does their client know?"
            items={[{ value: 'yes', content: 'Their client has agreed that they ring us' }]}
            small
          />
          <TextField form={form} name="other_given_name" label="The other person’s first name" />
          <TextField form={form} name="other_family_name" label="The other person’s last name" />
          <TextAreaField form={form} name="message" label="What they told us" rows={5} />
          <Button preventDoubleClick>Save the call</Button>
        </Form>
      </div>
    </div>
  )
}
