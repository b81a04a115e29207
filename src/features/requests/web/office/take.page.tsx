import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { CheckboxesField, DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { channelWords } from '../../domain/kinds.ts'
import { BirthDate, Details, ForWhom, KindQuestion } from '../request-questions.tsx'
import { requestsPath } from './list.page.tsx'
import { takenChannels } from './take.form.ts'

/** What a colleague takes down of a request that came otherwise. It counts from the day on which it came. */
export const TakePage = ({ form, token }: { readonly form: FormState; readonly token: string }) => (
  <>
    <BackLink href={requestsPath}>Requests about data</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Take down a request</h1>
    <p class="govuk-body">
      It counts however it came and whatever it was called. Nobody need say “data protection”, fill in a form or give a
      reason.
    </p>
    <Form action={`${requestsPath}/new`} formFields={<HiddenField name="_form" value={token} />}>
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
      <KindQuestion form={form} byOffice />
      <ForWhom
        form={form}
        words={{
          legend: 'For whom do they ask?',
          self: 'For themselves',
          represented: 'For somebody else',
          representative: 'If they ask for somebody else: name of who asks',
          organisation: 'If they ask for somebody else: where they work (optional)',
          nameOfPerson: 'Further down comes the name of the person for whom they ask.',
          childName: 'If they ask for a child: name of the child',
          nameOfAdult: 'Further down comes the name of who asks for the child.',
        }}
      />
      <CheckboxesField
        form={form}
        name="authority[]"
        legend="If they ask for somebody else"
        items={[{ value: 'seen', content: 'I have seen the authority: a signed letter, or an order of a court' }]}
        small
      />
      <TextField form={form} name="given_name" label="First name of the person" spellcheck={false} />
      <TextField form={form} name="family_name" label="Last name (optional)" spellcheck={false} />
      <BirthDate form={form} />
      <TextField
        form={form}
        name="given_contact"
        label="How they say that they can be reached (optional)"
        hint="It helps to know them again. Nothing is sent there unless it was theirs before."
      />
      <Details form={form} label="What they asked, in their own words (optional)" />
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
