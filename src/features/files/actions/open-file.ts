import { createHash } from 'node:crypto'
import type { Desk } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import type { FileVault } from '../../../platform/files/file-vault.ts'
import type { CaseKey } from '../../../platform/files/keyring.ts'
import { Unreadable } from '../../../platform/files/sealing.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { type CaseDocument, fileOf } from '../data/file-reads.ts'
import type { FileTools } from './file-tools.ts'

/** A document with the key that opens it. */
export interface FileAndKey {
  readonly document: CaseDocument
  readonly key: CaseKey
}

/** The office keeps papers; a party reads their own as a part of the mediation. */
export type FilePurpose = 'papers' | 'mediation'

/** Looks a document up, which is recorded; null when there is none for the one who asks. */
export function lookUpFile(
  desk: Desk<PurposeKey>,
  tools: Pick<FileTools, 'keyring'>,
  actor: Id,
  fileId: Id,
  purpose: FilePurpose = 'papers',
): Promise<FileAndKey | null> {
  const deed = { purpose, deed: 'file.opened', subjectId: fileId } as const
  return desk.read(actor, deed, async (scope) => {
    const document = await fileOf(scope, fileId)
    const key = document && (await caseKeyOf(scope, tools.keyring, document.caseId))
    if (!document || !key) return null
    scope.about({ caseId: document.caseId })
    return { document, key }
  })
}

/** The bytes as they were stored; null when they are missing or were changed: by their seal, and by the row's own sum. */
export async function bytesOf(vault: FileVault, { document, key }: FileAndKey): Promise<Buffer | null> {
  try {
    const bytes = await vault.get({ key, storedName: document.storedName })
    return sumOf(bytes) === document.sha256 && bytes.length === document.sizeBytes ? bytes : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

const sumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
