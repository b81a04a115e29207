import { Button } from '../../../../ui/components/button.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Known, mostShown } from '../../data/known-people.ts'
import { KnownList } from './known-list.tsx'

export interface SearchPageProps {
  readonly form: FormState
  readonly token: string
  /** Null when nothing was looked for yet. */
  readonly known: readonly Known[] | null
}

/** Looking for a person in every role they can have. What is typed is sent, and stands in no address. */
export function SearchPage({ form, token, known }: SearchPageProps) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">Find a person</h1>
        <Form action="/office/search" formFields={<input type="hidden" name="_form" value={token} />}>
          <TextField
            form={form}
            name="q"
            label="What do you know of them?"
            hint="A name, date of birth, telephone, e-mail, postcode or number of a case or enquiry, or several of them"
            autocomplete="off"
            spellcheck={false}
          />
          <Button>Search</Button>
        </Form>
        {known && <Answer known={known} />}
      </div>
    </div>
  )
}

const Answer = ({ known }: { readonly known: readonly Known[] }) => (
  <section aria-label="People found">
    <h2 class="govuk-heading-m">{countWords(known.length)}</h2>
    {known.length === 0 ? (
      <p class="govuk-body">
        We also looked for names that sound alike or are a slip away. Try a telephone number or an e-mail address.
      </p>
    ) : (
      <KnownList known={known} />
    )}
  </section>
)

function countWords(count: number): string {
  if (count === 0) return 'We know nobody like that'
  if (count >= mostShown) return `The ${mostShown} who fit best`
  return count === 1 ? 'One person fits' : `${count} people fit`
}

/** What a form shows as somebody is typed into it. Empty when nobody is known: then nothing moves on the screen. */
export const PossiblyKnown = ({ known }: { readonly known: readonly Known[] }) => (
  <div class={known.length === 0 ? undefined : 'govuk-inset-text'}>
    {known.length > 0 && <p>We may know this person already:</p>}
    {known.length > 0 && <KnownList known={known} />}
  </div>
)
