import { Alert } from '../../../../ui/components/alert.tsx'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Import } from '../../data/import-reads.ts'
import type { CameIn } from '../../data/imported-cases.ts'
import { casesInWords } from './import-list.page.tsx'

export interface BroughtInProps {
  readonly one: Import
  readonly cases: readonly CameIn[]
  /** Those with which somebody went on. */
  readonly touched: ReadonlySet<Id>
  readonly names: ReadonlyMap<Id, string>
  /** Until when it can be taken back; null when that is over. */
  readonly until: Temporal.PlainDate | null
  readonly form: FormState
  readonly token: string
}

/** What came in with a sheet, and the way to take it back. */
export const BroughtInPage = (props: BroughtInProps) => {
  const { one } = props
  const back = one.status === 'taken_back'
  return (
    <>
      <BackLink href="/office/imports">Bring in people and cases</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">{back ? 'Taken back' : 'Brought in'}</h1>
      <SummaryList rows={facts(props)} />
      {!back && props.until && <TakeBack {...props} until={props.until} />}
      {back && props.cases.length > 0 && (
        <Alert variant="information" title="Some cases stayed">
          {casesInWords(props.cases.length)} stayed, because somebody went on with them after they came in.
        </Alert>
      )}
      <CaseLinks {...props} />
    </>
  )
}

const who = (names: ReadonlyMap<Id, string>, id: Id | null): string => (id ? (names.get(id) ?? '') : '')

function facts({ one, names }: BroughtInProps) {
  const people = (one.personCount ?? 0).toLocaleString('en-GB')
  return [
    { key: 'Came in', value: `${casesInWords(one.caseCount ?? 0)} with ${people} people` },
    one.broughtInAt && { key: 'When', value: `${dateAndTime(one.broughtInAt)}, ${who(names, one.broughtInBy)}` },
    one.leftOut.length > 0 && { key: 'Rows left out', value: rowList(one.leftOut) },
    one.takenBackAt && {
      key: 'Taken back',
      value: `${casesInWords(one.takenBackCount ?? 0)}, ${dateAndTime(one.takenBackAt)}, ${who(names, one.takenBackBy)}`,
    },
  ]
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 60).join(', ')
  return rows.length > 60 ? `${rows.length}: ${shown} and more` : `${rows.length}: ${shown}`
}

const TakeBack = ({ one, touched, until, token }: BroughtInProps & { readonly until: Temporal.PlainDate }) => (
  <>
    <h2 class="govuk-heading-m">Take it back</h2>
    <p class="govuk-body">
      Until {plainDate(until)} you can take this back: the cases and their people are gone then, as if they had never
      come.
    </p>
    {touched.size > 0 && (
      <WarningText>
        {casesInWords(touched.size)} would stay, because somebody went on with them. They are marked below.
      </WarningText>
    )}
    <Form action={`/office/imports/${one.id}/take-back`} formFields={<HiddenField name="_form" value={token} />}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        Take back what came in
      </Button>
    </Form>
  </>
)

const CaseLinks = ({ cases, touched, one }: BroughtInProps) =>
  cases.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{one.status === 'taken_back' ? 'Cases that stayed' : 'Cases'}</h2>
      <ul class="govuk-list">
        {cases.map((it) => (
          <li>
            <a class="govuk-link" href={`/office/cases/${it.caseId}`}>
              {it.reference}
            </a>
            {it.oldReference && ` (was ${it.oldReference})`}
            {touched.has(it.caseId) && one.status !== 'taken_back' && ', somebody went on with it'}
          </li>
        ))}
      </ul>
    </>
  )
