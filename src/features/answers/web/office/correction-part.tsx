import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { AnswerForm, type AnswerProps } from './answer-form.tsx'

const fieldWords: Readonly<Record<string, string>> = {
  ...{ given_name: 'First name', family_name: 'Last name', known_as: 'Known as' },
  ...{ former_names: 'Former names', birth_date: 'Date of birth' },
}

/** What was, what is and who decided. */
export function CorrectionPart(props: AnswerProps) {
  const { person, corrected, form, found, names } = props
  const { givenName, familyName, knownAs } = person
  const filled = hasErrors(form)
    ? form
    : filledForm({ given_name: givenName, family_name: familyName, known_as: knownAs ?? '' })
  const open = found.request.closedOn === null
  return (
    <>
      {corrected.length > 0 && (
        <SummaryList
          card={{ title: { content: 'What was put right' } }}
          rows={corrected.map((it) => ({
            key: fieldWords[it.field] ?? it.field,
            value: `Was “${it.was ?? 'nothing'}”, is “${it.became ?? 'nothing'}”. Decided by ${(it.by && names.get(it.by)) || 'a colleague'} on ${plainDate(londonDay(it.at))}`,
          }))}
        />
      )}
      {open && (
        <>
          <h2 class="govuk-heading-m">Put a name right</h2>
          <p class="govuk-body">
            Ways to reach them and their date of birth are put right on the page of their case. What somebody thought is
            not changed: the person’s own words can stand beside a note, on the page of the session.
          </p>
          <AnswerForm of={props} act="correct" button="Put it right">
            <TextField form={filled} name="given_name" label="First name" spellcheck={false} />
            <TextField form={filled} name="family_name" label="Last name" spellcheck={false} />
            <TextField form={filled} name="known_as" label="Known as (optional)" spellcheck={false} />
          </AnswerForm>
        </>
      )}
    </>
  )
}
