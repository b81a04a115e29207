import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import type { MayAsk } from '../../../requests/index.ts'
import type { WholeComplaint } from '../../data/complaint-reads.ts'
import type { ComplaintClock } from '../../domain/clock.ts'
import { aboutWords, causeWords, channelWords, outcomeWords } from '../../domain/complaint.ts'
import { AnswerPart, EnquiryPart, OtherPartyPart } from './answer-parts.tsx'
import { AcknowledgePart, ColleaguePart, MatchPart } from './first-parts.tsx'
import { complaintsPath, When } from './list.page.tsx'

export interface ComplaintPageProps {
  readonly found: WholeComplaint
  readonly clock: ComplaintClock
  readonly today: Temporal.PlainDate
  readonly form: FormState
  readonly token: () => string
  /** The name on record of the one who was matched, and of the other party of their file. */
  readonly known: { readonly name: string; readonly caseId: Id; readonly reference: string } | null
  readonly other: string | null
  readonly mayAsk: readonly MayAsk[]
  readonly sought: string
  readonly names: ReadonlyMap<Id, string>
  readonly colleagues: readonly { readonly id: Id; readonly name: string }[]
  /** Whether it is about the one who looks: they were asked, and decide nothing. */
  readonly own: boolean
}

/** One complaint: what was said, when it is due, what was done, and what there is to do about it next. */
export function ComplaintPage(props: ComplaintPageProps) {
  const { found, form } = props
  const { complaint } = found
  return (
    <>
      <BackLink href={complaintsPath}>Complaints</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{complaint.reference}</span>
      <h1 class="govuk-heading-l">{aboutWords[complaint.about]}</h1>
      {complaint.outcome && <InsetText>{outcomeWords[complaint.outcome]}.</InsetText>}
      {props.own && (
        <InsetText>It is about you: you can read it because you were asked. A colleague decides it.</InsetText>
      )}
      <Dates {...props} />
      <Said {...props} />
      <Done {...props} />
      {complaint.closedOn === null && !props.own && <Next {...props} />}
    </>
  )
}

const Next = (props: ComplaintPageProps) => {
  const { complaint } = props.found
  return (
    <>
      {complaint.personId === null && <MatchPart {...props} />}
      {complaint.acknowledgedOn === null && <AcknowledgePart {...props} />}
      <EnquiryPart {...props} />
      <ColleaguePart {...props} />
      {props.other !== null && <OtherPartyPart {...props} />}
      <AnswerPart {...props} />
    </>
  )
}

function Dates({ found, clock, today }: ComplaintPageProps) {
  const { complaint } = found
  const waits = complaint.acknowledgedOn === null && complaint.closedOn === null
  return (
    <SummaryList
      card={{ title: { content: 'When' } }}
      rows={[
        { key: 'Came on', value: plainDate(complaint.receivedOn) },
        complaint.acknowledgedOn !== null && {
          key: 'Told that we have it',
          value: plainDate(complaint.acknowledgedOn),
        },
        waits && {
          key: 'To be acknowledged by',
          value: { content: <When dueOn={clock.acknowledgeOn} today={today} /> },
        },
        waits && clock.lawOn !== null && { key: 'The law’s last day for that', value: plainDate(clock.lawOn) },
        waits &&
          clock.literalOn !== null && {
            key: 'Our own aim, to the letter of the law',
            value: plainDate(clock.literalOn),
          },
        complaint.closedOn === null
          ? { key: 'To be answered by', value: { content: <When dueOn={clock.answerOn} today={today} /> } }
          : { key: 'Closed on', value: plainDate(complaint.closedOn) },
      ]}
    />
  )
}

function Said({ found, names, known }: ComplaintPageProps) {
  const { complaint, more } = found
  const speaks = [complaint.representative, more.organisation].filter(Boolean).join(', ')
  return (
    <SummaryList
      card={{ title: { content: 'What was said' } }}
      rows={[
        { key: 'How it came', value: channelWords[complaint.channel] },
        more.takenBy !== null && { key: 'Taken down by', value: names.get(more.takenBy) ?? 'A colleague' },
        complaint.name !== '' && { key: 'Name that was given', value: complaint.name },
        known !== null && {
          key: 'On record as',
          value: { content: <KnownLink known={known} /> },
        },
        speaks !== '' && { key: 'Who speaks for them', value: speaks },
        more.givenContact !== null && { key: 'How they say they can be reached', value: more.givenContact },
        { key: 'What happened', value: more.details },
        more.wanted !== null && { key: 'What would put it right', value: more.wanted },
        more.aboutWhom !== null && { key: 'Whom it is about, in their words', value: more.aboutWhom },
        complaint.aboutStaff !== null && {
          key: 'About our colleague',
          value: names.get(complaint.aboutStaff) ?? 'A colleague',
        },
      ]}
    />
  )
}

const KnownLink = ({ known }: { readonly known: NonNullable<ComplaintPageProps['known']> }) => (
  <a class="govuk-link" href={`/office/cases/${known.caseId}`}>
    {known.name}, case {known.reference}
  </a>
)

const howWords = { email: 'by e-mail', letter: 'by letter', spoken: 'by a colleague' } as const
type Step = WholeComplaint['steps'][number]

/** Who was asked, in one line. */
const askedWords = (step: Step, names: ReadonlyMap<Id, string>) =>
  [step.ofStaff && names.get(step.ofStaff), step.ofWhom].filter(Boolean).join(' and ')

function stepRow(step: Step, names: ReadonlyMap<Id, string>) {
  const by = `${plainDate(step.madeOn)}, ${names.get(step.madeBy) ?? 'a colleague'}`
  if (step.kind === 'told') return { key: by, value: `Told them how far it is, ${howWords[step.how ?? 'spoken']}` }
  const asked = step.kind === 'asked' ? `Asked ${askedWords(step, names)}: ` : 'Found: '
  return { key: by, value: `${asked}${step.words}` }
}

function Done({ found, names, other }: ComplaintPageProps) {
  const { complaint, more, steps, tellings } = found
  const rows = [
    ...steps.map((it) => stepRow(it, names)),
    ...tellings.map((it) => ({
      key: `${plainDate(londonDay(it.made_at))}, ${names.get(it.made_by) ?? 'a colleague'}`,
      value: `${it.decision === 'told' ? `Told the other party (${other ?? 'gone'})` : 'Did not tell the other party'}: ${it.reason}`,
    })),
    ...(more.answer ? [{ key: 'Our answer', value: more.answer }] : []),
    ...(complaint.cause ? [{ key: 'Cause', value: causeWords[complaint.cause] }] : []),
    ...(complaint.changed ? [{ key: 'What changed', value: complaint.changed }] : []),
  ]
  return rows.length > 0 ? <SummaryList card={{ title: { content: 'What was done' } }} rows={rows} /> : null
}
