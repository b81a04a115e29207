import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { FormColumn, Trap, YourName } from '../../../enquiries/index.ts'
import type { ComplaintRules } from '../../domain/clock.ts'
import { AboutQuestion, ForWhom, WhatHappened } from '../complaint-questions.tsx'

export const complainPath = '/complain'

/** Anybody can complain, without an account. The page promises nothing about who is known. */
export const ComplainPage = (props: {
  readonly form: FormState
  readonly token: string
  readonly telephone: string
  readonly service: ComplaintRules['service']
}) => (
  <FormColumn form={props.form} heading="Tell us what went wrong">
    <p class="govuk-body">
      It does not change how we treat you. We let you know that we have it, look into it, and tell you what we found:
      most often within {props.service.answer} working days.
    </p>
    <p class="govuk-body">
      You can also complain by letter or e-mail, when you see us, or by telephone
      {props.telephone && `: ${props.telephone}`}.
    </p>
    <Form action={complainPath} formFields={<HiddenField name="_form" value={props.token} />}>
      <Trap />
      <AboutQuestion form={props.form} />
      <WhatHappened form={props.form} />
      <ForWhom form={props.form} />
      <YourName form={props.form} />
      <TextField
        form={props.form}
        name="given_contact"
        label="How can we reach you? (optional)"
        hint="An e-mail, a telephone number or a case number. If we know you, we use what you gave us before."
      />
      <InsetText>
        If we know you, we get in touch by a way that you gave us earlier and that you called safe. If that way has
        changed, ring us.
      </InsetText>
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)

/** The same for everybody, whether they are known or not. */
export const ComplainedPage = (props: { readonly reference: string; readonly telephone: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <Panel title="We have your complaint">
        Your reference
        <br />
        <strong class="ev-nowrap">{props.reference}</strong>
      </Panel>
      <p class="govuk-body ev-no-print">Print this page or write the reference down, if that is safe for you.</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">A colleague reads it, asks what must be asked, and tells you what we found.</p>
      <p class="govuk-body">
        If you hear nothing within two weeks, get in touch with us and say the reference
        {props.telephone && `. Our number is ${props.telephone}`}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/complaints">
          How we look into complaints, and where you can go next
        </a>
      </p>
    </div>
  </div>
)
