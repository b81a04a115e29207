import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { type AddFileReason, addFile } from '../../actions/add-file.ts'
import { downloadFile } from '../../actions/download-file.ts'
import type { FileTools } from '../../actions/file-tools.ts'
import { refuseFile, releaseFile, type SettleReason } from '../../actions/settle-file.ts'
import { fileOf, filesOf, sharingOf } from '../../data/file-reads.ts'
import { largestUpload, uploadMessages } from '../../domain/uploads.ts'
import { legalQualities, zoneInPath } from '../../domain/zones.ts'
import { AttachPage, CaseDocumentsPage } from './attach.page.tsx'
import { FilePage } from './file.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'papers', entry: 'purpose' } as const
const notFound = { notFound: true } as const

/** A form around the largest file, with some room for its other fields. Larger ones get the page that says so. */
const bodyLimit = largestUpload + 6 * 1024 * 1024

/** Pages on which documents are attached, looked at, let go and taken away. */
export function fileRoutes(tools: FileTools): Route<PurposeKey>[] {
  const one = '/office/files/:fileId'
  const attach = '/office/cases/:caseId/files/new/:zone'
  return [
    { ...base, method: 'GET', path: '/office/cases/:caseId/files', handle: showDocuments },
    { ...base, method: 'GET', path: attach, handle: (request) => showAttach(request, blankForm) },
    { ...base, method: 'POST', path: attach, bodyLimit, handle: (request) => attachFile(request, tools) },
    { ...base, method: 'GET', path: one, handle: (request) => showFile(request, blankForm) },
    { ...base, method: 'GET', path: `${one}/download`, handle: (request) => download(request, tools) },
    { ...base, method: 'POST', path: `${one}/release`, handle: (request) => settle(request, tools, releaseFile) },
    { ...base, method: 'POST', path: `${one}/refuse`, handle: (request) => settle(request, tools, refuseFile) },
  ]
}

async function showDocuments(request: Request): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return notFound
  const deed = { purpose: 'papers', deed: 'file.listed', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return null
    return { head, names: zoneNames(await partiesOf(scope, caseId)), documents: await filesOf(scope, caseId) }
  })
  if (!found) return notFound
  return { page: { title: 'Documents', body: <CaseDocumentsPage {...found} today={request.today} /> } }
}

async function showAttach(request: Request, form: FormState): Promise<Reply> {
  const { caseId, zone: part } = request.params
  const zone = zoneInPath(part)
  if (!isId(caseId) || !zone) return notFound
  const deed = { purpose: 'papers', deed: 'file.begun', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    return head && { head, names: zoneNames(await partiesOf(scope, caseId)) }
  })
  if (!found) return notFound
  const body = <AttachPage {...found} {...{ zone, form }} token={request.formToken()} path={request.path} />
  return { page: { title: 'Attach a document', invalid: hasErrors(form), body } }
}

const attachForm = z.object({
  legal_quality: oneOf(legalQualities, 'Say whether it is open or without prejudice'),
})

async function attachFile(request: Request, tools: FileTools): Promise<Reply> {
  const { caseId, zone: part } = request.params
  const zone = zoneInPath(part)
  if (!isId(caseId) || !zone) return notFound
  const upload = request.form.files.file
  const reading = readForm(attachForm, request.form)
  const missing = upload ? {} : { file: uploadMessages['upload.missing'] }
  if (!reading.ok || !upload) {
    const errors = { ...missing, ...(reading.ok ? {} : reading.errors) }
    return showAttach(request, { values: request.form.values, errors })
  }
  const legalQuality = reading.value.legal_quality
  const outcome = await addFile(request.desk, tools, actorOf(request), {
    ...{ key: request.form.key, caseId, zone, legalQuality, upload },
  })
  if (outcome.done) return { redirect: `/office/files/${outcome.value.fileId}` }
  if (outcome.reason === 'case.missing') return notFound
  return showAttach(request, { values: request.form.values, errors: { file: messageFor(outcome.reason) } })
}

const messageFor = (reason: Exclude<AddFileReason, 'case.missing'>): string =>
  reason === 'case.closed' ? 'This case is closed. Reopen it to attach something' : uploadMessages[reason]

async function showFile(request: Request, form: FormState): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return notFound
  const deed = { purpose: 'papers', deed: 'file.opened', subjectId: fileId } as const
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const document = await fileOf(scope, fileId)
    const head = document && (await caseHead(scope, document.caseId))
    if (!document || !head) return null
    scope.about({ caseId: head.id })
    const sharing = await sharingOf(scope, fileId)
    const people = [document.addedBy, document.settledBy, sharing?.sharedBy ?? null].filter((id) => id !== null)
    const names = zoneNames(await partiesOf(scope, head.id))
    return { document, head, names, sharing, staffNames: await staffNames(scope, people) }
  })
  if (!found) return notFound
  const tokens = { release: request.formToken(), refuse: request.formToken() }
  const body = <FilePage {...found} form={form} tokens={tokens} />
  return { page: { title: found.document.name, invalid: hasErrors(form), body } }
}

const settleMessages: Readonly<Record<Exclude<SettleReason, 'file.missing'>, string>> = {
  'file.settled': 'Somebody has dealt with this file already',
  'file.damaged': 'This file is damaged where it is stored, so it cannot be released. Refuse it and ask for it again',
  'upload.infected': 'The virus scanner found something harmful in this file. It was refused and removed',
}

async function settle(request: Request, tools: FileTools, act: typeof releaseFile): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return notFound
  const outcome = await act(request.desk, tools, actorOf(request), { key: request.form.key, fileId })
  if (outcome.done) return { redirect: `/office/files/${fileId}` }
  if (outcome.reason === 'file.missing') return notFound
  return showFile(request, { values: {}, errors: { '': settleMessages[outcome.reason] } })
}

async function download(request: Request, tools: FileTools): Promise<Reply> {
  const { fileId } = request.params
  if (!isId(fileId)) return notFound
  const outcome = await downloadFile(request.desk, tools, actorOf(request), fileId)
  if (outcome.done) {
    const { document, bytes } = outcome.value
    return { file: { name: document.name, type: document.mediaType, bytes } }
  }
  if (outcome.reason === 'file.missing') return notFound
  const message =
    outcome.reason === 'file.heldBack'
      ? 'This file is held back, so it cannot be opened'
      : 'This file was damaged or changed where it is stored, so it is not given out. Tell whoever looks after this software'
  return showFile(request, { values: {}, errors: { '': message } })
}
