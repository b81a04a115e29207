import { sentence } from '../../../../policy/prose/words.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Disclosure } from '../../data/disclosure-reads.ts'
import { groundWords, lawWords } from '../../domain/disclosure.ts'
import type { Names } from './decide.page.tsx'
import { StateTag } from './disclosure.page.tsx'
import { disclosurePath, ofCasePath } from './paths.ts'

export interface Shown {
  readonly it: Disclosure
  readonly recipient: string
  /** Where the register is of many cases. */
  readonly reference?: string
}

export interface OfCaseProps {
  readonly caseId: string
  readonly reference: string
  readonly names: Names
  readonly told: readonly Shown[]
  readonly agreed: readonly ('A' | 'B')[]
  readonly objecting: readonly ('A' | 'B')[]
  readonly form: FormState
  readonly token: string
}

/** What was told of a case to somebody outside, and what the parties say about it. */
export const OfCasePage = (props: OfCaseProps) => (
  <>
    <BackLink href={`/office/cases/${props.caseId}`}>The case</BackLink>
    <FormErrorSummary form={props.form} />
    <span class="govuk-caption-l">Case {props.reference}</span>
    <h1 class="govuk-heading-l">What was told to others</h1>
    <Button href={`${ofCasePath(props.caseId)}/new`}>Tell somebody outside</Button>
    {props.told.length === 0 ? (
      <InsetText>Nothing of this case was told to somebody outside.</InsetText>
    ) : (
      <ToldTable told={props.told} />
    )}
    <Said {...props} />
  </>
)

export const ToldTable = ({ told }: { readonly told: readonly Shown[] }) => (
  <ScrollArea label="What was told to others">
    <Table
      caption="The latest first"
      captionClasses="govuk-visually-hidden"
      head={['Decided', 'To whom', 'Ground', 'State']}
      rows={told.map(({ it, recipient, reference }) => [
        plainDate(londonDay(it.decidedAt)),
        {
          content: (
            <>
              <a class="govuk-link" href={disclosurePath(it.id)}>
                {sentence(recipient)}
              </a>
              {reference && (
                <>
                  <br />
                  Case {reference}
                </>
              )}
            </>
          ),
        },
        it.lawKind ? lawWords[it.lawKind] : groundWords[it.ground],
        { content: <StateTag it={it} /> },
      ])}
    />
  </ScrollArea>
)

function Said({ caseId, names, agreed, objecting, form, token }: OfCaseProps) {
  const words = (side: 'A' | 'B') =>
    [
      agreed.includes(side)
        ? 'Agrees that we send what they ask for to a person they name'
        : 'Has not agreed that we send something to a person they name',
      objecting.includes(side) && 'Pays for themselves, and does not want the file looked at for legal aid',
    ]
      .filter(Boolean)
      .join('. ')
  return (
    <>
      <h2 class="govuk-heading-m">What they say about it</h2>
      <SummaryList
        rows={[
          { key: names.A, value: words('A') },
          { key: names.B, value: words('B') },
        ]}
      />
      <Form action={`${ofCasePath(caseId)}/said`} formFields={<HiddenField name="_form" value={token} />}>
        <RadiosField
          form={form}
          name="side"
          legend="Who says something?"
          legendSize="s"
          items={[
            { value: 'A', content: names.A },
            { value: 'B', content: names.B },
          ]}
          small
        />
        <RadiosField
          form={form}
          name="wish"
          legend="What do they say?"
          legendSize="s"
          items={[
            { value: 'agrees', content: 'You may send it to the person I name' },
            { value: 'takes_back', content: 'Send them nothing more' },
            { value: 'objects', content: 'I pay for myself: nobody from legal aid looks at the file' },
            { value: 'objects_no_more', content: 'They may look at the file after all' },
          ]}
          small
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Note it
        </Button>
      </Form>
    </>
  )
}
