import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { type ComplaintRules, complaintClock, nearnessOf } from '../../domain/clock.ts'
import { aboutWords, causeWords, countsByCause, type OpenComplaint, outcomeWords } from '../../domain/complaint.ts'

export const complaintsPath = '/office/complaints'
export const complaintPath = (id: string) => `${complaintsPath}/${id}`

interface Props {
  readonly open: readonly OpenComplaint[]
  readonly closed: readonly OpenComplaint[]
  readonly rules: ComplaintRules
  readonly today: Temporal.PlainDate
  /** The reference of one that was taken down just now. */
  readonly taken: string | null
}

/** Every complaint, the next due first; and what was learnt from those that are closed. */
export const ComplaintListPage = ({ open, closed, rules, today, taken }: Props) => (
  <>
    <h1 class="govuk-heading-l">Complaints</h1>
    {taken !== null && <InsetText>Taken down as {taken}. If it is about you, a colleague looks into it.</InsetText>}
    <Button href={`${complaintsPath}/new`}>Take down a complaint</Button>
    {open.length === 0 ? (
      <InsetText>
        No complaint waits. They come from the website and from parties who are signed in; one that comes by letter,
        e-mail or telephone, or in person, is taken down with the button above.
      </InsetText>
    ) : (
      <ScrollArea label="Complaints that wait for an answer">
        <OpenTable open={open} rules={rules} today={today} />
      </ScrollArea>
    )}
    {closed.length > 0 && <Register closed={closed} />}
  </>
)

const Link = ({ it }: { readonly it: OpenComplaint }) => (
  <>
    <a class="govuk-link" href={complaintPath(it.id)}>
      {it.reference}
    </a>
    <br />
    {aboutWords[it.about]}
  </>
)

function OpenTable({ open, rules, today }: Pick<Props, 'open' | 'rules' | 'today'>) {
  const lines = open
    .map((it) => ({ it, dueOn: nextDate(it, rules) }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
  return (
    <Table
      caption="The next due first"
      captionClasses="govuk-visually-hidden"
      head={['Complaint', 'Who', 'Next', 'By']}
      rows={lines.map(({ it, dueOn }) => [
        { content: <Link it={it} /> },
        it.name,
        it.acknowledgedOn === null ? 'Say that we have it' : 'Answer',
        { content: <When dueOn={dueOn} today={today} /> },
      ])}
    />
  )
}

/** The day that matters next for a complaint: of its acknowledgement, and after that of its answer. */
export function nextDate(it: OpenComplaint, rules: ComplaintRules): Temporal.PlainDate {
  const clock = complaintClock(it.about, it.receivedOn, rules)
  return it.acknowledgedOn === null ? clock.acknowledgeOn : clock.answerOn
}

/** What was found, why it came to it and what changed: so that the service learns from it. */
const Register = ({ closed }: Pick<Props, 'closed'>) => (
  <>
    <h2 class="govuk-heading-m">What we learnt</h2>
    <ScrollArea label="How often each cause was found">
      <Table
        caption="How often each cause was found"
        head={['Cause', 'Complaints']}
        rows={countsByCause(closed).map(({ cause, count }) => [causeWords[cause], String(count)])}
      />
    </ScrollArea>
    <ScrollArea label="Closed complaints">
      <Table
        caption="Closed complaints"
        head={['Complaint', 'Closed', 'Outcome', 'Cause', 'What changed']}
        rows={closed.map((it) => [
          { content: <Link it={it} /> },
          it.closedOn ? plainDate(it.closedOn) : '',
          it.outcome ? outcomeWords[it.outcome] : '',
          it.cause ? causeWords[it.cause] : '',
          it.changed ?? '',
        ])}
      />
    </ScrollArea>
  </>
)

const tags = { late: ['red', 'Late'], today: ['orange', 'Now'], near: ['yellow', 'Soon'], far: null } as const

export function When({ dueOn, today }: { readonly dueOn: Temporal.PlainDate; readonly today: Temporal.PlainDate }) {
  const tag = tags[nearnessOf(dueOn, today)]
  return (
    <>
      {plainDate(dueOn)} {tag && <Tag colour={tag[0]}>{tag[1]}</Tag>}
    </>
  )
}
