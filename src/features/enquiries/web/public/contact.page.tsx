import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Radios } from '../../../../ui/components/radios.tsx'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { type FormState, typed } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { emailConsent } from '../../../consents/index.ts'
import { type PublishedSettings, paragraphsOf } from '../../../settings/index.ts'
import { longestMessage } from './contact-form.ts'
import { Danger, FormColumn, Trap, WhatWeDoWithThis, YourName } from './form-parts.tsx'
import { HowToReachUs } from './how-to-reach-us.tsx'
import { ReachGroup } from './reach-group.tsx'

export interface FormPageProps {
  readonly form: FormState
  readonly policy: CompiledPolicy
  readonly published: PublishedSettings
  readonly token: string
  readonly today: Temporal.PlainDate
}

export const ContactPage = ({ form, policy, published, token }: FormPageProps) => (
  <FormColumn form={form} heading="Contact us">
    {paragraphsOf(published.textFor['contact.about']).map((text) => (
      <p class="govuk-body">{text}</p>
    ))}
    <HowToReachUs published={published} />
    <Danger />
    <p class="govuk-body">
      If you would like a first meeting, you can{' '}
      <a class="govuk-link" href="/self-referral">
        ask for one here
      </a>
      . If you would rather talk, you can{' '}
      <a class="govuk-link" href="/contact-me">
        ask us to call or write
      </a>
      . For anything else, use the form below.
    </p>
    <p class="govuk-body">
      If you are a solicitor or work for an organisation, you can{' '}
      <a class="govuk-link" href="/refer">
        refer somebody to us
      </a>
      . <AboutData />
    </p>
    <h2 class="govuk-heading-m">Send us a message</h2>
    <Form action="/contact" formFields={<HiddenField name="_form" value={token} />}>
      <Trap />
      <ReachGroup form={form} emailWording={emailConsent(policy)?.wording ?? null} />
      <WhoAsks form={form} />
      <YourName form={form} />
      <RadiosField
        form={form}
        name="topic"
        legend="What is it about?"
        items={[
          { value: 'question', content: 'A question about mediation' },
          { value: 'children', content: 'Children' },
          { value: 'money', content: 'Money, a home or other property' },
          { value: 'both', content: 'Children and money' },
          { value: 'other', content: 'Something else' },
        ]}
      />
      <TextAreaField
        form={form}
        name="message"
        label="What would you like to ask or tell us?"
        hint="A few words are enough. You can tell us more when we talk."
        rows={6}
        maxlength={longestMessage}
        threshold={75}
      />
      <WhatWeDoWithThis policy={policy} published={published} />
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)

const AboutData = () => (
  <>
    Anybody can{' '}
    <a class="govuk-link" href="/your-data">
      ask about their data
    </a>
    .
  </>
)

/** A box and not circles: most people leave it alone, and only a box may say to a screen reader that it opens something. */
const WhoAsks = ({ form }: { readonly form: FormState }) => (
  <CheckboxesField
    form={form}
    name="for_client[]"
    legend="Are you asking for somebody else?"
    items={[
      {
        value: 'yes',
        content: 'Yes, for somebody I work with, as a solicitor or for an agency',
        hint: 'Give your own name and how to reach you at work. We will answer you and not your client.',
        conditional: <Professional form={form} />,
      },
    ]}
  />
)

const Professional = ({ form }: { readonly form: FormState }) => (
  <>
    <Radios
      name="role"
      fieldset={{ legend: { content: 'What do you work as?' } }}
      value={typed(form, 'role')}
      errorMessage={form.errors.role}
      classes="govuk-radios--small"
      items={[
        { value: 'solicitor', content: 'A solicitor or other lawyer' },
        { value: 'agency', content: 'Somebody from an agency, such as a council or a charity' },
      ]}
    />
    <TextField form={form} name="organisation" label="Where do you work?" autocomplete="organization" />
    <CheckboxesField
      form={form}
      name="permission[]"
      legend="Does your client know?"
      items={[{ value: 'yes', content: 'My client has agreed that I tell you what I write here' }]}
      small
    />
  </>
)
