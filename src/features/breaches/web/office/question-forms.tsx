import type { VNode } from 'preact'
import { Button } from '../../../../ui/components/button.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form } from '../../../../ui/forms/form.tsx'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { hows, howWords, type Question, risks, riskWords, tolds } from '../../domain/breach.ts'
import type { BreachPageProps } from './breach.page.tsx'
import { breachPath } from './list.page.tsx'
import { regulatorNow, whomToTell } from './told-words.ts'

const Ask = (props: {
  readonly of: BreachPageProps
  readonly act: string
  readonly button: string
  readonly children?: Content
}) => (
  <Form
    action={`${breachPath(props.of.found.breach.id)}/${props.act}`}
    formFields={<HiddenField name="_form" value={props.of.token()} />}
  >
    {props.children}
    <Button preventDoubleClick>{props.button}</Button>
  </Form>
)

/** What was typed just now, or else what was answered before. */
function withAnswers(form: FormState, answered: Readonly<Record<string, string | number | null>>): FormState {
  const known = Object.entries(answered).flatMap(([name, it]) => (it === null ? [] : [[name, String(it)] as const]))
  const before = filledForm(Object.fromEntries(known))
  return { values: { ...before.values, ...form.values }, errors: form.errors }
}

type Asked = (props: BreachPageProps) => VNode

const contain: Asked = (of) => (
  <Ask of={of} act="contain" button="Save and go on">
    <p class="govuk-body">
      Ring whoever got it and ask them to delete it. Take back the letter, change the password, lock the device. If
      somebody may be in danger now, ring the police first.
    </p>
    <TextAreaField
      form={withAnswers(of.form, { contained: of.found.breach.contained })}
      name="contained"
      label="What was done at once?"
      rows={4}
      maxlength={4000}
    />
  </Ask>
)

const whose: Asked = (of) => {
  const { whose: said, people_count } = of.found.breach
  const form = withAnswers(of.form, { whose: said, people_count })
  return (
    <Ask of={of} act="whose" button="Save and go on">
      <TextAreaField form={form} name="whose" label="Whose data is it, and which?" rows={4} maxlength={4000} />
      <TextField
        form={form}
        name="people_count"
        label="How many people, as far as we know? (optional)"
        inputmode="numeric"
      />
      <CheckboxesField
        form={of.form}
        name="delicate[]"
        legend="Is any of it delicate?"
        legendSize="s"
        items={[{ value: 'yes', content: 'Yes: health, safety, where somebody lives, children or the like' }]}
        small
      />
    </Ask>
  )
}

const risk: Asked = (of) => {
  const form = withAnswers(of.form, { risk: of.found.breach.risk, consequences: of.found.breach.consequences })
  return (
    <Ask of={of} act="risk" button="Save and go on">
      <RadiosField
        form={form}
        name="risk"
        legend="How likely is harm to anybody?"
        legendSize="s"
        items={risks.map((value) => ({ value, content: riskWords[value] }))}
        small
      />
      <TextAreaField form={form} name="consequences" label="What can come of it?" rows={4} maxlength={4000} />
    </Ask>
  )
}

const notify: Asked = (of) => {
  const form = withAnswers(of.form, { notify: of.found.breach.notify, notify_reason: of.found.breach.notify_reason })
  return (
    <Ask of={of} act="notify" button="Save what you decided">
      <p class="govuk-body">
        The regulator is told unless it is unlikely that anybody comes to harm. When in doubt, tell it.{' '}
        {regulatorNow(of.now)}
      </p>
      <RadiosField
        form={form}
        name="notify"
        legend="Is the regulator told?"
        legendSize="s"
        items={[
          { value: 'yes', content: 'Yes' },
          { value: 'no', content: 'No: it is unlikely that anybody comes to harm' },
        ]}
        small
      />
      <TextAreaField form={form} name="notify_reason" label="Why?" rows={3} maxlength={4000} />
    </Ask>
  )
}

