import { Details } from '../../../../ui/components/details.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { stopsForClarification } from '../../domain/kinds.ts'
import {
  extensionReasons,
  extensionWords,
  outcomes,
  outcomeWords,
  questions,
  questionWords,
} from '../../domain/request.ts'
import { ActForm } from './act-form.tsx'
import { Told } from './first-parts.tsx'
import type { RequestPageProps } from './request.page.tsx'

/** What stops the clock and what lengthens it. */
export function ClockPart(props: RequestPageProps) {
  const { found, clock, today, form } = props
  const { request } = found
  const inTime = Temporal.PlainDate.compare(today, clock.firstDueOn) <= 0
  return (
    <section>
      <h2 class="govuk-heading-m">Time</h2>
      {clock.state === 'stopped' && (
        <ActForm of={props} act="clock" button="They have answered our question" hidden={{ step: 'answered' }} />
      )}
      {stopsForClarification(request.kind) && clock.state !== 'stopped' && (
        <Details summary="Ask what they mean" open={form.errors.question !== undefined}>
          <ActForm of={props} act="clock" button="Ask, and stop the clock" hidden={{ step: 'question' }} secondary>
            <p class="govuk-body">
              Only where it is needed to find what they ask for. The clock stands from the day of the question to that
              of the answer.
            </p>
            <RadiosField
              form={form}
              name="question"
              legend="What do we need to know?"
              legendSize="s"
              items={questions.map((value) => ({ value, content: questionWords[value] }))}
              small
            />
            <Told form={form} name="question_told" />
          </ActForm>
        </Details>
      )}
      {request.extendedOn === null && inTime && (
        <Details summary="Take more time" open={form.errors.extension !== undefined}>
          <ActForm of={props} act="clock" button="Take two months more" hidden={{ step: 'extend' }} secondary>
            <RadiosField
              form={form}
              name="extension"
              legend="Why is more time needed?"
              legendSize="s"
              hint="They are told why, and where they can complain. It can be done once."
              items={extensionReasons.map((value) => ({ value, content: `Because ${extensionWords[value]}` }))}
              small
            />
            <Told form={form} name="extension_told" />
          </ActForm>
        </Details>
      )}
    </section>
  )
}

export const ClosePart = (props: RequestPageProps) => (
  <Details summary="Close the request" open={props.form.errors.outcome !== undefined}>
    <ActForm of={props} act="close" button="Close the request">
      <RadiosField
        form={props.form}
        name="outcome"
        legend="How did it end?"
        legendSize="s"
        items={outcomes.map((value) => ({ value, content: outcomeWords[value] }))}
        small
      />
      <TextAreaField
        form={props.form}
        name="note"
        label="What was done, and why (optional)"
        rows={3}
        maxlength={2000}
      />
    </ActForm>
  </Details>
)
