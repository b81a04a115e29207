import { Alert } from '../../../../ui/components/alert.tsx'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Import } from '../../data/import-reads.ts'
import type { DryRun, Sheet } from '../../domain/sheet.ts'
import { casesInWords } from './import-list.page.tsx'
import { LetGo } from './let-go.tsx'
import { Remarks } from './remarks.tsx'

export interface DryRunProps {
  readonly one: Import
  readonly sheet: Sheet
  readonly run: DryRun
  readonly page: number
  readonly form: FormState
  readonly tokens: { readonly bringIn: string; readonly letGo: string }
  /** Whether whoever looks may look up who is known already. */
  readonly mayLookUp: boolean
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`)

/** What would come in, and everything that is wrong, before anything is. */
export const DryRunPage = (props: DryRunProps) => {
  const { one, run } = props
  return (
    <>
      <BackLink href="/office/imports">Bring in people and cases</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">What would come in</h1>
      <p class="govuk-body">Nothing of this is on record yet.</p>
      <SummaryList rows={facts(props)} />
      {run.cases.length > 0 ? <BringIn {...props} /> : <NothingToBring />}
      <Remarks
        id="problems"
        title={run.problems.length === 0 ? 'No problems' : `Problems in ${rows(run.rowsWithProblems)}`}
        remarks={run.problems}
        page={props.page}
        address={`/office/imports/${one.id}`}
      />
      {run.notes.length > 0 && (
        <Remarks id="notes" title="What you should know" remarks={run.notes.slice(0, 50)} page={1} address={null} />
      )}
      <NotBroughtIn {...props} />
      <LetGo importId={one.id} token={props.tokens.letGo} />
    </>
  )
}

function facts({ one, sheet, run, mayLookUp }: DryRunProps) {
  const change = (href: string, content: string, visuallyHiddenText: string) => ({
    items: [{ href: `/office/imports/${one.id}/${href}`, content, visuallyHiddenText }],
  })
  const people = run.cases.length * 2
  const live = run.cases.filter((it) => it.closed === null)
  const waiting = live.filter((it) => it.mediatorId === null).length
  return [
    { key: 'File', value: sheet.fileName },
    sheet.sheetName !== null && { key: 'Sheet', value: sheet.sheetName },
    sheet.skipped.length > 0 && { key: 'Not read', value: `Other sheets: ${sheet.skipped.join(', ')}` },
    { key: 'Rows', value: rows(sheet.rows.length), actions: change('columns', 'Change', 'what the columns are') },
    {
      key: 'Would come in',
      value: `${casesInWords(run.cases.length)} with ${people.toLocaleString('en-GB')} people: ${live.length} live, ${run.cases.length - live.length} closed`,
      actions: mayLookUp && run.cases.length > 0 ? change('known', 'See who is known already', '') : undefined,
    },
    waiting > 0 && {
      key: 'Without a mediator',
      value: `${casesInWords(waiting)}. Each becomes a task on Today: appoint a mediator.`,
    },
    one.leftOut.length > 0 && { key: 'Left out by you', value: casesInWords(one.leftOut.length) },
  ]
}

const BringIn = ({ one, run, tokens }: DryRunProps) => (
  <Form
    action={`/office/imports/${one.id}/bring-in`}
    formFields={
      <>
        <HiddenField name="_form" value={tokens.bringIn} />
        <HiddenField name="seen" value={String(run.cases.length)} />
      </>
    }
  >
    {run.rowsWithProblems > 0 && (
      <Alert variant="warning" title="Some rows stay out">
        {rows(run.rowsWithProblems)} with problems do not come in. You can put the sheet right, let this one go and give
        it again, or bring in the rest now and those rows later in a sheet of their own.
      </Alert>
    )}
    <Button preventDoubleClick>Bring in {casesInWords(run.cases.length)}</Button>
  </Form>
)

const NothingToBring = () => <InsetText>No case of this sheet can come in as it is.</InsetText>

/** Nothing is lost in silence: what has no place here is named. */
const NotBroughtIn = ({ one, sheet }: DryRunProps) => {
  const left = sheet.headings.filter((_, at) => !one.choices?.columns[at])
  if (left.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Columns that do not come in</h2>
      <p class="govuk-body">{left.join(', ')}</p>
    </>
  )
}
