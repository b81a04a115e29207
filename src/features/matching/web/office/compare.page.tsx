import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { RecordOfPerson } from '../../data/records.ts'
import { bornApart } from '../../domain/agreement.ts'
import { type Reason, reasonWords } from '../../domain/reasons.ts'
import { nameOf } from './known-list.tsx'

export interface ComparePageProps {
  readonly form: FormState
  readonly token: string
  readonly one: RecordOfPerson
  readonly other: RecordOfPerson
  readonly agreeing: readonly Reason[]
}

/** Two records side by side, with what agrees in them: whoever makes them one sees both first. */
export const ComparePage = ({ form, token, one, other, agreeing }: ComparePageProps) => (
  <>
    <BackLink href={`/office/cases/${one.cases[0]?.id}`}>Back to the case</BackLink>
    <FormErrorSummary form={form} />
    <h1 class="govuk-heading-l">Is this one person?</h1>
    <p class="govuk-body">
      {agreeing.length === 0
        ? 'Nothing that we hold of them agrees.'
        : `What agrees: ${agreeing.map((it) => reasonWords[it]).join(', ')}.`}
    </p>
    {bornApart(one, other) && <WarningText>Their dates of birth differ. Two people can have one name.</WarningText>}
    <div class="govuk-grid-row">
      <Side record={one} title="One record" />
      <Side record={other} title="The other record" />
    </div>
    <h2 class="govuk-heading-m">What happens when they become one</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>The files of both are this person’s. Nothing passes between the two parties of any file.</li>
      <li>The name of the other record becomes a former name, so that it is still found.</li>
      <li>What was called unsafe in either is unsafe. What was safe in the other record is asked again.</li>
      <li>Neither gets in to their own pages by e-mail before their details were gone through with them.</li>
    </ul>
    <Form
      action={`/office/people/${one.id}/same-as/${other.id}`}
      formFields={<HiddenField name="_form" value={token} />}
    >
      <RadiosField
        form={form}
        name="keep"
        legend="Which record stays?"
        hint="Its name, date of birth and safe-contact card stand"
        items={[
          { value: 'one', content: `${nameOf(one)}, ${casesIn(one)}` },
          { value: 'other', content: `${nameOf(other)}, ${casesIn(other)}` },
        ]}
      />
      <TextAreaField
        form={form}
        name="reason"
        label="How do you know that it is one person?"
        hint="For example: she told me on the telephone that she was Baker before"
        rows={3}
      />
      <Button preventDoubleClick>Make them one</Button>
    </Form>
  </>
)

const casesIn = ({ cases }: RecordOfPerson) => cases.map((it) => it.reference).join(', ')

function Side({ record, title }: { readonly record: RecordOfPerson; readonly title: string }) {
  const { name, birthDate, cases, points } = record
  return (
    <div class="govuk-grid-column-one-half">
      <h2 class="govuk-heading-m">{title}</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: nameOf(record) },
          name.knownAs ? { key: 'Called', value: name.knownAs } : null,
          name.former ? { key: 'Former names', value: name.former } : null,
          { key: 'Born', value: birthDate ? describePartialDate(parsePartialDate(birthDate)) : 'Not known' },
          {
            key: 'Cases',
            value: {
              content: (
                <ul class="govuk-list">
                  {cases.map((it) => (
                    <li>
                      <a class="govuk-link" href={`/office/cases/${it.id}`}>
                        {it.reference}
                      </a>
                      , {it.status}, party {it.side}
                    </li>
                  ))}
                </ul>
              ),
            },
          },
          { key: 'Reached by', value: { content: <Ways points={points} /> } },
        ]}
      />
    </div>
  )
}

const safetyWords = { safe: 'safe', unsafe: 'not safe', not_asked: 'not asked' } as const

/** Each way with its safety and, where it was not their own word, whose it was. An address is held apart. */
const Ways = ({ points }: Pick<RecordOfPerson, 'points'>) =>
  points.length === 0 ? (
    <>Nothing held</>
  ) : (
    <ul class="govuk-list">
      {points.map((it) => (
        <li>
          {it.kind === 'address' ? 'An address, held apart' : it.value}, {safetyWords[it.safety]}
          {it.source !== 'self' && ', not from themselves'}
        </li>
      ))}
    </ul>
  )
