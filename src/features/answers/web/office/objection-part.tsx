import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { CheckboxesField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Objection } from '../../data/answer-reads.ts'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'

/** To which uses they object, and what is decided about each. Until then each is stopped. */
export function ObjectionPart(props: AnswerProps) {
  const { uses, objections, form, found } = props
  const open = found.request.closedOn === null
  const left = uses.filter((use) => !objections.some((it) => it.purpose === use.purpose))
  return (
    <>
      {objections.map((it) => (
        <One {...props} objection={it} />
      ))}
      {open && left.length > 0 && (
        <AnswerForm of={props} act="objections" button="Stop these while we decide">
          <CheckboxesField
            form={form}
            name="purposes[]"
            legend="To what do they object?"
            hint="One can object to what rests on an interest of ours. It stops for them at once."
            items={left.map((it) => ({ value: it.purpose, content: it.title, hint: `Because ${it.because}` }))}
            small
          />
        </AnswerForm>
      )}
    </>
  )
}

function One(props: AnswerProps & { readonly objection: Objection }) {
  const { objection, policy, form, found } = props
  const title = policy.purposes[objection.purpose]?.title ?? objection.purpose
  const asked = form.values.objection === objection.id ? form : { values: {}, errors: {} }
  return (
    <section class="govuk-!-margin-bottom-6">
      <h2 class="govuk-heading-m">{title}</h2>
      <InsetText>{standing(objection)}</InsetText>
      {objection.outcome === null && found.request.closedOn === null && (
        <AnswerForm of={props} act="settle" hidden={{ objection: objection.id }} button={`Decide about: ${title}`}>
          <RadiosField
            form={asked}
            name="outcome"
            legend="What is decided?"
            items={[
              { value: 'upheld', content: 'It stays stopped for them' },
              { value: 'compelling', content: 'It goes on: there is a reason that weighs more' },
            ]}
            small
          />
          <TextAreaField
            form={asked}
            name="why"
            label="If it goes on: what weighs more"
            hint="They read it."
            rows={3}
          />
        </AnswerForm>
      )}
    </section>
  )
}

const standing = ({ outcome, stops, reason }: Objection): string => {
  if (outcome === 'compelling') return `It goes on: ${reason ?? ''}`
  if (outcome === 'upheld') return 'It has stopped for them.'
  return stops ? 'It is stopped for them until this is decided.' : 'They let it be.'
}
