import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { recordOf, type WholeRequest } from '../../../requests/index.ts'
import type { PlanLine } from '../../actions/order-erasure.ts'
import type { ErasureOrder } from '../../data/erasures.ts'
import { type ErasureOf, whyItStays } from '../../domain/erasure.ts'
import { Told } from './told-field.tsx'
import { WhoHears } from './who-hears.tsx'

export interface ErasurePageProps {
  readonly found: WholeRequest
  readonly plan: readonly PlanLine[]
  readonly order: ErasureOrder | null
  /** Null once the record is gone. */
  readonly of: ErasureOf | null
  readonly form: FormState
  readonly token: () => string
}

export const erasurePath = (requestId: Id) => `/office/requests/${requestId}/erasure`
const ofWords: Readonly<Record<ErasureOf, string>> = {
  enquiry: 'This is their enquiry and all that belongs to it. It goes as a whole, or it stays.',
  person:
    'This is what is theirs alone. What is also the other party’s, and who the parties are, stays as long as the file does.',
}
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const howMany = (count: number) => (count === 1 ? '1 record' : `${count} records`)

/** What would go and what stays, with the reason for each, before anything goes. */
export const ErasurePage = (props: ErasurePageProps) => {
  const { found, plan, order, of, form } = props
  const staying = plan.flatMap(({ title, verdict }) =>
    verdict.may ? [] : [{ key: capital(title), value: `Stays: ${whyItStays(verdict)}` }],
  )
  return (
    <>
      <BackLink href={`/office/requests/${found.request.id}`}>The request</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">
        {found.request.reference}, {found.request.name}
      </span>
      <h1 class="govuk-heading-l">What can be deleted</h1>
      {of && <p class="govuk-body">{ofWords[of]}</p>}
      {order && <Ordered order={order} plan={plan} />}
      {order && recordOf(found.request) && <WhoHears requestId={found.request.id} />}
      {plan.length === 0 && !order && <InsetText>We hold nothing that is theirs alone.</InsetText>}
      {staying.length > 0 && <SummaryList card={{ title: { content: 'What stays, and why' } }} rows={staying} />}
      {!order && found.request.closedOn === null && plan.some((it) => it.verdict.may) && <Choose {...props} />}
    </>
  )
}

function Ordered({ order, plan }: { readonly order: ErasureOrder; readonly plan: readonly PlanLine[] }) {
  const left = plan.filter((it) => order.categories.includes(it.category))
  return (
    <InsetText>
      Decided on {plainDate(londonDay(order.decidedAt))}.{' '}
      {left.length === 0
        ? 'All that was chosen is deleted.'
        : 'It is deleted once the letter to them has left and nothing else keeps it.'}
    </InsetText>
  )
}

const Choose = (props: ErasurePageProps) => (
  <Form action={erasurePath(props.found.request.id)} formFields={<HiddenField name="_form" value={props.token()} />}>
    {props.of === 'enquiry' ? <AllOfIt {...props} /> : <WhatGoes {...props} />}
    <Told form={props.form} name="told" />
    <p class="govuk-body">Nobody can bring back what was deleted. A certificate says what went, and no name.</p>
    <Button classes="govuk-button--warning" preventDoubleClick>
      {props.of === 'enquiry' ? 'Delete all of it' : 'Delete what is ticked'}
    </Button>
  </Form>
)

const AllOfIt = ({ plan }: ErasurePageProps) => (
  <>
    <SummaryList
      card={{ title: { content: 'What goes' } }}
      rows={plan.map(({ title, count }) => ({ key: capital(title), value: howMany(count) }))}
    />
    {plan.map(({ category }) => (
      <HiddenField name="delete[]" value={category} />
    ))}
  </>
)

const WhatGoes = ({ plan, form }: ErasurePageProps) => (
  <CheckboxesField
    form={form}
    name="delete[]"
    legend="What is deleted?"
    legendSize="m"
    hint="What you leave unticked stays, to answer a claim that may come. They are told so."
    items={plan.flatMap(({ category, title, count, verdict, onlyWith }) => {
      if (!verdict.may) return []
      const others = plan.filter((it) => onlyWith.includes(it.category)).map((it) => it.title)
      const hints = [
        ...(others.length > 0 ? [`Goes only together with “${others.join('”, “')}”.`] : []),
        ...(verdict.uses.length > 0 ? [`Their case is live: it is used for “${verdict.uses.join('”, “')}”.`] : []),
      ]
      const hint = hints.length > 0 ? { hint: hints.join(' ') } : {}
      return [{ value: category, content: `${capital(title)} (${howMany(count)})`, ...hint }]
    })}
  />
)
