import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { dateAndTime, londonDay, plainDate } from '../../../../ui/dates.ts'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { Id } from '../../../../values/ids.ts'
import { type Disclosure, type Recipient, wayWords } from '../../../disclosures/index.ts'
import type { Concern, GlassBreak } from '../../data/concerns.ts'
import { consentWords, decisionWords, type NextAct, nextAct, riskWords } from '../../domain/concern.ts'
import {
  breakGlassPath,
  CloseForm,
  concernPath,
  concernsPath,
  DecideForm,
  type FormPart,
  RecordForm,
  ReviewForm,
  TellForm,
} from './concern-parts.tsx'

type Names = ReadonlyMap<Id, string>
const nameOf = (names: Names, id: Id | null) => (id ? (names.get(id) ?? 'A colleague') : '')

/** What was seen, in one form: nothing else is asked before it is kept. */
export const RecordPage = ({ caseId, reference, form, token }: FormPart & { caseId: string; reference: string }) => (
  <>
    <BackLink href={`/office/cases/${caseId}`}>The case</BackLink>
    <FormErrorSummary form={form} />
    <span class="govuk-caption-l">Case {reference}</span>
    <h1 class="govuk-heading-l">A worry about somebody’s safety</h1>
    <p class="govuk-body">
      The parties do not see this, nor that it is here. If somebody is in danger now, ring 999 first.
    </p>
    <RecordForm form={form} token={token} action={`/office/cases/${caseId}/concerns/new`} />
  </>
)

/** For whoever hands a worry on and sees no more of it. */
export const HandedInPage = ({ caseId }: { readonly caseId: string }) => (
  <>
    <BackLink href={`/office/cases/${caseId}`}>The case</BackLink>
    <h1 class="govuk-heading-l">The worry is recorded</h1>
    <p class="govuk-body">
      A supervisor has it on their page of today and decides what is done. If somebody is in danger now, ring 999, and
      then ring a supervisor: do not wait for this page.
    </p>
  </>
)

const stateWords: Readonly<Record<NextAct, string>> = {
  decide: 'Waits for a decision',
  review: 'Decided alone: a second looks at it',
  close: 'Decided',
  closed: 'Closed',
}

export interface ListProps {
  readonly concerns: readonly Concern[]
  readonly breaks: readonly GlassBreak[]
  readonly references: ReadonlyMap<Id, string>
  readonly names: Names
}

/** Every worry, the open ones first, and every file that was opened for one. */
export const ConcernsPage = ({ concerns, breaks, references, names }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Worries about safety</h1>
    {concerns.length === 0 ? (
      <InsetText>No worry is recorded. One is recorded from the page of its case.</InsetText>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {concerns.map((it) => (
          <li>
            <a class="govuk-link" href={concernPath(it.id)}>
              {riskWords[it.atRisk]}, {plainDate(londonDay(it.recordedAt))}
            </a>
            <br />
            {it.caseId ? `Case ${references.get(it.caseId) ?? ''}. ` : ''}
            {stateWords[nextAct(it)]}
          </li>
        ))}
      </ul>
    )}
    <h2 class="govuk-heading-m">Files opened for somebody’s safety</h2>
    <p class="govuk-body">
      <a class="govuk-link" href={`${breakGlassPath}/new`}>
        Open a file that is not yours
      </a>
    </p>
    <ul class="govuk-list">
      {breaks.map((it) => (
        <li>
          <a class="govuk-link" href={`${breakGlassPath}/${it.id}`}>
            {nameOf(names, it.staffId)}, {dateAndTime(it.beganAt)}
          </a>
          {it.reviewedBy ? ', looked at' : ', to be looked at'}
        </li>
      ))}
    </ul>
  </>
)

export interface ConcernPageProps extends FormPart {
  readonly concern: Concern
  readonly reference: string | null
  readonly told: readonly Disclosure[]
  readonly recipients: readonly Recipient[]
  readonly recipientName: (key: string) => string
  readonly names: Names
  /** Whoever looks recorded it, or decided it alone. */
  readonly own: { readonly recorded: boolean; readonly decided: boolean }
}

/** One worry: what was seen, what was decided and by whom, who was told, and what is next. */
export const ConcernPage = (props: ConcernPageProps) => {
  const { concern: it, form, own, recipients } = props
  const next = nextAct(it)
  const mayDecide = next === 'decide' && (!own.recorded || it.urgent)
  return (
    <>
      <BackLink href={concernsPath}>Worries about safety</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{props.reference ? `Case ${props.reference}` : 'The file has ended'}</span>
      <h1 class="govuk-heading-l">A worry about somebody’s safety</h1>
      <Facts {...props} />
      {next === 'decide' && !mayDecide && (
        <InsetText>You recorded this, so somebody else decides. A supervisor sees it on their page of today.</InsetText>
      )}
      {mayDecide && <DecideForm {...props} id={it.id} />}
      {it.decision === 'tell' && next !== 'closed' && it.caseId && (
        <TellForm {...props} id={it.id} recipients={recipients} />
      )}
      {next === 'review' && <Reviewing {...props} />}
      {next === 'close' && <CloseForm {...props} id={it.id} />}
    </>
  )
}

const Reviewing = (props: ConcernPageProps) => (
  <>
    <h2 class="govuk-heading-m">Look at what was decided alone</h2>
    {props.own.decided ? (
      <InsetText>You decided this, so somebody else looks at it.</InsetText>
    ) : (
      <ReviewForm {...props} action={`${concernPath(props.concern.id)}/review`} />
    )}
  </>
)

function Facts({ concern: it, told, recipientName, names }: ConcernPageProps) {
  return (
    <>
      {it.urgent && it.closedOn === null && <WarningText>Somebody was in danger when this was recorded.</WarningText>}
      <SummaryList
        rows={[
          { key: 'At risk', value: `${riskWords[it.atRisk]}: ${it.who}` },
          { key: 'What was seen', value: it.seen },
          it.seenBy !== '' && { key: 'By', value: it.seenBy },
          { key: 'Recorded by', value: `${nameOf(names, it.recordedBy)}, ${dateAndTime(it.recordedAt)}` },
          it.decision !== null && {
            key: 'Decision',
            value: `${decisionWords[it.decision]}. ${it.decisionReason ?? ''}`,
          },
          it.consent !== null && {
            key: 'Consent',
            value: [consentWords[it.consent], it.consentReason].filter(Boolean).join(': '),
          },
          it.decidedAt !== null && {
            key: 'Decided by',
            value: `${nameOf(names, it.decidedBy)}, ${dateAndTime(it.decidedAt)}`,
          },
          it.reviewBy !== null &&
            it.reviewedAt === null && { key: 'To be looked at by', value: dateAndTime(it.reviewBy) },
          it.reviewedAt !== null && {
            key: 'Looked at by',
            value: `${nameOf(names, it.reviewedBy)}, ${dateAndTime(it.reviewedAt)}. ${it.review ?? ''}`,
          },
          ...told.map((each) => ({
            key: `Told: ${recipientName(each.recipient)}`,
            value: `${each.words} ${each.sentHow ? `(${wayWords[each.sentHow]})` : ''}`,
          })),
        ]}
      />
    </>
  )
}
