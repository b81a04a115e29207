import { sentence } from '../../../../policy/prose/words.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Recipient, ways, wayWords } from '../../../disclosures/index.ts'
import { atRisk, consents, consentWords, decisions, decisionWords, riskWords } from '../../domain/concern.ts'

export const concernsPath = '/office/concerns'
export const concernPath = (id: string) => `${concernsPath}/${id}`
export const breakGlassPath = '/office/break-glass'

export interface FormPart {
  readonly form: FormState
  readonly token: () => string
}

const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) =>
  keys.map((value) => ({ value, content: words[value] }))

export const RecordForm = ({ form, token, action }: FormPart & { readonly action: string }) => (
  <Form action={action} formFields={<HiddenField name="_form" value={token()} />}>
    <RadiosField form={form} name="at_risk" legend="Who may come to harm?" items={choices(atRisk, riskWords)} small />
    <TextField form={form} name="who" label="Who exactly" hint="A name, or what they are to the family" />
    <TextAreaField form={form} name="seen" label="What was seen or heard" hint="In the words that were used" rows={5} />
    <TextField form={form} name="seen_by" label="By whom, if not by you (optional)" />
    <CheckboxesField
      form={form}
      name="urgent[]"
      legend="If there is no time"
      legendSize="s"
      items={[{ value: 'yes', content: 'Somebody is in danger now: whoever decides may have to do it alone' }]}
      small
    />
    <Button preventDoubleClick>Save</Button>
  </Form>
)

export const DecideForm = ({ form, token, id }: FormPart & { readonly id: string }) => (
  <>
    <h2 class="govuk-heading-m">Decide</h2>
    <Form action={`${concernPath(id)}/decide`} formFields={<HiddenField name="_form" value={token()} />}>
      <RadiosField
        form={form}
        name="decision"
        legend="What is to be done?"
        legendSize="s"
        items={choices(decisions, decisionWords)}
        small
      />
      <TextAreaField form={form} name="reason" label="Why" rows={3} />
      <RadiosField
        form={form}
        name="consent"
        legend="Was the person asked whether they agree?"
        legendSize="s"
        items={choices(consents, consentWords)}
        small
      />
      <TextField form={form} name="consent_reason" label="If they were not asked: why not" />
      <Button preventDoubleClick>Decide</Button>
    </Form>
  </>
)

export const TellForm = ({
  form,
  token,
  id,
  recipients,
}: FormPart & { readonly id: string; readonly recipients: readonly Recipient[] }) => (
  <>
    <h2 class="govuk-heading-m">Tell those who can help</h2>
    <Form action={`${concernPath(id)}/tell`} formFields={<HiddenField name="_form" value={token()} />}>
      <RadiosField
        form={form}
        name="recipient"
        legend="Who is told?"
        legendSize="s"
        items={recipients.map((it) => ({ value: it.recipient, content: sentence(it.name) }))}
        small
      />
      <TextAreaField form={form} name="words" label="What they are told" hint="As little as will do" rows={4} />
      <TextAreaField form={form} name="why" label="Why they need to know it" rows={2} />
      <RadiosField form={form} name="how" legend="How?" legendSize="s" items={choices(ways, wayWords)} small />
      <Button preventDoubleClick>They are told</Button>
    </Form>
  </>
)

export const ReviewForm = ({ form, token, action }: FormPart & { readonly action: string }) => (
  <Form action={action} formFields={<HiddenField name="_form" value={token()} />}>
    <TextAreaField form={form} name="review" label="What you found" rows={3} />
    <Button preventDoubleClick>I have looked at it</Button>
  </Form>
)

export const CloseForm = ({ token, id }: Pick<FormPart, 'token'> & { readonly id: string }) => (
  <Form action={`${concernPath(id)}/close`} formFields={<HiddenField name="_form" value={token()} />}>
    <Button classes="govuk-button--secondary" preventDoubleClick>
      Close it: nothing more is to be done
    </Button>
  </Form>
)
