import { Button } from '../../../../ui/components/button.tsx'
import { Radios } from '../../../../ui/components/radios.tsx'
import { longDate } from '../../../../ui/dates.ts'
import { SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { typed } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { emailConsent } from '../../../consents/index.ts'
import { daysOffered } from './call-request-form.ts'
import type { FormPageProps } from './contact.page.tsx'
import { Danger, FormColumn, Trap, WhatWeDoWithThis } from './form-parts.tsx'
import { ReachGroup } from './reach-group.tsx'

/** As short as it can be: the rest is said when they talk. */
export const CallRequestPage = ({ form, policy, published, token, today }: FormPageProps) => (
  <FormColumn form={form} heading="Ask us to call or write">
    <p class="govuk-body">Tell us how to reach you safely and when. You can tell us the rest when we talk.</p>
    <Danger />
    <Form action="/contact-me" formFields={<HiddenField name="_form" value={token} />}>
      <Trap />
      <TextField form={form} name="given_name" label="Your name" autocomplete="name" spellcheck={false} />
      <ReachGroup form={form} emailWording={emailConsent(policy)?.wording ?? null} of="caller" />
      <SelectField
        form={form}
        name="wanted_on"
        label="Which day?"
        items={[
          { value: '', text: 'As soon as you can' },
          ...daysOffered(today).map((day) => ({ value: day.toString(), text: longDate(day) })),
        ]}
      />
      <Radios
        name="wanted_at"
        fieldset={{ legend: { content: 'At what time?' } }}
        value={typed(form, 'wanted_at') ?? 'any'}
        errorMessage={form.errors.wanted_at}
        classes="govuk-radios--inline govuk-radios--small"
        items={[
          { value: 'any', content: 'Any time' },
          { value: 'morning', content: 'In the morning' },
          { value: 'afternoon', content: 'In the afternoon' },
        ]}
      />
      <WhatWeDoWithThis policy={policy} published={published} />
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)
