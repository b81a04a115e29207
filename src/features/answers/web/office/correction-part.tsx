import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import {
  DetailInputs,
  detailValue,
  detailWords,
  type EnquiryToCorrect,
  filledDetails,
} from '../../../enquiries/index.ts'
import type { Person } from '../../../people/index.ts'
import type { Corrected } from '../../data/answer-reads.ts'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'

const fieldWords: Readonly<Record<string, string>> = {
  ...detailWords,
  ...{ known_as: 'Known as', former_names: 'Former names' },
}

/** What was, what is and who decided; and what is put right next, on a person or in an enquiry. */
export function CorrectionPart(props: AnswerProps) {
  const { person, enquiry, corrected, found, names } = props
  const open = found.request.closedOn === null
  return (
    <>
      {corrected.length > 0 && (
        <SummaryList
          card={{ title: { content: 'What was put right' } }}
          rows={corrected.map((it) => ({
            key: fieldWords[it.field] ?? it.field,
            value: `${changeWords(it)}. Decided by ${(it.by && names.get(it.by)) || 'a colleague'} on ${plainDate(londonDay(it.at))}`,
          }))}
        />
      )}
      {open && person && <NamesOf {...props} person={person} />}
      {open && enquiry && <DetailsOf {...props} enquiry={enquiry} />}
      {open && enquiry && enquiry.stated.length > 0 && <WordsBeside {...props} enquiry={enquiry} />}
    </>
  )
}

const changeWords = ({ field, was, became, words }: Corrected): string =>
  words
    ? `It stands, and beside it their words: “${words}”`
    : `Was “${detailValue(field, was)}”, is “${detailValue(field, became)}”`

function NamesOf(props: AnswerProps & { readonly person: Person }) {
  const { form } = props
  const { givenName, familyName, knownAs } = props.person
  const filled = hasErrors(form)
    ? form
    : filledForm({ given_name: givenName, family_name: familyName, known_as: knownAs ?? '' })
  return (
    <>
      <h2 class="govuk-heading-m">Put a name right</h2>
      <p class="govuk-body">
        Ways to reach them and their date of birth are put right on the page of their case. What somebody thought is not
        changed: the person’s own words can stand beside a note, on the page of the session.
      </p>
      <AnswerForm of={props} act="correct" button="Put it right">
        <TextField form={filled} name="given_name" label="First name" spellcheck={false} />
        <TextField form={filled} name="family_name" label="Last name" spellcheck={false} />
        <TextField form={filled} name="known_as" label="Known as (optional)" spellcheck={false} />
      </AnswerForm>
    </>
  )
}

interface OfEnquiry {
  readonly enquiry: EnquiryToCorrect
}

function DetailsOf(props: AnswerProps & OfEnquiry) {
  const { form, enquiry } = props
  const known = filledDetails(enquiry.details)
  const typed = Object.keys({ ...form.values, ...form.errors }).some((it) => it in known.values)
  const filled = hasErrors(form) && typed ? form : known
  return (
    <>
      <h2 class="govuk-heading-m">Put a detail right</h2>
      <p class="govuk-body">
        Change what is wrong, and leave the rest. A way to reach them that is put right now is not used to answer this
        request: somebody else may have asked for it.
      </p>
      <AnswerForm of={props} act="correct" button="Put it right">
        <DetailInputs form={filled} />
      </AnswerForm>
    </>
  )
}

/** What was told or noted is not changed. */
function WordsBeside(props: AnswerProps & OfEnquiry) {
  const { form, enquiry } = props
  return (
    <>
      <h2 class="govuk-heading-m">Put their words beside what stands there</h2>
      <p class="govuk-body">
        What was told us and what we noted is not changed. What they say of it stands beside it wherever it is shown.
      </p>
      <AnswerForm of={props} act="beside" button="Put it beside">
        <SelectField
          form={form}
          name="beside"
          label="Of what do they speak?"
          items={enquiry.stated.map((value) => ({ value, text: detailWords[value] ?? value }))}
        />
        <TextAreaField form={form} name="their_words" label="What they say of it" rows={3} spellcheck />
      </AnswerForm>
    </>
  )
}
