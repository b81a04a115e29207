import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { fieldKeys, wordsOfField } from '../../domain/fields.ts'
import type { Sheet } from '../../domain/sheet.ts'
import { topicSheetItems } from './columns.form.ts'
import { LetGo } from './let-go.tsx'

interface ColumnsProps {
  readonly importId: Id
  readonly sheet: Sheet
  readonly form: FormState
  readonly token: string
  readonly letGoToken: string
  /** A cell that can be read as two days, where there is one. */
  readonly twoDays: string | null
  readonly remembered: boolean
}

/** Says what each column of a sheet is. Guessed from its heading, or as it was said of the last sheet with the same headings. */
export const ColumnsPage = (props: ColumnsProps) => (
  <>
    <BackLink href={`/office/imports/${props.importId}`}>The sheet</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">What the columns are</h1>
    {props.remembered && <InsetText>These are your choices for the last sheet with the same headings.</InsetText>}
    <Form
      action={`/office/imports/${props.importId}/columns`}
      formFields={<HiddenField name="_form" value={props.token} />}
    >
      {props.sheet.headings.map((heading, at) => (
        <SelectField
          form={props.form}
          name={`column_${at}`}
          label={{ content: heading, classes: 'govuk-label--s' }}
          hint={sampleOf(props.sheet, at)}
          items={fieldItems}
        />
      ))}
      {props.twoDays && <DateOrder form={props.form} example={props.twoDays} />}
      <RadiosField
        form={props.form}
        name="details_of_b"
        legend="Who gave you the details of party B?"
        legendSize="s"
        hint="Where the sheet does not say. What somebody else gave serves to invite them, and nothing more before they confirm it."
        items={[
          { value: 'other_party', content: 'Party A or a referrer' },
          { value: 'self', content: 'Party B themselves' },
        ]}
      />
      <RadiosField
        form={props.form}
        name="topic_otherwise"
        legend="What is a case about where the sheet does not say?"
        legendSize="s"
        items={topicSheetItems}
      />
      <Button preventDoubleClick>See what would come in</Button>
    </Form>
    <LetGo importId={props.importId} token={props.letGoToken} />
  </>
)

const fieldItems = [
  { value: '', text: 'Does not come in' },
  ...fieldKeys.map((key) => ({ value: key, text: wordsOfField(key) })),
]

/** What stands in a column, so that one sees what it is where its heading does not tell. */
function sampleOf(sheet: Sheet, at: number): string {
  const filled = sheet.rows.flatMap(({ cells }) => (cells[at] ? [cells[at]] : []))
  if (filled.length === 0) return 'Empty in every row'
  const some = [...new Set(filled)].slice(0, 3).map((cell) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell))
  return `Such as ${some.join('; ')}`
}

const DateOrder = ({ form, example }: { readonly form: FormState; readonly example: string }) => (
  <RadiosField
    form={form}
    name="date_order"
    legend={`Which comes first in a date such as ${example}?`}
    legendSize="s"
    items={[
      { value: 'day', content: 'The day' },
      { value: 'month', content: 'The month' },
    ]}
  />
)
