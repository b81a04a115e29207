import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { QrCode } from '../../../staff/index.ts'
import type { Movement, PaperFile } from '../../data/papers.ts'
import { CaseForm, formToken, toCase } from './case-form.tsx'

export const longestPlace = 200

/** Where a folder is, as its last movement says. */
export const Whereabouts = ({ last }: { readonly last: Movement | undefined }) => {
  if (!last) return <>Nobody has said</>
  if (last.kind === 'missing') return <Tag colour="red">Missing</Tag>
  if (last.kind === 'taken') return <>With {last.holderName ?? 'a colleague'}</>
  return <>{last.place}</>
}

const paperLink = (paper: PaperFile) => (
  <a class="govuk-link" href={`/office/paper/${paper.id}`}>
    {paper.label}
  </a>
)

export const PaperTable = (props: {
  readonly papers: readonly PaperFile[]
  readonly movements: readonly Movement[]
  readonly today: Temporal.PlainDate
}) => (
  <ScrollArea label="Paper files">
    <Table
      caption="Paper files"
      captionClasses="govuk-visually-hidden"
      head={['Label', 'Where it is', 'Since']}
      rows={props.papers.map((paper) => {
        const last = props.movements.find((it) => it.paperId === paper.id)
        return [
          { content: paperLink(paper) },
          { content: <Whereabouts last={last} /> },
          last ? shortDateAndTime(last.at, props.today) : '',
        ]
      })}
    />
  </ScrollArea>
)

export const PaperListPage = (props: Parameters<typeof PaperTable>[0] & { readonly form: FormState }) => (
  <>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Paper files</h1>
    <form action="/office/paper" method="get">
      <TextField
        form={props.form}
        name="label"
        label="Label"
        hint="Scan the code on the cover, or type what stands under it"
        width={20}
        spellcheck={false}
      />
      <Button classes="govuk-button--secondary">Find</Button>
    </form>
    {props.papers.length === 0 ? (
      <InsetText>No folder has a label yet. Labels are made on the page of a case.</InsetText>
    ) : (
      <PaperTable {...props} />
    )}
  </>
)

export const NewPaperPage = (props: { readonly form: FormState; readonly token: string; readonly caseId: string }) => (
  <CaseForm
    title="Make a label for a paper file"
    button="Make the label"
    action={`/office/cases/${props.caseId}/paper/new`}
    back={toCase(props.caseId)}
    form={props.form}
    token={props.token}
    before={<p class="govuk-body">The label bears the number of the case and no name. Next you can print it.</p>}
  >
    <PlaceField form={props.form} />
  </CaseForm>
)

const PlaceField = ({ form, label = 'Where is it kept?' }: { readonly form: FormState; readonly label?: string }) => (
  <TextField form={form} name="place" label={label} hint="For example, cabinet 2, drawer B" />
)

export const PaperPage = (props: {
  readonly paper: PaperFile
  readonly movements: readonly Movement[]
  readonly form: FormState
  readonly token: string
  readonly today: Temporal.PlainDate
}) => (
  <>
    <BackLink href="/office/paper">Paper files</BackLink>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Paper file {props.paper.label}</h1>
    <p class="govuk-body">
      <Whereabouts last={props.movements[0]} />
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/office/paper/${props.paper.id}/label`}>
        Print the label
      </a>
    </p>
    <Form action={`/office/paper/${props.paper.id}/move`} formFields={formToken(props.token)}>
      <RadiosField
        form={props.form}
        name="kind"
        legend="What happens with it?"
        items={[
          { value: 'taken', content: 'I take it' },
          { value: 'put_away', content: 'I put it away' },
          { value: 'missing', content: 'It is not where it should be' },
        ]}
      />
      <PlaceField form={props.form} label="If you put it away: where?" />
      <Button preventDoubleClick>Save</Button>
    </Form>
    <h2 class="govuk-heading-m">Where it has been</h2>
    <Movements {...props} />
  </>
)

const Movements = (props: { readonly movements: readonly Movement[]; readonly today: Temporal.PlainDate }) => (
  <ScrollArea label="Where it has been">
    <Table
      caption="The latest first"
      captionClasses="govuk-visually-hidden"
      head={['When', 'Where', 'Who said so']}
      rows={props.movements.map((it) => [
        shortDateAndTime(it.at, props.today),
        { content: <Whereabouts last={it} /> },
        it.authorName ?? 'A colleague',
      ])}
    />
  </ScrollArea>
)

/** For the cover: a code for a scanner and the same in letters. Nobody's name. */
export const LabelPage = ({ paper }: { readonly paper: PaperFile }) => (
  <>
    <p class="govuk-heading-xl">{paper.label}</p>
    <QrCode text={paper.label} label={`Code of the paper file ${paper.label}`} />
    <p class="govuk-body">Confidential. Keep under lock. If you find this, give it to the office.</p>
  </>
)
