import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { FileField, HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { acceptedEndings } from '../../../files/index.ts'

/** Records a letter, scanned or typed in; whose it is comes next. */
export const LetterPage = ({ form, token }: { readonly form: FormState; readonly token: string }) => (
  <>
    <BackLink href="/office/mailbox">Mailbox</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Record a letter</h1>
    <p class="govuk-body">
      Scan it or type what it says. Then you choose the case and whose it is, or make an enquiry.
    </p>
    <Form action="/office/mailbox/letters/new" files formFields={<HiddenField name="_form" value={token} />}>
      <TextField form={form} name="sender" label="Who wrote it" />
      <TextField form={form} name="subject" label="What it is about, in a few words" />
      <DateField form={form} name="received_on" legend="The day it came" legendSize="s" hint="Like 24 11 2026" />
      <FileField
        form={form}
        name="file"
        label="The scan"
        hint="A PDF or a picture of it, up to 20 MB. Leave it out if you type the letter in."
        accept={acceptedEndings}
      />
      <TextAreaField form={form} name="body" label="What it says" hint="If it was not scanned" rows={10} />
      <Button preventDoubleClick>Save and go on</Button>
    </Form>
  </>
)
