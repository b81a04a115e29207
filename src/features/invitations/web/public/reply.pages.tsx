import { Button } from '../../../../ui/components/button.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { telephoneHref } from '../../../../ui/layouts/service-facts.ts'
import type { AnswerKind } from '../../domain/board.ts'
import { type FollowingFacts, following } from '../../domain/what-follows.ts'
import { answers } from '../../domain/words.ts'

interface FormPage {
  readonly form: FormState
  readonly token: string
}

const tokenField = (token: string) => <HiddenField name="_form" value={token} />

/** For whoever has the code on paper. */
export const CodePage = ({ form, token }: FormPage) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Answer a letter from us</h1>
      <p class="govuk-body">Your letter or message has a code of twelve letters and figures.</p>
      <Form action="/reply" formFields={tokenField(token)}>
        <TextField
          form={form}
          name="code"
          label="The code"
          hint="For example 4KTX-9QMB-R7WD"
          width={20}
          spellcheck={false}
          autocapitalize="characters"
        />
        <Button>Continue</Button>
      </Form>
    </div>
  </div>
)

/** The answers that there are. Opening this page tells the service nothing, and it shows nothing of what was answered before. */
export const ChoicePage = ({ form, token, code }: FormPage & { readonly code: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">What would you like to tell us?</h1>
      <p class="govuk-body">Choose one. The next page says what follows, and you can still go back.</p>
      <Form action={`/reply/${code}`} formFields={tokenField(token)}>
        <RadiosField
          form={form}
          name="answer"
          legend="Your answer"
          legendSize="s"
          items={answers.map((value) => ({ value, content: following[value].choice }))}
        />
        <Button>Continue</Button>
      </Form>
    </div>
  </div>
)

/** What follows from one answer, before it is given. */
export function FollowingPage(
  props: FormPage & { readonly code: string; readonly answer: AnswerKind; readonly facts: FollowingFacts },
) {
  const { form, code, answer, facts } = props
  const { title, follows, reach, button } = following[answer]
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">{title}</h1>
        <h2 class="govuk-heading-m">What follows if you tell us so</h2>
        <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
          {follows(facts).map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        {answer === 'unsafe' && (
          <WarningText>You can leave this page at once by the button “Leave this page”.</WarningText>
        )}
        <Form
          action={`/reply/${code}`}
          formFields={
            <>
              {tokenField(props.token)}
              <HiddenField name="answer" value={answer} />
              <HiddenField name="sure" value="yes" />
            </>
          }
        >
          {reach && <TextField form={form} name="reach" label={reach.label} hint={reach.hint} />}
          <Button preventDoubleClick>{button}</Button>
        </Form>
        <p class="govuk-body">
          <a class="govuk-link" href={`/reply/${code}`}>
            Choose something else
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/privacy">
            How we look after your details
          </a>
        </p>
      </div>
    </div>
  )
}

/** The same for every answer: whoever looks over a shoulder learns nothing. */
export const RepliedPage = ({ telephone }: { readonly telephone: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <h1 class="govuk-heading-l">We have your answer</h1>
      <p class="govuk-body">It does what the page before said. You need do nothing more.</p>
      {telephone && (
        <p class="govuk-body">
          If you would like to talk with us, ring{' '}
          <a class="govuk-link" href={telephoneHref(telephone)}>
            {telephone}
          </a>
          .
        </p>
      )}
      <p class="govuk-body">Your browser remembers that you were on this website. Only you can make it forget that.</p>
    </div>
  </div>
)
