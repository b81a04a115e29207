import { sentence } from '../../../../policy/prose/words.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { CheckboxesField, RadiosField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { claimFacts } from '../../domain/claim-facts.ts'
import { groundWords, lawKinds, lawWords, type PieceOfFile } from '../../domain/disclosure.ts'
import { groundsOf, type Recipient } from '../../domain/judge.ts'
import { ofCasePath } from './paths.ts'

export interface Names {
  readonly A: string
  readonly B: string
}

export interface DecidePageProps {
  readonly caseId: string
  readonly reference: string
  readonly names: Names
  readonly recipients: readonly Recipient[]
  readonly files: readonly PieceOfFile[]
  readonly form: FormState
  readonly token: string
}

export const sideWords = ({ A, B }: Names) => ({ A, B, both: 'Both of them' }) as const
const zoneWords = ({ A, B }: Names) =>
  ({ A: `of ${A}`, B: `of ${B}`, both: 'of both', office: 'of the office' }) as const
const qualityWords = { open: 'open', without_prejudice: 'without prejudice' } as const

/** Whom it goes to, on what ground, what exactly, and why: by a colleague by name. */
export const DecidePage = (props: DecidePageProps) => {
  const { caseId, form, names, reference } = props
  return (
    <>
      <BackLink href={ofCasePath(caseId)}>What was told to others</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">Case {reference}</span>
      <h1 class="govuk-heading-l">Tell somebody outside</h1>
      <p class="govuk-body">
        You decide this by your name. It is judged now by our policy, and once more when it goes. Send as little as will
        do.
      </p>
      <Form action={`${ofCasePath(caseId)}/new`} formFields={<HiddenField name="_form" value={props.token} />}>
        <Whom {...props} />
        <RadiosField
          form={form}
          name="side"
          legend="Of whom does it tell, or whose wish is it?"
          items={Object.entries(sideWords(names)).map(([value, content]) => ({ value, content }))}
          small
        />
        <What {...props} />
        <TextAreaField form={form} name="reason" label="Why it goes" rows={3} />
        <CheckboxesField
          form={form}
          name="hidden[]"
          legend="If a law forbids us to tell them"
          legendSize="s"
          items={[{ value: 'yes', content: 'Nobody is told of this, not when they ask for their data either' }]}
          small
        />
        <Button preventDoubleClick>Decide</Button>
      </Form>
    </>
  )
}

const Whom = ({ form, recipients }: DecidePageProps) => (
  <>
    <RadiosField
      form={form}
      name="to"
      legend="Whom does it go to?"
      items={recipients.flatMap((row) =>
        groundsOf(row).map((ground) => ({
          value: `${row.recipient}:${ground}`,
          content: sentence(row.name),
          hint: { content: groundWords[ground] },
        })),
      )}
      small
    />
    <SelectField
      form={form}
      name="law_kind"
      label="Where a law asks: what asks for it?"
      items={[{ value: '', text: '' }, ...lawKinds.map((value) => ({ value, text: lawWords[value] }))]}
    />
    <TextField
      form={form}
      name="authority"
      label="Where a law or a body asks: which order, letter or section"
      hint="For example, the date of the order and the name of the court"
    />
  </>
)

const What = ({ form, names, files }: DecidePageProps) => (
  <>
    {files.length > 0 && (
      <CheckboxesField
        form={form}
        name="files[]"
        legend="Which documents?"
        items={files.map((it) => ({
          value: it.id,
          content: it.name,
          hint: { content: `${zoneWords(names)[it.zone]}, ${qualityWords[it.quality]}` },
        }))}
        small
      />
    )}
    <Details summary="Facts for a claim for legal aid">
      <Facts form={form} of="own" legend="Of the one who wants legal aid" />
      <Facts form={form} of="other" legend="Of the other: no more than the form asks" />
    </Details>
    <TextAreaField form={form} name="words" label="What is said in words (optional)" rows={4} />
    <RadiosField
      form={form}
      name="words_quality"
      legend="If there are words: may a court see them?"
      legendSize="s"
      items={[
        { value: 'open', content: 'Open' },
        { value: 'without_prejudice', content: 'Without prejudice' },
      ]}
      small
    />
  </>
)

const Facts = ({
  form,
  of,
  legend,
}: {
  readonly form: FormState
  readonly of: 'own' | 'other'
  readonly legend: string
}) => (
  <CheckboxesField
    form={form}
    name={`${of}[]`}
    legend={legend}
    legendSize="s"
    items={Object.entries(claimFacts[of]).map(([name, content]) => ({
      ...{ value: `${of}.${name}`, content },
    }))}
    small
  />
)
