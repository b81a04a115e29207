import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { filledForm } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { ActForm, Told } from './act-form.tsx'
import type { ComplaintPageProps } from './complaint.page.tsx'
import { complaintPath } from './list.page.tsx'

export const AcknowledgePart = (props: ComplaintPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Say that we have it</h2>
    <p class="govuk-body">
      Nothing is written by itself to an address that was given in the complaint. If somebody else complained in their
      name, they hear of it by this.
    </p>
    <ActForm of={props} act="acknowledge" button="Say that we have it">
      <Told form={props.form} name="told" />
    </ActForm>
  </section>
)

/** Who on record it may be. What was typed leads to people; it shows nothing about who complains. */
export const MatchPart = (props: ComplaintPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Who is it?</h2>
    <p class="govuk-body">
      Whoever has no file here can complain too: then leave this out, and tell them yourself what there is to say.
    </p>
    {props.mayAsk.length > 0 && (
      <ActForm of={props} act="match" button="This is who complains" secondary>
        <RadiosField
          form={props.form}
          name="person"
          legend="Who on record complains?"
          legendSize="s"
          items={props.mayAsk.map((it) => ({ value: it.recordId, content: it.words }))}
          small
        />
      </ActForm>
    )}
    {props.mayAsk.length === 0 && <p class="govuk-body">Nobody with a file was found by what they gave.</p>}
    <form action={complaintPath(props.found.complaint.id)} method="get">
      <TextField
        form={filledForm({ q: props.sought })}
        name="q"
        label="Look by other words"
        hint="A name, a number, an e-mail address or a case number."
      />
      <Button classes="govuk-button--secondary">Look</Button>
    </form>
  </section>
)

/** Whom it is about does not see it. */
export const ColleaguePart = (props: ComplaintPageProps) => (
  <Details summary="Whom it is about" open={props.form.errors.colleague !== undefined}>
    <p class="govuk-body">
      A colleague whom a complaint is about does not see it, unless they are asked. They never decide it.
    </p>
    <ActForm of={props} act="colleague" button="Save whom it is about" secondary>
      <SelectField
        form={filledForm({ colleague: props.found.complaint.aboutStaff ?? '' })}
        name="colleague"
        label="A colleague"
        items={[
          { value: '', text: 'Nobody who works here' },
          ...props.colleagues.map((it) => ({ value: it.id, text: it.name })),
        ]}
      />
    </ActForm>
  </Details>
)
