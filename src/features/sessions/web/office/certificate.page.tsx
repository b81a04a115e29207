import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import { InZone, saveWords, type ZoneNames } from '../../../files/index.ts'
import type { MiamCertificate } from '../../data/certificates.ts'
import type { ListedMiam } from '../../data/miam-reads.ts'
import { type CertificateReason, certificateMessages } from '../../domain/certificate-rules.ts'
import { daysLeft, endingNotice, goodUntil, validityOn } from '../../domain/certificate-validity.ts'

const isOver = (until: Temporal.PlainDate, today: Temporal.PlainDate) => Temporal.PlainDate.compare(until, today) < 0

/** Until when a certificate is good, and whether that is over. */
export const GoodUntil = (props: { readonly until: Temporal.PlainDate; readonly today: Temporal.PlainDate }) => (
  <>
    {plainDate(props.until)} <Countdown {...props} />
  </>
)

function Countdown({ until, today }: { readonly until: Temporal.PlainDate; readonly today: Temporal.PlainDate }) {
  const left = daysLeft(until, today)
  if (left === 0) return <Tag colour="grey">Over</Tag>
  const words = left === 1 ? 'Last day today' : `${left} days left`
  return left > endingNotice.days ? <span class="govuk-hint">{words}</span> : <Tag colour="orange">{words}</Tag>
}

/** A MIAM's certificate, or the way to it. */
export function CertificateLine(props: {
  readonly certificate: MiamCertificate | null
  readonly miamId: Id
  readonly today: Temporal.PlainDate
}) {
  const { certificate } = props
  return (
    <p class="govuk-body">
      {certificate ? (
        <>
          <a class="govuk-link" href={`/office/files/${certificate.fileId}`}>
            Certificate {certificate.number}
          </a>
          {certificate.supersededBy ? (
            `, superseded by ${certificate.supersededBy}`
          ) : (
            <>
              , good until <GoodUntil until={certificate.validUntil} today={props.today} />{' '}
              <CorrectLink certificate={certificate} />
            </>
          )}
        </>
      ) : (
        <a class="govuk-link" href={`/office/miams/${props.miamId}/certificate`}>
          Issue the certificate
        </a>
      )}
    </p>
  )
}

/** The way to a corrected certificate. */
export const CorrectLink = ({ certificate }: { readonly certificate: MiamCertificate }) => (
  <a class="govuk-link" href={`/office/certificates/${certificate.id}/correct`}>
    Correct<span class="govuk-visually-hidden"> certificate {certificate.number}</span>
  </a>
)

/** What would be certified, and the button that does it, or why it may not be done. */
export function IssuePage(props: {
  readonly miam: ListedMiam
  readonly partyName: string
  readonly names: ZoneNames
  readonly why: CertificateReason | null
  readonly today: Temporal.PlainDate
  readonly form: FormState
  readonly token: string
}) {
  const { miam, names, why } = props
  const until = goodUntil(miam.heldOn)
  return (
    <>
      <BackLink href={`/office/miams/${miam.id}`}>MIAM</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">Issue a certificate of attendance at a MIAM</h1>
      <InZone zone={miam.zone} names={names}>
        <SummaryList
          rows={[
            { key: 'Person who attended', value: props.partyName },
            { key: 'Date of the meeting', value: plainDate(miam.heldOn) },
            { key: 'Good until', value: { content: <GoodUntil until={until} today={props.today} /> } },
          ]}
        />
        <p class="govuk-hint">{validityOn(miam.heldOn).source}</p>
      </InZone>
      {isOver(until, props.today) && (
        <WarningText>The time in which a court counts this meeting is over. A new meeting is needed.</WarningText>
      )}
      <p class="govuk-body">
        It certifies that this person came, and nothing else. Since 29 April 2024 a mediator cannot certify an
        exemption.
      </p>
      {why ? (
        <InsetText>{certificateMessages[why]}.</InsetText>
      ) : (
        <Form
          action={`/office/miams/${miam.id}/certificate`}
          formFields={<HiddenField name="_form" value={props.token} />}
        >
          <Button preventDoubleClick>{saveWords('Issue', miam.zone, names)}</Button>
        </Form>
      )}
    </>
  )
}
