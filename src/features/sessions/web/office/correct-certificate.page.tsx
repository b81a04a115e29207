import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { longDate, plainDate, shortDateAndTime } from '../../../../ui/dates.ts'
import { SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseHead } from '../../../cases/index.ts'
import { InZone, saveWords, type ZoneNames } from '../../../files/index.ts'
import type { MiamCertificate } from '../../data/certificates.ts'
import type { ListedMiam } from '../../data/miam-reads.ts'
import { GoodUntil } from './certificate.page.tsx'

interface CorrectPageProps {
  readonly certificate: MiamCertificate
  readonly head: CaseHead
  readonly partyName: string
  readonly miams: readonly ListedMiam[]
  readonly names: ZoneNames
  readonly form: FormState
  readonly token: string
  readonly today: Temporal.PlainDate
}

/** A certificate as it is, and what would take its place. */
export function CorrectPage(props: CorrectPageProps) {
  const { certificate, head, names } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}`}>{`Case ${head.reference}`}</BackLink>
      <FormErrorSummary form={props.form} />
      <h1 class="govuk-heading-l">Correct certificate {certificate.number}</h1>
      <InZone zone={certificate.zone} names={names}>
        <SummaryList
          rows={[
            { key: 'Person who attended', value: `${props.partyName}, as the file has it now` },
            { key: 'Date of the meeting', value: plainDate(certificate.heldOn) },
            { key: 'Good until', value: { content: <GoodUntil until={certificate.validUntil} today={props.today} /> } },
          ]}
        />
      </InZone>
      {certificate.supersededBy ? (
        <InsetText>Certificate {certificate.supersededBy} took the place of this one.</InsetText>
      ) : (
        <CorrectForm {...props} />
      )}
    </>
  )
}

const CorrectForm = ({ certificate, form, miams, names, token }: CorrectPageProps) => (
  <>
    <p class="govuk-body">
      A certificate is never changed. This issues a new one with its own number and code. The old one stays in the file,
      and whoever checks it is told that a newer one took its place. A wrong name is put right in the case first.
    </p>
    <Form
      action={`/office/certificates/${certificate.id}/correct`}
      formFields={<HiddenField name="_form" value={token} />}
    >
      <SelectField
        form={form}
        name="miam"
        label="Which record of the meeting does it rest on?"
        hint="If the day was wrong, record the MIAM again with the right day, and choose that record"
        items={miams.map((it) => ({ value: it.id, text: longDate(it.heldOn) }))}
      />
      <TextAreaField
        form={form}
        name="reason"
        label="What is wrong with it?"
        hint={`Kept in the file. It does not stand on the new certificate, which replaces the one of ${shortDateAndTime(certificate.issuedAt)}`}
        rows={3}
        spellcheck
      />
      <Button preventDoubleClick>{saveWords('Issue the corrected certificate', certificate.zone, names)}</Button>
    </Form>
  </>
)
