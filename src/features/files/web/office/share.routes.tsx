import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { isId } from '../../../../values/ids.ts'
import { partiesOf, zoneNames } from '../../../cases/index.ts'
import { type ShareReason, shareFile } from '../../actions/share-file.ts'
import { type CaseDocument, fileOf } from '../../data/file-reads.ts'
import { wordsOfZone } from '../../domain/zones.ts'
import { InZone, type ZoneNames } from './zone-parts.tsx'

const base = { area: 'office', purpose: 'papers', entry: 'purpose', path: '/office/files/:fileId/share' } as const
type Request = PageRequest<PurposeKey>

/** Where a document of one party is shared with both. */
export const shareRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', handle: (request) => show(request, blankForm) },
  { ...base, method: 'POST', handle: (request) => share(request) },
]

async function show(request: Request, form: FormState): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return { notFound: true }
  const deed = { purpose: 'papers', deed: 'file.share-begun', subjectId: fileId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const document = await fileOf(scope, fileId)
    if (!document) return null
    scope.about({ caseId: document.caseId })
    return { document, names: zoneNames(await partiesOf(scope, document.caseId)) }
  })
  if (!found) return { notFound: true }
  const body = <SharePage {...found} form={form} token={request.formToken()} />
  return { page: { title: 'Share a document with both', invalid: hasErrors(form), body } }
}

const schema = z.object({ because: requiredText('Write down who agreed to it, and when', 1000) })

const messages: Readonly<Record<Exclude<ShareReason, 'file.missing'>, string>> = {
  'file.heldBack': 'This file is held back or refused. Look at it first',
  'file.shared': 'This document is shared with both already',
  'file.ofOneParty': 'A certificate belongs to the person whom it names, and is not shared',
}

async function share(request: Request): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return { notFound: true }
  const reading = readForm(schema, request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const asked = { key: request.form.key, fileId, because: reading.value.because }
  const outcome = await shareFile(request.desk, actorOf(request), asked)
  if (outcome.done) return { redirect: `/office/files/${fileId}` }
  if (outcome.reason === 'file.missing') return { notFound: true }
  return show(request, { values: request.form.values, errors: { '': messages[outcome.reason] } })
}

const SharePage = (props: {
  readonly document: CaseDocument
  readonly names: ZoneNames
  readonly form: FormState
  readonly token: string
}) => {
  const { document, names, form } = props
  return (
    <>
      <BackLink href={`/office/files/${document.id}`}>Document</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Share a document with both</h1>
      <InZone zone={document.zone} names={names}>
        <p class="govuk-body">{document.name}</p>
      </InZone>
      {document.zone === 'both' ? (
        <InsetText>Both can see this document already.</InsetText>
      ) : (
        <Form
          action={`/office/files/${document.id}/share`}
          formFields={<HiddenField name="_form" value={props.token} />}
        >
          <WarningText>
            It goes from {wordsOfZone(document.zone, names)} to both. This cannot be taken back.
          </WarningText>
          <TextAreaField form={form} name="because" label="Who agreed to it, and when?" rows={3} spellcheck />
          <Button preventDoubleClick>Share with both</Button>
        </Form>
      )}
    </>
  )
}
