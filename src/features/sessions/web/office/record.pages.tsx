import { BackLink } from '../../../../ui/components/back-link.tsx'
import type { Content } from '../../../../ui/components/common.ts'
import { dateAndTime, longDate } from '../../../../ui/dates.ts'
import { InZone, type LegalQuality, QualityTag, type Zone } from '../../../files/index.ts'
import type { MiamRecord, Screening } from '../../data/miam-reads.ts'
import type { SessionRecord, Summary } from '../../data/session-reads.ts'
import { type MiamDuty, miamDuties, riskDuties, suitableWords, wayWords } from '../../domain/words.ts'
import { TickedParts } from './miam-ticks.tsx'
import type { InCase } from './written-form.tsx'

/** A text as it was written: an empty line parts paragraphs, a single one breaks the line. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n[ \t]*\n/).map((paragraph) => (
      <p class="govuk-body">{paragraph.split('\n').map((line, index) => (index === 0 ? line : [<br />, line]))}</p>
    ))}
  </>
)

interface RecordPageProps extends InCase {
  readonly title: string
  readonly zone: Zone
  readonly quality: LegalQuality
  readonly author: string
  readonly recordedAt: Temporal.Instant
  readonly children: Content
}

/** Something that was written into the file, in its zone and with its legal quality. It is not changed: what is new is added. */
function RecordPage(props: RecordPageProps) {
  return (
    <>
      <BackLink href={`/office/cases/${props.head.id}`}>{`Case ${props.head.reference}`}</BackLink>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <InZone zone={props.zone} names={props.names}>
        <p class="govuk-body">
          <QualityTag quality={props.quality} />
        </p>
        {props.children}
      </InZone>
      <p class="govuk-hint">
        Written by {props.author} on {dateAndTime(props.recordedAt)}. What is saved is not changed; add another to put
        it right.
      </p>
    </>
  )
}

const Part = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <Prose text={text} />
  </>
)

export const MiamPage = (
  props: InCase & {
    readonly miam: MiamRecord
    readonly author: string
    /** Of the purpose `screening`. */
    readonly risk: Content
    readonly certificate: Content
  },
) => (
  <>
    <RecordPage
      {...props}
      title={`MIAM of ${props.miam.zone === 'A' ? props.names.a : props.names.b}`}
      zone={props.miam.zone}
      quality={props.miam.legalQuality}
      recordedAt={props.miam.recordedAt}
    >
      <p class="govuk-body">
        Held on {longDate(props.miam.heldOn)}. {suitableWords[props.miam.suitable]}.
      </p>
      <TickedParts miam={props.miam} />
      {(Object.keys(miamDuties) as MiamDuty[]).map((duty) => (
        <Part title={miamDuties[duty].title} text={props.miam[duty]} />
      ))}
    </RecordPage>
    {props.risk}
    <h2 class="govuk-heading-m">Certificate of attendance</h2>
    {props.certificate}
  </>
)

/** The assessments of risk, apart from the record: they are the office's, and neither party sees them. */
export const RiskPart = (
  props: Pick<InCase, 'names'> & { readonly screening: Screening | null; readonly write: string },
) => (
  <InZone zone="office" names={props.names}>
    {props.screening ? (
      <>
        <Part title={riskDuties.abuse_risk.title} text={props.screening.abuseRisk} />
        <Part title={riskDuties.child_risk.title} text={props.screening.childRisk} />
      </>
    ) : (
      <p class="govuk-body">
        The two assessments of risk have not been recorded.{' '}
        <a class="govuk-link" href={props.write}>
          Record them
        </a>
      </p>
    )}
  </InZone>
)

export const SessionPage = (props: InCase & { readonly session: SessionRecord; readonly author: string }) => {
  const { session } = props
  const place = `/office/cases/${session.caseId}/summaries/new/${session.zone.toLowerCase()}?session=${session.id}`
  return (
    <>
      <RecordPage
        {...props}
        title="Session"
        zone={session.zone}
        quality={session.legalQuality}
        recordedAt={session.recordedAt}
      >
        <p class="govuk-body">
          Held on {longDate(session.heldOn)}. {wayWords[session.way]}.
        </p>
        <Part title="What was discussed" text={session.discussed} />
        <Part
          title="What was agreed"
          text={session.agreed === '' ? 'Nothing was written down as agreed.' : session.agreed}
        />
      </RecordPage>
      {props.head.status === 'live' && (
        <p class="govuk-body">
          <a class="govuk-link" href={place}>
            Write a summary of this session
          </a>
        </p>
      )}
    </>
  )
}

export const SummaryPage = (props: InCase & { readonly summary: Summary; readonly author: string }) => (
  <RecordPage
    {...props}
    title="Summary"
    zone={props.summary.zone}
    quality={props.summary.legalQuality}
    recordedAt={props.summary.recordedAt}
  >
    <Prose text={props.summary.summary} />
  </RecordPage>
)