const report: Asked = (of) => (
  <Ask of={of} act="told" button="Note that they were told">
    <p class="govuk-body">
      Tell them first, then note it here. What is not known yet can follow: note each part. {regulatorNow(of.now)} Tell
      people by a way that is safe for them, and not where the other party may read it.
    </p>
    <RadiosField
      form={of.form}
      name="told"
      legend="Who was told?"
      legendSize="s"
      items={tolds
        .filter((it) => it !== 'controller' || of.controller !== null)
        .map((value) => ({ value, content: whomToTell(value, of.controller) }))}
      small
    />
    <RadiosField
      form={of.form}
      name="how"
      legend="How?"
      legendSize="s"
      items={hows.map((value) => ({ value, content: howWords[value] }))}
      small
    />
    <TextAreaField form={of.form} name="words" label="What were they told?" rows={4} maxlength={4000} />
    <TextField form={of.form} name="their_reference" label="Their reference (optional)" />
    <TextAreaField
      form={of.form}
      name="late_reason"
      label="If the regulator hears of it late: why?"
      rows={2}
      maxlength={2000}
    />
  </Ask>
)

const tell: Asked = (of) => {
  const form = withAnswers(of.form, { tell: of.found.breach.tell, tell_reason: of.found.breach.tell_reason })
  return (
    <Ask of={of} act="tell" button="Save what you decided">
      <p class="govuk-body">
        Where it may harm somebody badly they are told without delay, so that they can protect themselves. Look first by
        which way it is safe to tell them.
      </p>
      <RadiosField
        form={form}
        name="tell"
        legend="Are the people told whose data it is?"
        legendSize="s"
        items={[
          { value: 'yes', content: 'Yes' },
          { value: 'no', content: 'No' },
        ]}
        small
      />
      <TextAreaField form={form} name="tell_reason" label="Why, and by which way?" rows={3} maxlength={4000} />
    </Ask>
  )
}

const others: Asked = (of) => {
  const { controller, charity, charity_reason } = of.found.breach
  const form = withAnswers(of.form, { controller, charity, charity_reason })
  return (
    <Ask of={of} act="others" button="Save and go on">
      {of.controller !== null && (
        <RadiosField
          form={form}
          name="controller"
          legend={`Is it data that we hold for ${of.controller}?`}
          legendSize="s"
          hint={`Then ${of.controller} is told without delay, and decides what follows.`}
          items={[
            { value: 'yes', content: 'Yes' },
            { value: 'no', content: 'No' },
          ]}
          small
        />
      )}
      <RadiosField
        form={form}
        name="charity"
        legend="Is it a serious incident that the Charity Commission is told of?"
        legendSize="s"
        hint="One with great harm to people, to money or to our good name."
        items={[
          { value: 'yes', content: 'Yes' },
          { value: 'no', content: 'No' },
          { value: 'none', content: 'We are no charity' },
        ]}
        small
      />
      <TextAreaField form={form} name="charity_reason" label="If we are a charity: why?" rows={2} maxlength={4000} />
    </Ask>
  )
}

const learn: Asked = (of) => (
  <Ask of={of} act="learn" button="Save">
    <TextAreaField
      form={withAnswers(of.form, { measures: of.found.breach.measures })}
      name="measures"
      label="What keeps it from happening again?"
      hint="It stands in the register. Name nobody."
      rows={4}
      maxlength={4000}
    />
  </Ask>
)

const close: Asked = (of) => (
  <Ask of={of} act="close" button="Close it">
    <p class="govuk-body">
      When all is answered and everybody was told who must be, it is closed and cannot be changed.
    </p>
  </Ask>
)

/** The form of each question. */
export const questionForms: Readonly<Record<Question, Asked>> = {
  contain,
  whose,
  risk,
  notify,
  report,
  tell,
  others,
  learn,
  close,
}
