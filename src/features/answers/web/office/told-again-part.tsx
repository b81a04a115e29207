import { Details } from '../../../../ui/components/details.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { ToldAgain } from '../../data/told-again.ts'
import { type Change, changeOfKind, changeWords, notToldWords, reasonsNotTold } from '../../domain/telling-again.ts'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'

type Props = AnswerProps & { readonly changes: readonly Change[] }

/** Who had been told of what this request changed, and that they hear of it. Telling them outlives the answer. */
export function ToldAgainPart(props: AnswerProps) {
  const { told, found } = props
  const own = changeOfKind[found.request.kind]
  const changes = [...new Set([...(own ? [own] : []), ...told.map((it) => it.change)])]
  if (changes.length === 0) return null
  return (
    <section id="told-again">
      <h2 class="govuk-heading-m">Who had been told</h2>
      {changes.map((change) => (
        <OfChange {...props} change={change} />
      ))}
      <Add {...props} changes={changes} />
      {told.some((it) => it.outcome === null) && <NotTold {...props} />}
      {told.length > 0 && <Recipients {...props} />}
    </section>
  )
}

const settledWords = ({ outcome, reason, settledOn }: ToldAgain): string => {
  if (outcome === null || settledOn === null) return 'not told yet'
  const day = plainDate(Temporal.PlainDate.from(settledOn))
  return outcome === 'told'
    ? `told again on ${day}`
    : `not told, as was decided on ${day}. ${notToldWords[outcome]}: ${reason ?? ''}`
}

const OfChange = ({ change, ...props }: AnswerProps & { readonly change: Change }) => (
  <>
    <p class="govuk-body">{changeWords[change].hears}</p>
    {props.told.every((it) => it.change !== change) && (
      <p class="govuk-body">By our register nobody outside was told of it.</p>
    )}
    {props.told
      .filter((it) => it.change === change)
      .map((it) => (
        <section>
          <p class="govuk-body">
            {it.who}: {settledWords(it)}
          </p>
          {it.outcome === null && (
            <AnswerForm of={props} act="told" hidden={{ told_id: it.id }} button={`I have told ${it.who}`} />
          )}
        </section>
      ))}
  </>
)

const Add = ({ changes, ...props }: Props) => {
  const [only = 'correction', ...more] = changes
  return (
    <AnswerForm of={props} act="told" button="Add" hidden={more.length === 0 ? { change: only } : {}}>
      <TextField
        form={props.form}
        name="who"
        label="Who else had it from us?"
        hint="Nobody of whom the person must not know: they hear these names if they ask."
      />
      {more.length > 0 && (
        <RadiosField
          form={props.form}
          name="change"
          legend="What do they hear?"
          legendSize="s"
          items={changes.map((value) => ({ value, content: changeWords[value].what }))}
          small
        />
      )}
    </AnswerForm>
  )
}

/** The law spares what is impossible or out of proportion; what spares it is written down. */
const NotTold = (props: AnswerProps) => {
  const { form, told } = props
  const fields = ['spared', 'not_told', 'why_not_told']
  return (
    <Details summary="Somebody of these is not told" open={fields.some((it) => form.errors[it] !== undefined)}>
      <AnswerForm of={props} act="not-told" button="They are not told">
        <RadiosField
          form={form}
          name="spared"
          legend="Who is not told?"
          legendSize="s"
          items={told
            .filter((it) => it.outcome === null)
            .map((it) => ({ value: it.id, content: it.who, hint: { content: changeWords[it.change].what } }))}
          small
        />
        <RadiosField
          form={form}
          name="not_told"
          legend="Why not?"
          legendSize="s"
          items={reasonsNotTold.map((value) => ({ value, content: notToldWords[value] }))}
          small
        />
        <TextAreaField form={form} name="why_not_told" label="Why that is so here" rows={2} spellcheck />
      </AnswerForm>
    </Details>
  )
}

const Recipients = (props: AnswerProps) => (
  <Details summary="The person asks who these are" open={props.form.errors.recipients_told !== undefined}>
    <AnswerForm of={props} act="recipients" button="Tell them who these are">
      <RadiosField
        form={props.form}
        name="recipients_told"
        legend="How do they hear who these are?"
        legendSize="s"
        items={[
          { value: 'written', content: 'Write to them, by the first way that is safe and was theirs before' },
          { value: 'spoken', content: 'I said who these are' },
        ]}
        small
      />
    </AnswerForm>
  </Details>
)
