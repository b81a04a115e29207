import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { FileField, HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { ListedImport } from '../../data/import-reads.ts'

/** Where a spreadsheet is given, and what came of those before. */
export const ImportListPage = (props: {
  readonly imports: readonly ListedImport[]
  readonly names: ReadonlyMap<Id, string>
  readonly form: FormState
  readonly token: string
}) => (
  <>
    <BackLink href="/office/cases">Cases</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Bring in people and cases</h1>
    <p class="govuk-body">
      From a spreadsheet that you kept before. You say what its columns are, then you see every problem, row by row.
      Nobody is on record before you say so, and you can take it back afterwards. Nothing is sent to anybody.
    </p>
    <Form action="/office/imports" files formFields={<HiddenField name="_form" value={props.token} />}>
      <FileField
        form={props.form}
        name="file"
        label="The spreadsheet"
        hint="An Excel workbook (.xlsx), of which the first sheet is read, or CSV. Up to 2,000 rows, 60 columns and 5 MB."
        accept=".xlsx,.csv,.txt,.tsv"
      />
      <Button preventDoubleClick>Give this sheet</Button>
    </Form>
    <Details summary="How a sheet should look">
      <p class="govuk-body">
        The first row is the headings. Then either each case has one row with both parties in it, or each person has a
        row of their own, and the two rows of a case have the same case number.
      </p>
      <p class="govuk-body">
        Dates, telephone numbers and whether a way of contact is safe are checked. An empty cell about safety means that
        nobody asked. Notes of meetings do not come in.
      </p>
    </Details>
    <h2 class="govuk-heading-m">Sheets so far</h2>
    {props.imports.length === 0 ? (
      <InsetText>None yet.</InsetText>
    ) : (
      <ScrollArea label="Sheets so far, newest first">
        <Table
          head={['Given', 'By', 'Rows', 'Where it stands']}
          rows={props.imports.map((one) => [
            { content: <Given given={one} /> },
            props.names.get(one.givenBy) ?? '',
            { content: String(one.rowCount), format: 'numeric' },
            standing(one),
          ])}
        />
      </ScrollArea>
    )}
  </>
)

const Given = ({ given }: { readonly given: ListedImport }) => (
  <a class="govuk-link" href={`/office/imports/${given.id}`}>
    {dateAndTime(given.givenAt)}
  </a>
)

export const casesInWords = (count: number): string =>
  count === 1 ? '1 case' : `${count.toLocaleString('en-GB')} cases`

function standing(one: ListedImport): string {
  if (one.status === 'given') return 'Waits to be brought in'
  const came = casesInWords(one.caseCount ?? 0)
  if (one.status === 'brought_in') return `${came} came in`
  return `${came} came in, ${casesInWords(one.takenBackCount ?? 0)} taken back`
}
