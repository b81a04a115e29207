import { Alert } from '../../../../ui/components/alert.tsx'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { Id } from '../../../../values/ids.ts'
import type { CaseHead } from '../../../cases/index.ts'
import type { CaseDocument, FileSharing } from '../../data/file-reads.ts'
import { flagWords } from '../../domain/uploads.ts'
import { wordsOfZone } from '../../domain/zones.ts'
import { StateTag } from './document-table.tsx'
import { QualityTag, ZoneMark, type ZoneNames } from './zone-parts.tsx'

export interface FilePageProps {
  readonly document: CaseDocument
  readonly head: CaseHead
  readonly names: ZoneNames
  /** How it came to both; null when it was not moved. */
  readonly sharing: FileSharing | null
  readonly staffNames: ReadonlyMap<Id, string>
  readonly form: FormState
  readonly tokens: { readonly release: string; readonly refuse: string }
}

/** One document: what it is, whose, and what can be done about it. */
export function FilePage(props: FilePageProps) {
  const { document, head, form } = props
  return (
    <>
      <BackLink href={`/office/cases/${head.id}/files`}>{`Documents of case ${head.reference}`}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{document.name}</h1>
      <Facts {...props} />
      {document.status === 'released' && <Button href={`/office/files/${document.id}/download`}>Download</Button>}
      {document.status === 'released' && document.zone !== 'both' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/files/${document.id}/share`}>
            Share with both
          </a>
        </p>
      )}
      {document.status === 'quarantined' && <HeldBack {...props} />}
      {document.status === 'refused' && (
        <p class="govuk-body">This file was refused and what was in it has been removed. Only its name is left.</p>
      )}
    </>
  )
}

const scanWords: Readonly<Record<CaseDocument['scan'], string>> = {
  not_scanned: 'No scanner has looked at it',
  clean: 'The scanner found nothing',
  made_here: 'Made by this service',
}

function Facts({ document, names, staffNames, sharing }: FilePageProps) {
  const who = (id: Id | null) => (id && staffNames.get(id)) ?? 'a colleague'
  const { settledAt } = document
  return (
    <SummaryList
      rows={[
        { key: 'Whose', value: { content: <ZoneMark zone={document.zone} names={names} /> } },
        { key: 'Legal quality', value: { content: <QualityTag quality={document.legalQuality} /> } },
        { key: 'State', value: { content: <StateTag status={document.status} /> } },
        { key: 'Size', value: sizeWords(document.sizeBytes) },
        { key: 'Scan', value: scanWords[document.scan] },
        {
          key: 'Added',
          value: `${dateAndTime(document.addedAt)}${document.addedBy ? ` by ${who(document.addedBy)}` : ', with an e-mail'}`,
        },
        sharing && {
          key: 'Shared with both',
          value: `${dateAndTime(sharing.sharedAt)} by ${who(sharing.sharedBy)}, before that ${wordsOfZone(sharing.fromZone, names)}. ${sharing.because}`,
        },
        settledAt && {
          key: document.status === 'refused' ? 'Refused' : 'Released',
          value: `${dateAndTime(settledAt)} by ${who(document.settledBy)}`,
        },
      ]}
    />
  )
}

/** `12 KB`, `1.4 MB`: as file managers say it. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function HeldBack({ document, tokens }: FilePageProps) {
  const act = (verb: 'release' | 'refuse', words: string, classes?: string) => (
    <Form
      action={`/office/files/${document.id}/${verb}`}
      formFields={<HiddenField name="_form" value={tokens[verb]} />}
    >
      <Button preventDoubleClick id={verb} classes={classes}>
        {words}
      </Button>
    </Form>
  )
  return (
    <>
      <Alert variant="warning" title="Held back" showTitleAsHeading headingTag="h2">
        <p class="govuk-body">Nobody can open this file until somebody lets it go.</p>
        {document.flags.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {document.flags.map((flag) => (
              <li>{flagWords[flag]}</li>
            ))}
          </ul>
        )}
      </Alert>
      <p class="govuk-body">
        Release it if you know who sent it and expected it. If you are not sure, refuse it and ask for it again.
      </p>
      {act('release', 'Release into the file')}
      {act('refuse', 'Refuse and remove', 'govuk-button--warning')}
    </>
  )
}
