import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Answer, Desk, Scope } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import { type InspectedUpload, inspectUpload, type UploadReason } from '../../../platform/files/inspect-upload.ts'
import { afterScan, type ScanAnswer } from '../../../platform/files/scanner.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { type CaseHead, caseHead } from '../../cases/index.ts'
import { addTask } from '../../tasks/index.ts'
import { addDocument } from '../data/file-writes.ts'
import { largestUpload } from '../domain/uploads.ts'
import type { LegalQuality, Zone } from '../domain/zones.ts'
import type { FileTools } from './file-tools.ts'

export interface FileToAdd {
  readonly key: Id
  readonly caseId: Id
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly upload: { readonly name: string; readonly bytes: Uint8Array }
}
export type AddFileReason = UploadReason | 'upload.infected' | 'case.missing' | 'case.closed'

/**
 * Attaches a file to a live case. It is judged by its bytes and scanned while it is in memory: a process in the background that
 * scanned later would need a right to open every document. Without a clean scan, or with anything to look at, it is held back and
 * a task asks the mediator to look.
 */
export async function addFile(
  desk: Desk<PurposeKey>,
  tools: FileTools,
  actor: Id,
  input: FileToAdd,
): Promise<Outcome<Answer, AddFileReason>> {
  const examined = await examineFile(tools, input.upload)
  if (!examined.done) return examined
  const deed = { purpose: 'papers', deed: 'file.added', key: input.key, caseId: input.caseId } as const
  return desk.act<AddFileReason>(actor, deed, async (scope) => {
    const head = await caseHead(scope, input.caseId)
    if (!head) return refused('case.missing')
    if (head.status === 'closed') return refused('case.closed')
    const fileId = await keepExamined(scope, tools, { ...input, head, examined: examined.value })
    if (!fileId) return refused('case.missing')
    scope.about({ subjectId: fileId })
    return done({ fileId })
  })
}

/** A file that was looked into and scanned, and may be kept. */
export interface ExaminedFile {
  readonly inspected: InspectedUpload
  readonly scan: ScanAnswer
}

/** Looks into a file and has it scanned, before any transaction. */
export async function examineFile(
  tools: Pick<FileTools, 'scanner'>,
  upload: FileToAdd['upload'],
): Promise<Outcome<ExaminedFile, UploadReason | 'upload.infected'>> {
  const { bytes, name: claimedName } = upload
  const inspected = await inspectUpload({ bytes, claimedName, largest: largestUpload })
  if (!inspected.done) return inspected
  const scan = await tools.scanner.scan(inspected.value.bytes)
  return scan.verdict === 'infected' ? refused('upload.infected') : done({ inspected: inspected.value, scan })
}

/**
 * Keeps an examined file in a live case, within the caller's transaction: let go, or held back with a task for the mediator. Null when
 * the case has no key.
 */
export async function keepExamined(
  scope: Scope,
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  file: Pick<FileToAdd, 'zone' | 'legalQuality'> & { readonly head: CaseHead; readonly examined: ExaminedFile },
): Promise<Id | null> {
  const { head, zone, legalQuality } = file
  const { inspected, scan } = file.examined
  const key = await caseKeyOf(scope, tools.keyring, head.id)
  if (!key) return null
  const { bytes, ...judged } = inspected
  const held = afterScan(scan, inspected.flags) !== 'available'
  // In the vault before the row: a row whose file is missing would be worse than a file that no row names, which a job removes.
  const stored = await tools.vault.put({ key, bytes })
  const fileId = await addDocument(scope, {
    ...{ caseId: head.id, zone, legalQuality, ...judged, stored },
    scan: scan.verdict === 'clean' ? 'clean' : 'not_scanned',
    status: held ? 'quarantined' : 'released',
  })
  if (held) await askForALook(scope, head, fileId)
  return fileId
}

const askForALook = (scope: Scope, head: CaseHead, subjectId: Id) =>
  addTask(scope, {
    kind: 'release-file',
    caseId: head.id,
    subjectId,
    forRole: 'mediator',
    forStaff: head.mediatorId ?? scope.actor,
    dueOn: dayOf(scope.now).toString(),
  })
