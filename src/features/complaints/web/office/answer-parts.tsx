import { Details } from '../../../../ui/components/details.tsx'
import { CheckboxesField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { causes, causeWords, outcomes, outcomeWords } from '../../domain/complaint.ts'
import { bodyWords, nextBodiesOn } from '../../domain/next-bodies.ts'
import { ActForm, Told } from './act-form.tsx'
import type { ComplaintPageProps } from './complaint.page.tsx'

/** What was asked, of whom; what was found; and that the complainant heard how far it is. */
export const EnquiryPart = (props: ComplaintPageProps) => {
  const { form, colleagues } = props
  const open = form.errors.words !== undefined || form.errors.of_whom !== undefined
  return (
    <section>
      <h2 class="govuk-heading-m">Look into it</h2>
      <Details summary="Note what was asked or found" open={open}>
        <ActForm of={props} act="enquire" button="Note it" secondary>
          <RadiosField
            form={form}
            name="kind"
            legend="What is it?"
            legendSize="s"
            items={[
              { value: 'asked', content: 'Something that we asked' },
              { value: 'found', content: 'Something that we found' },
            ]}
            small
          />
          <SelectField
            form={form}
            name="of_staff"
            label="A colleague who was asked (optional)"
            hint="Whoever is asked can read the complaint."
            items={[
              { value: '', text: 'Nobody who works here' },
              ...colleagues.map((it) => ({ value: it.id, text: it.name })),
            ]}
          />
          <TextField form={form} name="of_whom" label="Somebody else who was asked (optional)" />
          <TextAreaField form={form} name="words" label="What was asked or found" rows={3} maxlength={4000} />
        </ActForm>
      </Details>
      <Details summary="Tell them how far it is" open={form.errors.progress_told !== undefined}>
        <ActForm of={props} act="progress" button="Tell them" secondary>
          <Told form={form} name="progress_told" />
        </ActForm>
      </Details>
    </section>
  )
}

/** The other party hears of it where the mediators' code asks for that: somebody decides it by name. */
export const OtherPartyPart = (props: ComplaintPageProps) => (
  <Details
    summary="Whether the other party is told"
    open={['decision', 'safety', 'reason', 'other_told'].some((it) => props.form.errors[it] !== undefined)}
  >
    <p class="govuk-body">
      The mediators’ code asks that the other party is told when a complaint is about the mediation. They are not told
      who complained, nor of what. Look first at what is known of both: it can put somebody in danger.
    </p>
    <ActForm of={props} act="other" button="Save what you decided" secondary>
      <RadiosField
        form={props.form}
        name="decision"
        legend="What do you decide?"
        legendSize="s"
        items={[
          { value: 'not_told', content: 'They are not told' },
          { value: 'told', content: 'They are told' },
        ]}
        small
      />
      <TextAreaField form={props.form} name="reason" label="Why" rows={2} maxlength={1000} />
      <CheckboxesField
        form={props.form}
        name="safety[]"
        legend="If they are told"
        legendSize="s"
        items={[
          { value: 'checked', content: 'I have looked whether it is safe for both, and found nothing against it' },
        ]}
        small
      />
      <Told form={props.form} name="other_told" />
    </ActForm>
  </Details>
)

const answerFields = ['outcome', 'answer', 'cause', 'changed', 'answer_told'] as const

export const AnswerPart = (props: ComplaintPageProps) => (
  <Details summary="Answer and close" open={answerFields.some((it) => props.form.errors[it] !== undefined)}>
    <p class="govuk-body">
      They are told as well that they can go to{' '}
      {nextBodiesOn(props.found.complaint.about, props.today).map(bodyWords).join('; or to ')}.
    </p>
    <ActForm of={props} act="answer" button="Answer and close">
      <RadiosField
        form={props.form}
        name="outcome"
        legend="What did we find?"
        legendSize="s"
        items={outcomes.map((value) => ({ value, content: outcomeWords[value] }))}
        small
      />
      <TextAreaField
        form={props.form}
        name="answer"
        label="Our answer, with the reasons"
        hint="As they read it. Name nobody else."
        rows={6}
        maxlength={6000}
      />
      <SelectField
        form={props.form}
        name="cause"
        label="What was the cause?"
        items={[{ value: '', text: 'Choose' }, ...causes.map((value) => ({ value, text: causeWords[value] }))]}
      />
      <TextAreaField
        form={props.form}
        name="changed"
        label="What we changed, so that it does not happen again"
        hint="It stands in the register for everybody who answers complaints. Name nobody."
        rows={3}
        maxlength={2000}
      />
      <Told form={props.form} name="answer_told" />
    </ActForm>
  </Details>
)
