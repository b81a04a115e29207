import { Alert } from '../../../../ui/components/alert.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table, type TableCell } from '../../../../ui/components/table.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { howLong, londonDay, shortDate } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { type Group, groups, type Invitation, type Standing } from '../../domain/board.ts'
import type { Due } from '../../domain/timetable.ts'
import { answerWords, groupWords, outcomeWords, suggestedOutcome } from '../../domain/words.ts'

/** One line of the board. */
export interface BoardLine {
  readonly invitation: Invitation
  readonly standing: Standing
  readonly reference: string
  /** Who is to be invited. */
  readonly name: string
  readonly way: 'email' | 'letter' | null
}

export interface BoardProps {
  readonly lines: readonly BoardLine[]
  readonly today: Temporal.PlainDate
  readonly sent: boolean
  readonly token: () => string
}

export const invitationPath = (id: Id): string => `/office/invitations/${id}`

/** Each live case from its first MIAM until the other party has come or it ended: what to do now, by when, and why it waits. */
export function BoardPage(props: BoardProps) {
  const shown = groups.filter((group) => props.lines.some((it) => it.standing.group === group))
  return (
    <>
      {props.sent && (
        <Alert variant="success" title="Written. An e-mail goes now; a letter waits to be posted" role="status" />
      )}
      <h1 class="govuk-heading-l">Invitations</h1>
      <p class="govuk-body">
        From the first MIAM of a case until the other party has come, or has said that they will not. Days are business
        days of England and Wales.
      </p>
      {shown.length === 0 && (
        <p class="govuk-body">Nobody waits to be invited. A case comes here when its first MIAM is written up.</p>
      )}
      {shown.map((group) => (
        <GroupPart {...props} group={group} lines={props.lines.filter((it) => it.standing.group === group)} />
      ))}
    </>
  )
}

function GroupPart({ group, lines, today, token }: BoardProps & { readonly group: Group }) {
  const { title, hint } = groupWords[group]
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 class="govuk-heading-m" id={`group-${group}`}>
        {title}
      </h2>
      <p class="govuk-body govuk-hint">{hint}</p>
      <ScrollArea label={`Table: ${title}`}>
        <Table
          caption={title}
          captionClasses="govuk-visually-hidden"
          head={['Other party', 'First MIAM', 'How far', 'Due', 'Next']}
          rows={lines.map((line) => cellsOf(line, today, token))}
        />
      </ScrollArea>
    </section>
  )
}

const cellsOf = (line: BoardLine, today: Temporal.PlainDate, token: () => string): TableCell[] => [
  {
    content: (
      <>
        <a class="govuk-link" href={invitationPath(line.invitation.id)}>
          {line.name}
        </a>
        <br />
        <span class="govuk-hint">Case {line.reference}</span>
      </>
    ),
  },
  `${shortDate(line.invitation.since, today)}, ${howLong(line.invitation.since, today)}`,
  howFar(line.invitation),
  { content: <DueWords standing={line.standing} today={today} /> },
  { content: <NextStep line={line} token={token} /> },
]

/** How far it is, in a few words. */
export function howFar(invitation: Invitation): string {
  const { answer, sent, lastSent } = invitation
  if (answer) return `${answerWords[answer.kind]} (${shortDate(londonDay(answer.at))})`
  if (sent === 0 || !lastSent) return 'Nothing sent yet'
  return sent === 1 ? `Invited ${shortDate(lastSent)}` : `Reminded ${shortDate(lastSent)}`
}

const dueWhat: Readonly<Record<Due['what'], string>> = { invite: 'Invite', remind: 'Reminder', close: 'End' }

export function DueWords({ standing, today }: { readonly standing: Standing; readonly today: Temporal.PlainDate }) {
  const { due, late } = standing
  if (!due) return <>Now</>
  return (
    <>
      {dueWhat[due.what]}: {shortDate(due.on, today)} {late && <Tag colour="red">Late</Tag>}
      {due.projected && <span class="govuk-hint"> (bank holidays of that year are not published yet)</span>}
    </>
  )
}

/** What one press does. Where somebody must think first, the press leads to the page. */
function NextStep({ line, token }: { readonly line: BoardLine; readonly token: () => string }) {
  const { invitation, standing, way } = line
  const path = invitationPath(invitation.id)
  if (standing.group === 'invite')
    return (
      <Press action={`${path}/send`} token={token()} words={way === 'email' ? 'Send the e-mail' : 'Write the letter'} />
    )
  if (standing.group === 'give-up')
    return (
      <Press action={`${path}/outcome`} token={token()} words="Record: no answer" fields={{ outcome: 'no_answer' }} />
    )
  if (standing.group === 'no-way')
    return <Link href={`/office/cases/${invitation.caseId}`} words="Add a way to write" />
  if (standing.group !== 'answered' || !invitation.answer) return <Link href={path} words="Look" />
  const outcome = suggestedOutcome[invitation.answer.kind]
  if (!outcome) return <Link href={`/office/cases/${invitation.caseId}/book`} words="Book the MIAM" />
  return (
    <Press
      action={`${path}/outcome`}
      token={token()}
      words={`Record: ${outcomeWords[outcome].toLowerCase()}`}
      fields={{ outcome }}
    />
  )
}

const Link = ({ href, words }: { readonly href: string; readonly words: string }) => (
  <a class="govuk-link" href={href}>
    {words}
  </a>
)

/** A form of one button. */
export const Press = (props: {
  readonly action: string
  readonly token: string
  readonly words: string
  readonly fields?: Readonly<Record<string, string>>
  readonly secondary?: boolean
}) => (
  <Form action={props.action} formFields={<HiddenField name="_form" value={props.token} />}>
    {Object.entries(props.fields ?? {}).map(([name, value]) => (
      <HiddenField name={name} value={value} />
    ))}
    <Button preventDoubleClick {...(props.secondary ? { classes: 'govuk-button--secondary' } : {})}>
      {props.words}
    </Button>
  </Form>
)
