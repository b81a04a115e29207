import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { FileField, HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseHead } from '../../../cases/index.ts'
import type { CaseDocument } from '../../data/file-reads.ts'
import { acceptedEndings } from '../../domain/uploads.ts'
import { type Zone, zones } from '../../domain/zones.ts'
import { DocumentTable } from './document-table.tsx'
import { InZone, QualityField, saveWords, ZoneLinks, type ZoneNames } from './zone-parts.tsx'

interface OfCase {
  readonly head: CaseHead
  readonly names: ZoneNames
}

/** All documents of a case, and for whom a new one may be attached. */
export const CaseDocumentsPage = (
  props: OfCase & { readonly documents: readonly CaseDocument[]; readonly today: Temporal.PlainDate },
) => (
  <>
    <BackLink href={`/office/cases/${props.head.id}`}>{`Case ${props.head.reference}`}</BackLink>
    <h1 class="govuk-heading-l">Documents of case {props.head.reference}</h1>
    {props.head.status === 'live' && (
      <>
        <h2 class="govuk-heading-m">Attach a document: whose is it?</h2>
        <p class="govuk-body">One party never sees what belongs to the other, or to the office.</p>
        <ZoneLinks
          names={props.names}
          zones={zones}
          href={(path) => `/office/cases/${props.head.id}/files/new/${path}`}
        />
      </>
    )}
    <h2 class="govuk-heading-m">In the file</h2>
    <DocumentTable documents={props.documents} names={props.names} today={props.today} />
  </>
)

/** Chooses a file for one zone. */
export function AttachPage(
  props: OfCase & { readonly zone: Zone; readonly form: FormState; readonly token: string; readonly path: string },
) {
  const { head, names, zone, form } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}/files`}>{`Documents of case ${head.reference}`}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Attach a document</h1>
      <Form action={props.path} files formFields={<HiddenField name="_form" value={props.token} />}>
        <InZone zone={zone} names={names}>
          <FileField
            form={form}
            name="file"
            label="The document"
            hint="A PDF, a picture, plain text, a Word or OpenDocument text, or an Excel table, up to 20 MB. Where and with what a picture was taken is removed from it."
            accept={acceptedEndings}
          />
          <QualityField form={form} />
        </InZone>
        <Button preventDoubleClick>{saveWords('Attach', zone, names)}</Button>
      </Form>
    </>
  )
}
