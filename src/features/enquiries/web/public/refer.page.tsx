import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { EmailField, HiddenField, TelephoneField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Referrer } from '../../domain/referral.ts'
import { askedByWords } from '../../domain/words.ts'
import type { FormPageProps } from './contact.page.tsx'
import { longestMessage } from './contact-form.ts'
import { Danger, FormColumn, Trap, WhatWeDoWithThis } from './form-parts.tsx'
import { ReachGroup } from './reach-group.tsx'

/** One page, the same for whoever is named in it: whether we know them is not asked and cannot be told. */
export const ReferPage = ({ form, policy, published, token }: FormPageProps) => (
  <FormColumn form={form} heading={heading}>
    <p class="govuk-body">
      For solicitors, and for people who work for a council, a charity or another organisation. Ask the person first. We
      use what you tell us to contact them and to offer a first meeting.
    </p>
    <p class="govuk-body">
      We will e-mail you a link by which you can see whether a first meeting is booked and has taken place. The person
      can end that at any time.
    </p>
    <p class="govuk-body">
      If you have an account with us,{' '}
      <a class="govuk-link" href="/portal/sign-in">
        sign in and refer them there
      </a>
      .
    </p>
    <Danger />
    <Form action="/refer" formFields={<HiddenField name="_form" value={token} />}>
      <Trap />
      <AboutYou form={form} />
      <ThePerson form={form} />
      <WhatWeDoWithThis policy={policy} published={published} />
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)

const heading = 'Refer somebody to us'

interface AccountProps extends FormPageProps {
  readonly own: Referrer
}

/** The same from an account: who refers is known, and stands there. */
export const ReferFromAccountPage = ({ form, policy, published, token, own }: AccountProps) => (
  <FormColumn form={form} heading={heading}>
    <p class="govuk-body">
      Ask the person first. We use what you tell us to contact them and to offer a first meeting. Until they ask us to
      end it, your list shows whether one is booked and was attended.
    </p>
    <Danger />
    <Form action={ownReferralPath} formFields={<HiddenField name="_form" value={token} />}>
      <h2 class="govuk-heading-m">About you</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: own.name },
          { key: 'Work', value: `${askedByWords[own.work]}, ${own.organisation}` },
          { key: 'Work e-mail', value: own.email },
          { key: 'Work telephone', value: own.telephone ?? 'Not given' },
        ]}
      />
      <p class="govuk-body">Tell us if something here is no longer right.</p>
      <TextField
        form={form}
        name="own_reference"
        label="Your own reference (optional)"
        hint="By which you know this referral in your list. Give a number and not a name."
        width={20}
      />
      <ThePerson form={form} />
      <WhatWeDoWithThis policy={policy} published={published} />
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)

export const ownReferralPath = '/portal/referrals/new'

const ThePerson = ({ form }: { readonly form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">The person you refer</h2>
    <CheckboxesField
      form={form}
      name="permission[]"
      legend="Have they agreed?"
      items={[{ value: 'yes', content: 'They have agreed that I tell you what I write here' }]}
      small
    />
    <TextField form={form} name="given_name" label="Their first name" spellcheck={false} />
    <TextField
      form={form}
      name="family_name"
      label="Their last name"
      hint="Leave this empty if they have one name only."
      spellcheck={false}
    />
    <ReachGroup form={form} emailWording={null} of="client" />
    <AboutThem form={form} />
  </>
)

const AboutYou = ({ form }: { readonly form: FormState }) => (
  <>
    <h2 class="govuk-heading-m">About you</h2>
    <RadiosField
      form={form}
      name="role"
      legend="What do you work as?"
      small
      items={[
        { value: 'solicitor', content: 'A solicitor or other lawyer' },
        { value: 'agency', content: 'Somebody from an organisation, such as a council or a charity' },
      ]}
    />
    <TextField form={form} name="referrer_name" label="Your name" autocomplete="name" spellcheck={false} />
    <TextField form={form} name="organisation" label="Where do you work?" autocomplete="organization" />
    <EmailField form={form} name="referrer_email" label="Your work e-mail address" />
    <TelephoneField form={form} name="referrer_telephone" label="Your work telephone number (optional)" />
  </>
)

const AboutThem = ({ form }: { readonly form: FormState }) => (
  <>
    <RadiosField
      form={form}
      name="topic"
      legend="What would they like to sort out?"
      items={[
        { value: 'children', content: 'Arrangements for children' },
        { value: 'money', content: 'Money, a home or other property' },
        { value: 'both', content: 'Both' },
      ]}
    />
    <TextAreaField
      form={form}
      name="safety_note"
      label="Is there anything we should know so that contacting them does no harm? (optional)"
      rows={2}
    />
    <TextAreaField
      form={form}
      name="message"
      label="Is there anything else that they would like us to know? (optional)"
      rows={4}
      maxlength={longestMessage}
      threshold={75}
    />
  </>
)
