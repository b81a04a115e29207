import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField, RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Child } from '../../../cases/index.ts'
import {
  type ArrangedBy,
  type ArrangedThing,
  arrangedBy,
  arrangedThings,
  currentArrangements,
  type KeptArrangement,
} from '../../domain/arrangement.ts'
import type { PartyNames } from '../../domain/next-step.ts'
import { formToken } from './case-form.tsx'

export const longestThing = 2000
const things = Object.keys(arrangedThings) as ArrangedThing[]

interface Props {
  readonly caseId: string
  readonly child: Child
  readonly names: PartyNames
  readonly arrangements: readonly KeptArrangement[]
  readonly form: FormState
  readonly token: string
}

const byWords = (names: PartyNames): Record<ArrangedBy, string> => ({
  A: `As ${names.A} tells it`,
  B: `As ${names.B} tells it`,
  both: 'As both agreed',
})

export const arrangementsPath = (caseId: string, childId: string) =>
  `/office/cases/${caseId}/children/${childId}/arrangements`

/** How a child's time is arranged, as each parent tells it and as they agreed, with what was said before. */
export const ArrangementsPage = (props: Props) => {
  const { child, names, form } = props
  const { now, earlier } = currentArrangements(props.arrangements)
  return (
    <>
      <BackLink href={`/office/cases/${props.caseId}`}>The case</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Arrangements for {child.givenName}</h1>
      {now.size === 0 && <InsetText>Nothing has been told of them yet.</InsetText>}
      {[...arrangedBy].reverse().map((by) => {
        const it = now.get(by)
        return it ? <One arrangement={it} names={names} /> : null
      })}
      {earlier.length > 0 && (
        <Details summary={`What was said before (${earlier.length})`}>
          {earlier.map((it) => (
            <One arrangement={it} names={names} />
          ))}
        </Details>
      )}
      <NewArrangement {...props} />
    </>
  )
}

const One = ({ arrangement, names }: { readonly arrangement: KeptArrangement; readonly names: PartyNames }) => (
  <SummaryList
    card={{ title: { content: `${byWords(names)[arrangement.by]}, ${plainDate(arrangement.saidOn)}` } }}
    rows={[
      ...things
        .filter((thing) => arrangement[thing] !== '')
        .map((thing) => ({ key: arrangedThings[thing], value: arrangement[thing] })),
      { key: 'Written down by', value: arrangement.author },
    ]}
  />
)

const NewArrangement = ({ caseId, child, names, form, token }: Props) => (
  <>
    <h2 class="govuk-heading-m">Write down what was said</h2>
    <p class="govuk-body">
      Write what holds from now on, in full. What stands here now is kept below it. What one parent tells is not shown
      to the other.
    </p>
    <Form action={arrangementsPath(caseId, child.id)} formFields={formToken(token)}>
      <RadiosField
        form={form}
        name="by"
        legend="Who says so?"
        items={arrangedBy.map((value) => ({ value, content: byWords(names)[value] }))}
      />
      <DateField form={form} name="said" legend="On which day?" legendSize="s" hint="For example, 24 11 2026" />
      {things.map((thing) => (
        <TextAreaField form={form} name={thing} label={arrangedThings[thing]} rows={3} />
      ))}
      <Button preventDoubleClick>Save</Button>
    </Form>
  </>
)
