import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { emailConsent } from '../../../consents/index.ts'
import type { FormPageProps } from './contact.page.tsx'
import { longestMessage } from './contact-form.ts'
import { Danger, FormColumn, RingUs, Trap, WhatWeDoWithThis, YourName } from './form-parts.tsx'
import { ReachGroup } from './reach-group.tsx'

/**
 * One page in clear groups and not several: nothing is kept between steps, the Back button loses nothing, and it is the same
 * without script. Safety comes before anything else.
 */
export const SelfReferralPage = ({ form, policy, published, token }: FormPageProps) => (
  <FormColumn form={form} heading="Ask for a first meeting">
    <p class="govuk-body">
      This takes about five minutes. We keep nothing until you press Send.
      <RingUs telephone={published.telephone} />
    </p>
    <Danger />
    <Form action="/self-referral" formFields={<HiddenField name="_form" value={token} />}>
      <Trap />
      <Group heading="1. Staying safe">
        <ReachGroup form={form} emailWording={emailConsent(policy)?.wording ?? null} />
        <TextAreaField
          form={form}
          name="safety_note"
          label="Is there anything we should know to keep you or your children safe? (optional)"
          hint="For example, if you are afraid of somebody, or if a court has made an order. We do not tell the other person what you write here."
          rows={3}
          maxlength={longestMessage}
          threshold={75}
        />
      </Group>
      <AboutYou form={form} />
      <WhatItIsAbout form={form} />
      <Send form={form} policy={policy} published={published} />
    </Form>
  </FormColumn>
)

const Group = ({ heading, children }: { readonly heading: string; readonly children: Content }) => (
  <section class="govuk-!-margin-top-8">
    <h2 class="govuk-heading-l">{heading}</h2>
    {children}
  </section>
)

const AboutYou = ({ form }: { readonly form: FormState }) => (
  <Group heading="2. About you">
    <YourName form={form} />
    <DateField
      form={form}
      name="birth_date"
      legend="Your date of birth (optional)"
      hint="So that we do not mix you up with somebody of the same name. You may leave out parts of it. For example, 27 3 1981."
      autocomplete="bday"
    />
  </Group>
)

const WhatItIsAbout = ({ form }: { readonly form: FormState }) => (
  <Group heading="3. What it is about">
    <p class="govuk-body">We do not contact the other person because of this form. We talk with you first.</p>
    <TextField
      form={form}
      name="other_given_name"
      label="The other person’s first name (optional)"
      spellcheck={false}
    />
    <TextField
      form={form}
      name="other_family_name"
      label="The other person’s last name (optional)"
      spellcheck={false}
    />
    <RadiosField
      form={form}
      name="topic"
      legend="What would you like to sort out?"
      items={[
        { value: 'children', content: 'Things to do with our children' },
        { value: 'money', content: 'Money, a home or other property' },
        { value: 'both', content: 'Children and money' },
      ]}
    />
    <TextAreaField
      form={form}
      name="message"
      label="Would you like to tell us more? (optional)"
      hint="You need not. You can tell us when we talk."
      rows={4}
      maxlength={longestMessage}
      threshold={75}
    />
  </Group>
)

const Send = ({ form, policy, published }: Omit<FormPageProps, 'token' | 'today'>) => (
  <Group heading="4. What would help you">
    <TextAreaField
      form={form}
      name="needs"
      label="Do you need anything, so that you can take part? (optional)"
      hint="For example an interpreter, large print, a room without steps, or somebody to come with you."
      rows={2}
    />
    <WhatWeDoWithThis policy={policy} published={published} />
    <Button preventDoubleClick>Send</Button>
  </Group>
)
