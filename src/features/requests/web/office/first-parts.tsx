import { Button } from '../../../../ui/components/button.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { ActForm } from './act-form.tsx'
import { requestPath } from './list.page.tsx'
import type { RequestPageProps } from './request.page.tsx'

/** Who on record it may be. Names and dates lead to people; they show nothing about who asks. */
export const MatchPart = (props: RequestPageProps) => {
  const { mayAsk, mayLook, known, found, sought } = props
  return (
    <section>
      <h2 class="govuk-heading-m">Who is it?</h2>
      {known && (
        <p class="govuk-body">
          On record as{' '}
          <a class="govuk-link" href={known.href}>
            {known.name}, {known.words}
          </a>
          .
        </p>
      )}
      {mayAsk.length > 0 && (
        <ActForm of={props} act="match" button="This is who it is about" secondary={known !== null}>
          <RadiosField
            form={props.form}
            name="person"
            legend="Who on record is it about?"
            legendSize="s"
            items={mayAsk.map((it) => ({ value: it.recordId, content: it.words }))}
            small
          />
        </ActForm>
      )}
      {mayLook && mayAsk.length === 0 && !known && (
        <p class="govuk-body">Nobody with a file, and no enquiry, was found by what they gave.</p>
      )}
      {!mayLook && !known && (
        <p class="govuk-body">Your role does not look for people. A colleague who takes enquiries can say who it is.</p>
      )}
      {mayLook && <LookFurther id={found.request.id} sought={sought} />}
    </section>
  )
}

const LookFurther = ({ id, sought }: { readonly id: Id; readonly sought: string }) => (
  <form action={requestPath(id)} method="get">
    <TextField
      form={filledForm({ q: sought })}
      name="q"
      label="Look by other words"
      hint="A name, a number, an e-mail address or a case number."
    />
    <Button classes="govuk-button--secondary">Look</Button>
  </form>
)

export const toldItems = [
  { value: 'written', content: 'Write to them, where we wrote to them before they asked and it is safe' },
  { value: 'spoken', content: 'I have told them, by telephone or in person' },
] as const

export const Told = ({ form, name }: { readonly form: FormState; readonly name: string }) => (
  <RadiosField form={form} name={name} legend="How do they hear of it?" legendSize="s" items={toldItems} small />
)

export const AcknowledgePart = (props: RequestPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Say that we have it</h2>
    <p class="govuk-body">
      Nothing is written to an address that was given in the request. If somebody else asked in their name, they hear of
      it by this.
    </p>
    <ActForm of={props} act="acknowledge" button="Say that we have it">
      <Told form={props.form} name="told" />
    </ActForm>
  </section>
)

export const AuthorityPart = (props: RequestPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Authority</h2>
    <p class="govuk-body">
      Who asks for somebody else shows that they may: by a letter that the person signed, or by an order of a court.
      Nothing is answered to them before.
    </p>
    <ActForm of={props} act="authority" button="I have seen the authority" secondary />
  </section>
)
