import type { VNode } from 'preact'
import type { OtherController } from '../../../../policy/index.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import type { Id } from '../../../../values/ids.ts'
import { describePartialDate, parsePartialDate } from '../../../../values/partial-date.ts'
import type { Passing } from '../../data/passings.ts'
import type { WholeRequest } from '../../data/request-reads.ts'
import type { Clock } from '../../domain/clock.ts'
import { channelWords, kindWords } from '../../domain/kinds.ts'
import { extensionWords, nextStep, outcomeWords, questionWords, recordOf } from '../../domain/request.ts'
import { ClockPart, ClosePart } from './clock-part.tsx'
import { AcknowledgePart, AuthorityPart, MatchPart } from './first-parts.tsx'
import { IdentityPart } from './identity-part.tsx'
import { requestsPath, When } from './list.page.tsx'
import { PassingPart } from './passing-part.tsx'

/** Somebody on record who may be the one who asks. */
export interface MayAsk {
  /** The person of a party, or an enquiry of which no case was made. */
  readonly recordId: Id
  readonly of: 'case' | 'enquiry'
  readonly words: string
}

export interface RequestPageProps {
  readonly found: WholeRequest
  readonly clock: Clock
  readonly today: Temporal.PlainDate
  readonly form: FormState
  readonly token: () => string
  /** The name on record of the one who was matched. */
  readonly known: { readonly name: string; readonly words: string; readonly href: string } | null
  /** By which ways held before a code can go and they can be rung; the number to ring. */
  readonly held: { readonly email: boolean; readonly letter: boolean; readonly telephone: string | null }
  /** Their role looks for people; nobody else learns whether somebody is on record. */
  readonly mayLook: boolean
  readonly mayAsk: readonly MayAsk[]
  readonly sought: string
  readonly names: ReadonlyMap<Id, string>
  /** The page on which it is answered, once it is known who asks. */
  readonly others: readonly OtherController[]
  readonly passings: readonly Passing[]
  readonly answer: { readonly text: string; readonly href: string } | null
}

/** One request: what was asked, when it is due, and what there is to do about it next. */
export function RequestPage(props: RequestPageProps) {
  const { found, form, clock } = props
  const { request } = found
  const next = nextStep(request, clock.state === 'stopped')
  const open = request.closedOn === null
  const parts: readonly (VNode | null)[] = open
    ? [
        request.identity === 'open' && found.checks.length === 0 ? <MatchPart {...props} /> : null,
        request.acknowledgedOn === null && next !== 'find' ? <AcknowledgePart {...props} /> : null,
        request.identity === 'open' || request.identity === 'asked' ? <IdentityPart {...props} /> : null,
        request.askedFor === 'represented' && request.authorityOn === null ? <AuthorityPart {...props} /> : null,
        <ClockPart {...props} />,
        <PassingPart {...props} />,
        <ClosePart {...props} />,
      ]
    : [<PassingPart {...props} />]
  return (
    <>
      <BackLink href={requestsPath}>Requests about data</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{request.reference}</span>
      <h1 class="govuk-heading-l">{kindWords[request.kind]}</h1>
      {request.outcome && <InsetText>{outcomeWords[request.outcome]}.</InsetText>}
      <Dates {...props} />
      <Asked {...props} />
      {open && recordOf(request) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/people/${recordOf(request)}/choices`}>
            What they agreed to
          </a>
        </p>
      )}
      {recordOf(request) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/requests/${request.id}/answer`}>
            Which rights apply, and our answer
          </a>
        </p>
      )}
      {props.answer && <Button href={props.answer.href}>{props.answer.text}</Button>}
      {parts}
    </>
  )
}

const stateWords = {
  waits: 'It waits until they have shown who they are. The dates are as if that were today',
  stopped: 'It stands until they answer our question. The dates are as if that were today',
  runs: 'It runs',
} as const

function Dates({ found, clock, today }: RequestPageProps) {
  const { request, stops, more } = found
  return (
    <SummaryList
      card={{ title: { content: 'When' } }}
      rows={[
        { key: 'Came on', value: plainDate(request.receivedOn) },
        clock.startsOn !== null &&
          !clock.startsOn.equals(request.receivedOn) && { key: 'Counts from', value: plainDate(clock.startsOn) },
        { key: 'We promise', value: { content: <When clock={clock} today={today} /> } },
        { key: 'Due by law', value: plainDate(clock.dueOn) },
        request.closedOn === null && { key: 'The clock', value: stateWords[clock.state] },
        clock.stoppedDays > 0 && { key: 'Days that do not count', value: String(clock.stoppedDays) },
        request.extendedOn !== null && {
          key: 'More time',
          value: `Taken on ${plainDate(request.extendedOn)}, because ${more.extensionReason ? extensionWords[more.extensionReason] : 'it was needed'}`,
        },
        ...stops.map((it) => ({
          key: `Asked on ${plainDate(it.askedOn)}`,
          value: `${questionWords[it.question]} ${it.answeredOn ? `Answered on ${plainDate(it.answeredOn)}.` : 'No answer yet.'}`,
        })),
      ]}
    />
  )
}

const forWords = { self: 'Themselves', represented: 'Somebody who asked them to', child: 'A child' } as const

function Asked({ found, names }: RequestPageProps) {
  const { request, more } = found
  const speaks = [request.representative, more.organisation].filter(Boolean).join(', ')
  return (
    <SummaryList
      card={{ title: { content: 'What was asked' } }}
      rows={[
        { key: 'How it came', value: channelWords[request.channel] },
        more.takenBy !== null && { key: 'Taken down by', value: names.get(more.takenBy) ?? 'A colleague' },
        { key: 'Name that was given', value: request.name },
        more.birthDate !== null && { key: 'Born', value: describePartialDate(parsePartialDate(more.birthDate)) },
        { key: 'For whom', value: forWords[request.askedFor] },
        speaks !== '' && { key: 'Who speaks for them', value: speaks },
        request.askedFor === 'represented' && {
          key: 'Authority',
          value: request.authorityOn ? 'Seen' : 'Not seen yet: nothing is answered to them before',
        },
        more.childName !== null && { key: 'The child', value: more.childName },
        more.givenContact !== null && {
          key: 'How they say they can be reached',
          value: `${more.givenContact} (to know them by; nothing is sent there)`,
        },
        more.details !== '' && { key: 'In their words', value: more.details },
        request.acknowledgedOn !== null && {
          key: 'Told that we have it',
          value: plainDate(Temporal.PlainDate.from(request.acknowledgedOn)),
        },
        request.outcome !== null && more.closingNote !== null && { key: 'Note', value: more.closingNote },
      ]}
    />
  )
}
