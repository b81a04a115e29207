import { groundKeysFor, type RightsOfData, refusalGrounds, type UseOfData } from '../../../../policy/index.ts'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { CheckboxesField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Decision } from '../../data/answer-reads.ts'
import { answers, answerWords, rightOf } from '../../domain/asked-right.ts'
import { groundWords } from '../../emails/answer-message.ts'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'

/** Per group of data that is held: for what it is used, whether the right comes with each use, and what was decided. */
export function GroupsPart(props: AnswerProps) {
  const { groups, found, form, decisions } = props
  const open = found.request.closedOn === null
  if (groups.length === 0) return <InsetText>We hold nothing of them.</InsetText>
  return (
    <>
      <h2 class="govuk-heading-m">What we hold, and whether the right comes with it</h2>
      <SummaryList
        rows={groups.map((group) => ({
          key: group.title,
          value: { content: <Group group={group} decided={decisions.find((it) => it.category === group.category)} /> },
        }))}
      />
      {open && (
        <AnswerForm of={props} act="decide" button="Decide">
          <CheckboxesField
            form={form}
            name="groups[]"
            legend="What do you decide about?"
            items={groups.map((it) => ({ value: it.category, content: it.title }))}
            small
          />
          <RadiosField
            form={form}
            name="answer"
            legend="What is the answer?"
            items={answers.map((value) => ({ value, content: answerWords[value] }))}
            small
          />
          <SelectField
            form={form}
            name="ground"
            label="If not: the ground in law"
            items={[
              { value: '', text: 'None' },
              ...groundKeysFor(rightOf[found.request.kind]).map((value) => ({
                value,
                text: `${refusalGrounds[value].law}: ${refusalGrounds[value].words}`,
              })),
            ]}
          />
          <TextAreaField
            form={form}
            name="reason"
            label="If not: why, here"
            hint="They read it. Say nothing that another person told us."
            rows={3}
            spellcheck
          />
        </AnswerForm>
      )}
    </>
  )
}

function Group({ group, decided }: { readonly group: RightsOfData; readonly decided: Decision | undefined }) {
  const yes = group.uses.filter((it) => it.applies)
  const no = group.uses.filter((it) => !it.applies)
  return (
    <>
      {decided && (
        <>
          <strong>
            Decided: {answerWords[decided.answer].toLowerCase()}
            {decided.answer !== 'granted' && `, because ${groundWords(decided.ground)}`}
          </strong>
          <br />
        </>
      )}
      {yes.length > 0 && (
        <>
          It comes with: {yes.map((it) => it.title).join('; ')}
          <br />
        </>
      )}
      {no.map((it) => (
        <>
          Not with {it.title}: {why(it)}
          <br />
        </>
      ))}
      {group.uses.length === 0 && 'No use of today touches it.'}
    </>
  )
}

const why = ({ passOn, ground }: UseOfData) =>
  passOn ? `${passOn} answers, and the request goes there` : groundWords(ground)
