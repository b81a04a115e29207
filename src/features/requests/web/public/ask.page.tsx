import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { FormColumn, Trap, YourName } from '../../../enquiries/index.ts'
import { BirthDate, Details, ForWhom, KindQuestion } from '../request-questions.tsx'

export const askPath = '/your-data'

/** Anybody can ask, without an account. The page promises nothing about who is known. */
export const AskPage = (props: {
  readonly form: FormState
  readonly token: string
  readonly telephone: string
  readonly answer: string
}) => (
  <FormColumn form={props.form} heading="Ask about your data">
    <p class="govuk-body">
      You can ask what we hold about you, and ask us to put it right, to delete it or to stop using it. It is free. We
      answer within {props.answer}.
    </p>
    <p class="govuk-body">
      You can also ask by letter or e-mail, when you see us, or by telephone
      {props.telephone && `: ${props.telephone}`}.
    </p>
    <Form action={askPath} formFields={<HiddenField name="_form" value={props.token} />}>
      <Trap />
      <KindQuestion form={props.form} />
      <ForWhom
        form={props.form}
        words={{
          legend: 'For whom do you ask?',
          self: 'For myself',
          represented: 'For somebody else who wants me to',
          representative: 'If you ask for somebody else: your own name',
          organisation: 'If you ask for somebody else: where you work (optional)',
          nameOfPerson: 'Further down, give the name of the person for whom you ask.',
          childName: 'If you ask for a child: name of the child',
          nameOfAdult: 'Further down, give your own name.',
        }}
      />
      <YourName form={props.form} />
      <BirthDate form={props.form} />
      <TextField
        form={props.form}
        name="given_contact"
        label="An e-mail, telephone number or case number by which we may know you (optional)"
        hint="We look for you by it. We do not write there unless it is safe and was yours before."
        width={30}
      />
      <Details form={props.form} label="What is it about? (optional)" />
      <InsetText>
        If we know you, we get in touch by a way that you gave us earlier and that you called safe, to make sure that it
        is you. If that way has changed, ring us.
      </InsetText>
      <Button preventDoubleClick>Send</Button>
    </Form>
  </FormColumn>
)

/** The same for everybody, whether they are known or not. */
export const AskedPage = (props: { readonly reference: string; readonly telephone: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <Panel title="We have your request">
        Your reference
        <br />
        <strong class="ev-nowrap">{props.reference}</strong>
      </Panel>
      <p class="govuk-body ev-no-print">Print this page or write the reference down, if that is safe for you.</p>
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        A colleague looks at what you ask. If we know you, we get in touch by a way that was yours before, and never at
        an address that is new in this request.
      </p>
      <p class="govuk-body">
        If you hear nothing within two weeks, get in touch with us and say the reference
        {props.telephone && `. Our number is ${props.telephone}`}.
      </p>
    </div>
  </div>
)
