import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table, type TableCell } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { dateAndTime, londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { mustAsk } from '../../domain/brake.ts'
import type { RetentionCheck } from '../../domain/check.ts'
import { daysLeft, periodWords, reasonWords } from '../../domain/words.ts'
import type { RetentionOverview } from './retention-reads.ts'
import { YearsTable } from './years-table.tsx'

export interface RetentionPageProps {
  readonly overview: RetentionOverview
  readonly policy: CompiledPolicy
  readonly checks: readonly RetentionCheck[]
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** Of the form that finds a case. */
  readonly form: FormState
  readonly token: () => string
  /** Whether the date is asked about where this service runs. */
  readonly asksAboutLeaps: boolean
}

export const RetentionPage = (props: RetentionPageProps) => (
  <>
    <FormErrorSummary form={props.form} />
    <h1 class="govuk-heading-l">Retention</h1>
    <Leap {...props} />
    <h2 class="govuk-heading-m">On its way to the end</h2>
    <OnTheWay {...props} />
    <h2 class="govuk-heading-m">Paper to destroy</h2>
    <Papers {...props} />
    <h2 class="govuk-heading-m">The years ahead</h2>
    <YearsTable years={props.overview.years} />
    <h2 class="govuk-heading-m">Destroyed</h2>
    <Destroyed {...props} />
    <h2 class="govuk-heading-m">Hold a case</h2>
    <Form action="/office/retention" method="get">
      <TextField
        form={props.form}
        name="reference"
        label="Number of the case"
        hint="Such as C-7K2M-9QXD. Its page says why it is kept, and there you can hold it."
        width={20}
      />
      <Button classes="govuk-button--secondary">Find the case</Button>
    </Form>
  </>
)

/** Over a column of buttons or links, whose own words say it to those who see them. */
const canDo = <span class="govuk-visually-hidden">What you can do</span>

const tokenField = (token: string) => <input type="hidden" name="_form" value={token} />

/** A clock that leapt: nothing is destroyed until somebody has looked at a calendar. */
function Leap({ overview, now, token, asksAboutLeaps }: RetentionPageProps) {
  const { brake } = overview
  if (!asksAboutLeaps || !brake || !mustAsk(now, brake)) return null
  return (
    <Alert variant="warning" title="Is this date right?" showTitleAsHeading>
      <p class="govuk-body">
        The clock of this computer says {dateAndTime(now)}. When files were last looked through it said{' '}
        {dateAndTime(brake.sweptAt)}. Nothing is destroyed until you have said that the date is right.
      </p>
      <Form action="/office/retention/date" formFields={tokenField(token())}>
        <Button preventDoubleClick>The date is right</Button>
      </Form>
    </Alert>
  )
}

const kinds = { case: 'Case', enquiry: 'Enquiry' } as const
const endedKinds = { ...kinds, returning: 'Card', person: 'Asked for' } as const

function OnTheWay({ overview, policy, checks, today, token }: RetentionPageProps) {
  const waiting = periodWords(Object.values(policy.retention).find((rule) => rule.of === 'case')?.waiting ?? 'P0D')
  if (overview.onTheWay.length === 0)
    return <p class="govuk-body">Nothing. What is due is shown here for {waiting} before it is destroyed.</p>
  return (
    <ScrollArea label="On its way to the end">
      <Table
        firstCellIsHeader
        head={['What', 'Rule', 'Due', 'What happens', canDo]}
        rows={overview.onTheWay.map((course): TableCell[] => [
          course.of === 'case' ? (
            <a class="govuk-link" href={`/office/retention/cases/${course.id}`}>
              Case {course.reference}
            </a>
          ) : (
            `${kinds[course.of]} ${course.reference}`
          ),
          policy.retention[course.rule]?.title ?? course.rule,
          plainDate(course.dueOn),
          <WhatHappens course={course} checks={checks} today={today} />,
          course.status === 'review' && course.waitUntil === null && (
            <Form action={`/office/retention/${course.of}/${course.id}/reviewed`} formFields={tokenField(token())}>
              <Button classes="govuk-button--secondary" preventDoubleClick>
                Keep<span class="govuk-visually-hidden"> {course.reference}</span>
              </Button>
            </Form>
          ),
        ])}
      />
    </ScrollArea>
  )
}

function WhatHappens(
  props: Pick<RetentionPageProps, 'checks' | 'today'> & { course: RetentionOverview['onTheWay'][0] },
) {
  const { course, checks, today } = props
  if (course.status === 'provisional' && course.waitUntil)
    return (
      <>
        <Tag colour="orange">Goes {daysLeft(course.waitUntil, today)}</Tag> {plainDate(course.waitUntil)}
      </>
    )
  if (course.status === 'deferred')
    return (
      <>
        <Tag colour="blue">Stays</Tag> because {reasonWords(checks, course.reasons)}
      </>
    )
  return (
    <>
      <Tag colour="grey">No end</Tag>{' '}
      {course.waitUntil
        ? `to be looked at again on ${plainDate(course.waitUntil)}`
        : 'is it still in use? Close it if not'}
    </>
  )
}

function Papers({ overview, token }: RetentionPageProps) {
  if (overview.papers.length === 0) return <p class="govuk-body">None.</p>
  return (
    <Table
      firstCellIsHeader
      head={['Number on the cover', 'Where it is', 'Destroyed on screen', canDo]}
      rows={overview.papers.map((it): TableCell[] => [
        it.paperReference ?? '',
        it.paperPlace ?? 'No label was made: look where paper is kept',
        plainDate(londonDay(it.destroyedAt)),
        <Form action={`/office/retention/certificates/${it.id}/paper`} formFields={tokenField(token())}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            The paper is destroyed<span class="govuk-visually-hidden"> ({it.paperReference})</span>
          </Button>
        </Form>,
      ])}
    />
  )
}

function Destroyed({ overview, policy }: RetentionPageProps) {
  if (overview.certificates.length === 0) return <p class="govuk-body">Nothing yet.</p>
  return (
    <ScrollArea label="Destroyed">
      <Table
        head={[
          'When',
          'What',
          'Rule',
          { content: 'Records', format: 'numeric' },
          { content: 'Files', format: 'numeric' },
          canDo,
        ]}
        rows={overview.certificates.map((it): TableCell[] => [
          plainDate(londonDay(it.destroyedAt)),
          endedKinds[it.of],
          policy.retention[it.rule]?.title ?? it.rule,
          { content: String(Object.values(it.rowCounts).reduce((sum, count) => sum + count, 0)), format: 'numeric' },
          { content: String(it.fileCount), format: 'numeric' },
          <a class="govuk-link" href={`/office/retention/certificates/${it.id}`}>
            Certificate<span class="govuk-visually-hidden"> of {dateAndTime(it.destroyedAt)}</span>
          </a>,
        ])}
      />
    </ScrollArea>
  )
}
