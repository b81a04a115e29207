import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { Merge } from '../../data/merges.ts'
import { reasonWords } from '../../domain/reasons.ts'

/** What was made one, the newest first, and what can still be undone. */
export const MergesPage = ({
  merges,
  today,
}: {
  readonly merges: readonly Merge[]
  readonly today: Temporal.PlainDate
}) => (
  <>
    <h1 class="govuk-heading-l">Records that became one</h1>
    {merges.length === 0 ? (
      <p class="govuk-body">
        None yet. On a case page, “Is one of them on record twice?” shows who may be the same person.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {merges.map((it) => (
          <li>
            <strong>{it.merged}</strong> went into <strong>{it.kept}</strong>. <Facts merge={it} />{' '}
            <Undoing merge={it} today={today} />
          </li>
        ))}
      </ul>
    )}
  </>
)

const Facts = ({ merge }: { readonly merge: Merge }) => (
  <>
    {merge.by}, {plainDate(londonDay(merge.at))}: {merge.reason}{' '}
    {merge.agreeing.length > 0 && `What agreed: ${merge.agreeing.map((it) => reasonWords[it]).join(', ')}. `}
    {merge.mergedBirthDate &&
      `Born ${describePartialDate(parsePartialDate(merge.mergedBirthDate))} by the record that went over.`}
  </>
)

function Undoing({ merge, today }: { readonly merge: Merge; readonly today: Temporal.PlainDate }) {
  if (merge.undone)
    return (
      <>
        Two again since {plainDate(londonDay(merge.undone.at))}: {merge.undone.reason}
      </>
    )
  const until = Temporal.PlainDate.from(merge.undoUntil)
  if (Temporal.PlainDate.compare(until, today) < 0) return <>It stays.</>
  return (
    <>
      Can be undone until {plainDate(until)}.{' '}
      <a class="govuk-link" href={`/office/merges/${merge.id}/undo`}>
        Undo<span class="govuk-visually-hidden"> for {merge.kept}</span>
      </a>
    </>
  )
}

export const UndoPage = (props: { readonly form: FormState; readonly token: string; readonly merge: Merge }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <BackLink href="/office/merges">Records that became one</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">
        Make two of {props.merge.kept} and {props.merge.merged} again
      </h1>
      <p class="govuk-body">
        <Facts merge={props.merge} />
      </p>
      <p class="govuk-body">
        Each file and each way to reach them goes back to where it was. What was added since stays with{' '}
        {props.merge.kept}. A colleague who has said since that they know this person keeps away from both.
      </p>
      <Form
        action={`/office/merges/${props.merge.id}/undo`}
        formFields={<HiddenField name="_form" value={props.token} />}
      >
        <TextAreaField form={props.form} name="reason" label="Why are they two people after all?" rows={3} />
        <Button preventDoubleClick>Make them two again</Button>
      </Form>
    </div>
  </div>
)
