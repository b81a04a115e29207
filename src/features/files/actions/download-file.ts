import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { CaseDocument } from '../data/file-reads.ts'
import type { FileTools } from './file-tools.ts'
import { bytesOf, type FilePurpose, lookUpFile } from './open-file.ts'

export interface Download {
  readonly document: CaseDocument
  readonly bytes: Buffer
}

/**
 * Opens a released document for somebody to take away. That it was taken is recorded before the first byte leaves. One that is held
 * back, or whose bytes are not those that were stored, is not given out.
 */
export async function downloadFile(
  desk: Desk<PurposeKey>,
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  actor: Id,
  fileId: Id,
  purpose: FilePurpose = 'papers',
): Promise<Outcome<Download, 'file.missing' | 'file.heldBack' | 'file.damaged'>> {
  const found = await lookUpFile(desk, tools, actor, fileId, purpose)
  if (!found) return refused('file.missing')
  const { document } = found
  if (document.status !== 'released') return refused('file.heldBack')
  const bytes = await bytesOf(tools.vault, found)
  if (!bytes) return refused('file.damaged')
  const deed = { purpose, deed: 'file.downloaded', caseId: document.caseId, subjectId: fileId } as const
  await desk.read(actor, deed, async () => null)
  return done({ document, bytes })
}
