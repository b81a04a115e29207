import { BackLink } from '../../../../ui/components/back-link.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { kindWords } from '../../../requests/index.ts'
import { answerMessage } from '../../emails/answer-message.ts'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'
import { CorrectionPart } from './correction-part.tsx'
import { GroupsPart } from './groups-part.tsx'
import { ObjectionPart } from './objection-part.tsx'
import { ToldAgainPart } from './told-again-part.tsx'

/** What somebody is answered: which rights come with what is held, what was decided, and the answer as they read it. */
export function AnswerPage(props: AnswerProps) {
  const { found, name, form } = props
  const { request } = found
  return (
    <>
      <BackLink href={`/office/requests/${request.id}`}>Request {request.reference}</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        {request.reference}: {name}
      </span>
      <h1 class="govuk-heading-l">Answer: {kindWords[request.kind].toLowerCase()}</h1>
      {request.kind === 'objection' && <ObjectionPart {...props} />}
      {request.kind === 'correction' && <CorrectionPart {...props} />}
      {(request.kind !== 'objection' || props.uses.length === 0) && <GroupsPart {...props} />}
      <ToldAgainPart {...props} />
      <LetterPart {...props} />
    </>
  )
}

function LetterPart(props: AnswerProps) {
  const { found, decisions, voice, policy, form } = props
  const objections = props.objections.filter((it) => it.outcome !== null)
  if (found.request.closedOn !== null) return null
  if (decisions.length + objections.length === 0) return null
  const { body } = answerMessage(voice, policy, { request: found.request, decisions, objections })
  return (
    <>
      <h2 class="govuk-heading-m">The answer as they read it</h2>
      <div class="govuk-inset-text ev-prewrap">
        {body.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
      </div>
      <AnswerForm of={props} act="letter" button="Send the answer">
        <RadiosField
          form={form}
          name="answer_told"
          legend="How do they hear of it?"
          items={[
            { value: 'written', content: 'Write to them, by the first way that is safe and was theirs before' },
            { value: 'spoken', content: 'I have told them' },
          ]}
          small
        />
      </AnswerForm>
    </>
  )
}
