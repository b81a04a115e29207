import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { channelWords } from '../../domain/complaint.ts'
import { AboutQuestion, ForWhom, WhatHappened } from '../complaint-questions.tsx'
import { complaintsPath } from './list.page.tsx'
import { takenChannels } from './take.form.ts'

/** What a colleague takes down of a complaint that came otherwise. It counts from the day on which it came. */
export const TakePage = ({ form, token }: { readonly form: FormState; readonly token: string }) => (
  <>
    <BackLink href={complaintsPath}>Complaints</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Take down a complaint</h1>
    <p class="govuk-body">It counts however it came and whatever it was called. Nobody need fill in a form.</p>
    <Form action={`${complaintsPath}/new`} formFields={<HiddenField name="_form" value={token} />}>
      <RadiosField
        form={form}
        name="channel"
        legend="How did it come?"
        items={takenChannels.map((value) => ({ value, content: channelWords[value] }))}
        small
      />
      <DateField
        form={form}
        name="received_on"
        legend="When did it come?"
        hint="Leave it empty for today. The time to answer counts from this day."
      />
      <AboutQuestion form={form} byOffice />
      <WhatHappened form={form} byOffice />
      <ForWhom form={form} byOffice />
      <TextField form={form} name="given_name" label="First name of the person" spellcheck={false} />
      <TextField form={form} name="family_name" label="Last name (optional)" spellcheck={false} />
      <TextField
        form={form}
        name="given_contact"
        label="How they say that they can be reached (optional)"
        hint="It helps to know them again. Nothing is sent there unless it was theirs before."
      />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
