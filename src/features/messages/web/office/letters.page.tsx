import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField, DateField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { WholeMessage } from '../../data/message-reads.ts'
import type { LetterToPost } from '../../data/waiting-letters.ts'
import { templateWords } from '../../domain/message-words.ts'
import { lettersPath, messagePath } from './message-paths.ts'

export interface LettersPageProps {
  readonly letters: readonly LetterToPost[]
  readonly form: FormState
  /** Whether whoever looks may address an envelope. */
  readonly mayPost: boolean
  /** How many of those that were ticked were left as they were. */
  readonly left: number
  readonly token: string
}

/** Letters that wait to be printed and posted. */
export function LettersPage({ letters, form, mayPost, left, token }: LettersPageProps) {
  const safe = letters.filter((it) => it.mayGo)
  const held = letters.filter((it) => !it.mayGo)
  return (
    <>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Letters to post</h1>
      {left > 0 && (
        <Alert variant="warning" title="Not all were marked as posted" role="alert">
          {left === 1 ? 'One letter was' : `${left} letters were`} left as they were: it is no longer safe to write
          there, or a colleague settled it meanwhile.
        </Alert>
      )}
      {safe.length === 0 && !hasErrors(form) ? (
        <p class="govuk-body">No letter waits to be posted.</p>
      ) : (
        <>
          {mayPost && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${lettersPath}/print`}>
                Open them all to print them
              </a>
              , each on a sheet of its own with the address in the window.
            </p>
          )}
          <PostedForm letters={safe} form={form} token={token} />
        </>
      )}
      {held.length > 0 && <Held letters={held} />}
    </>
  )
}

/** The first line of an envelope. */
const nameOn = ({ recipient }: Pick<WholeMessage, 'recipient'>) => recipient.split('\n')[0]

const PostedForm = ({ letters, form, token }: Pick<LettersPageProps, 'letters' | 'form' | 'token'>) => (
  <Form action={lettersPath} formFields={<HiddenField name="_form" value={token} />}>
    <CheckboxesField
      form={form}
      name="letters[]"
      legend="Which were posted?"
      items={letters.map(({ of, letter }) => ({
        value: of === 'case' ? letter.id : `enquiry-${letter.id}`,
        content: `${nameOn(letter)}: ${templateWords(letter.template)}`,
        hint: {
          content: (
            <>
              Written {plainDate(londonDay(letter.madeAt))}.{' '}
              <a class="govuk-link" href={messagePath(of, letter.id)}>
                Read it
              </a>
            </>
          ),
        },
      }))}
    />
    <DateField form={form} name="posted" legend="On which day?" legendSize="s" />
    <Button preventDoubleClick>They have been posted</Button>
  </Form>
)

const Held = ({ letters }: Pick<LettersPageProps, 'letters'>) => (
  <>
    <h2 class="govuk-heading-m">Not to be posted</h2>
    <p class="govuk-body">It is no longer said to be safe to write to these people there.</p>
    <ul class="govuk-list govuk-list--bullet">
      {letters.map(({ of, letter }) => (
        <li>
          <a class="govuk-link" href={messagePath(of, letter.id)}>
            {nameOn(letter)}: {templateWords(letter.template)}
          </a>
        </li>
      ))}
    </ul>
  </>
)
