import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { londonDay, shortDate } from '../../../../ui/dates.ts'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { outcomeWords } from '../../../cases/index.ts'
import type { CaseState } from '../../data/case-state.ts'
import type { FileWithGaps } from '../../data/files-with-gaps.ts'
import type { ClosureRequest, FileReview } from '../../data/reviews.ts'
import type { Held } from '../../domain/file-standards.ts'
import { formToken } from './case-form.tsx'
import { HoldList, ReviewLine } from './file-holds.panel.tsx'

export const longestNote = 2000

interface ReviewsProps {
  readonly closures: readonly ClosureRequest[]
  readonly files: readonly FileWithGaps[]
  readonly references: ReadonlyMap<Id, string>
  readonly names: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
}

const link = (caseId: string, words: string) => (
  <a class="govuk-link" href={`/office/reviews/${caseId}`}>
    {words}
  </a>
)

export const ReviewsPage = (props: ReviewsProps) => (
  <>
    <h1 class="govuk-heading-l">Reviews</h1>
    <h2 class="govuk-heading-m">Closures that wait for you</h2>
    {props.closures.length === 0 ? (
      <InsetText>None. When a colleague wants to close a case and you approve closures, it stands here.</InsetText>
    ) : (
      <Table
        caption="Closures that wait, the oldest first"
        captionClasses="govuk-visually-hidden"
        head={['Case', 'How it ended', 'Who asked', 'When']}
        rows={props.closures.map((it) => [
          { content: link(it.caseId, props.references.get(it.caseId) ?? 'A case') },
          outcomeWords[it.outcome],
          props.names.get(it.author) ?? 'A colleague',
          shortDate(londonDay(it.askedAt), props.today),
        ])}
      />
    )}
    <h2 class="govuk-heading-m">Live files in which something is missing</h2>
    {props.files.length === 0 ? (
      <InsetText>None. Each live file holds what it must by now.</InsetText>
    ) : (
      <ScrollArea label="Files with gaps">
        <Table
          caption="Files with gaps, the newest case first"
          captionClasses="govuk-visually-hidden"
          head={['Case', 'Mediator', 'What is missing']}
          rows={props.files.map(({ it, gaps }) => [
            { content: link(it.id, it.reference) },
            it.mediatorId ? (props.names.get(it.mediatorId) ?? 'A mediator') : 'Nobody yet',
            { content: <Gaps gaps={gaps} /> },
          ])}
        />
      </ScrollArea>
    )}
  </>
)

const Gaps = ({ gaps }: { readonly gaps: readonly Held[] }) => (
  <ul class="govuk-list">
    {gaps.map((gap) => (
      <li>{gap.whose ? `${gap.standard.title}, ${gap.whose}` : gap.standard.title}</li>
    ))}
  </ul>
)

interface ReviewProps {
  readonly state: CaseState
  readonly closure: ClosureRequest | null
  readonly names: ReadonlyMap<string, string>
  readonly reviews: readonly FileReview[]
  readonly holds: readonly Held[]
  readonly form: FormState
  readonly token: () => string
  readonly today: Temporal.PlainDate
}

export const ReviewPage = (props: ReviewProps) => {
  const { head } = props.state
  return (
    <>
      <BackLink href="/office/reviews">Reviews</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">Review of case {head.reference}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/cases/${head.id}`}>
          Open the file
        </a>
      </p>
      <HoldList holds={props.holds} today={props.today} />
      {props.reviews.map((review) => (
        <ReviewLine review={review} />
      ))}
      {props.closure && <Closure {...props} closure={props.closure} />}
      <h2 class="govuk-heading-m">I have looked at this file</h2>
      <Form action={`/office/reviews/${head.id}/looked-at`} formFields={formToken(props.token())}>
        <TextAreaField
          form={props.form}
          name="note"
          label="What you found (optional)"
          rows={3}
          maxlength={longestNote}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          I have looked at this file
        </Button>
      </Form>
    </>
  )
}

const Closure = ({ closure, form, token, names, today }: ReviewProps & { readonly closure: ClosureRequest }) => (
  <>
    <h2 class="govuk-heading-m">Shall this case be closed?</h2>
    <SummaryList
      rows={[
        { key: 'How it ended', value: outcomeWords[closure.outcome] },
        { key: 'Who asked', value: names.get(closure.author) ?? 'A colleague' },
        { key: 'When', value: shortDate(londonDay(closure.askedAt), today) },
        closure.reason !== '' && { key: 'Why', value: closure.reason },
      ]}
    />
    <Form action={`/office/reviews/${closure.caseId}/closure`} formFields={formToken(token())}>
      <RadiosField
        form={form}
        name="verdict"
        legend="Your answer"
        items={[
          { value: 'approved', content: 'Close it' },
          { value: 'sent_back', content: 'Send it back' },
        ]}
      />
      <TextAreaField
        form={form}
        name="answer"
        label="What is to be done first, or what you noted"
        rows={3}
        maxlength={longestNote}
      />
      <Button preventDoubleClick>Answer</Button>
    </Form>
  </>
)
