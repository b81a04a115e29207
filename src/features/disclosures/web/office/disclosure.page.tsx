import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { Disclosure } from '../../data/disclosure-reads.ts'
import { factWords } from '../../domain/claim-facts.ts'
import { groundWords, lawWords, type PieceOfFile, ways, wayWords } from '../../domain/disclosure.ts'
import { type Refusal, refusals } from '../../domain/judge.ts'
import { type Names, sideWords } from './decide.page.tsx'
import { disclosurePath, ofCasePath } from './paths.ts'

export interface DisclosurePageProps {
  readonly disclosure: Disclosure
  readonly recipient: string
  readonly names: Names
  readonly files: readonly PieceOfFile[]
  /** Why it could not go at this moment. */
  readonly why: readonly Refusal[]
  readonly colleagues: ReadonlyMap<Id, string>
  readonly form: FormState
  readonly token: () => string
}

/** One decision to tell somebody: whether it may go now, and whether it went. */
export const DisclosurePage = (props: DisclosurePageProps) => {
  const { disclosure: it, recipient, form, why } = props
  const waits = !it.sentAt && !it.stoppedAt
  return (
    <>
      <BackLink href={ofCasePath(it.caseId)}>What was told to others</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">What goes to {recipient}</h1>
      {it.hidden && <WarningText>Nobody is told of this: do not speak of it with the parties.</WarningText>}
      {it.stoppedWhy && (
        <InsetText>
          <p class="govuk-body">It did not go.</p>
          <Reasons why={it.stoppedWhy} />
        </InsetText>
      )}
      <Facts {...props} />
      {waits && why.length > 0 && (
        <WarningText>It cannot go now. {why.map((each) => `${refusals[each]}. `)}</WarningText>
      )}
      {waits && it.ground !== 'safeguarding' && <Sending {...props} />}
    </>
  )
}

const Reasons = ({ why }: { readonly why: string }) => (
  <ul class="govuk-list govuk-list--bullet">
    {why.split(' ').map((each) => (
      <li>{each === 'taken_back' ? 'A colleague decided so' : (refusals[each as Refusal] ?? each)}</li>
    ))}
  </ul>
)

export const StateTag = ({ it }: { readonly it: Pick<Disclosure, 'sentAt' | 'stoppedAt'> }) => {
  if (it.sentAt) return <Tag colour="green">Sent</Tag>
  return it.stoppedAt ? <Tag colour="grey">Did not go</Tag> : <Tag colour="yellow">Waits</Tag>
}

function Facts({ disclosure: it, names, files, colleagues }: DisclosurePageProps) {
  const nameOf = (id: Id | null) => (id ? (colleagues.get(id) ?? 'A colleague') : '')
  return (
    <SummaryList
      rows={[
        { key: 'State', value: { content: <StateTag it={it} /> } },
        { key: 'Ground', value: it.lawKind ? lawWords[it.lawKind] : groundWords[it.ground] },
        it.authority !== '' && { key: 'Asked for by', value: it.authority },
        { key: 'About', value: sideWords(names)[it.side] },
        files.length > 0 && { key: 'Documents', value: files.map((file) => file.name || 'No longer there').join(', ') },
        it.facts.length > 0 && {
          key: 'Facts',
          value: it.facts
            .map((fact) => `${factWords[fact] ?? fact}${fact.startsWith('other.') ? ' (of the other)' : ''}`)
            .join(', '),
        },
        it.words !== '' && { key: 'Words', value: it.words },
        { key: 'Why', value: it.reason },
        { key: 'Decided by', value: `${nameOf(it.decidedBy)}, ${dateAndTime(it.decidedAt)}` },
        it.sentAt !== null && {
          key: 'Sent by',
          value: `${nameOf(it.sentBy)}, ${dateAndTime(it.sentAt)}. ${it.sentHow ? wayWords[it.sentHow] : ''}`,
        },
      ]}
    />
  )
}

const Sending = ({ disclosure, form, token }: DisclosurePageProps) => (
  <>
    <Form action={`${disclosurePath(disclosure.id)}/send`} formFields={<HiddenField name="_form" value={token()} />}>
      <RadiosField
        form={form}
        name="how"
        legend="How does it go?"
        hint="When you press the button it is judged once more. Send it after that."
        items={ways.map((value) => ({ value, content: wayWords[value] }))}
        small
      />
      <Button preventDoubleClick>It goes now</Button>
    </Form>
    <Form action={`${disclosurePath(disclosure.id)}/stop`} formFields={<HiddenField name="_form" value={token()} />}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        It does not go after all
      </Button>
    </Form>
  </>
)
