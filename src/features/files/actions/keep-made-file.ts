import type { Scope } from '../../../platform/database/desk.ts'
import { caseKeyOf } from '../../../platform/files/case-keys.ts'
import type { Id } from '../../../values/ids.ts'
import { addDocument } from '../data/file-writes.ts'
import type { LegalQuality, Zone } from '../domain/zones.ts'
import type { FileTools } from './file-tools.ts'

export interface MadeFile {
  readonly caseId: Id
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * Keeps a document that the service itself made, released at once, within the caller's transaction; answers its identifier. Throws
 * when the case has no key: the caller has looked that the case is there.
 */
export async function keepMadeFile(
  scope: Scope,
  tools: Pick<FileTools, 'vault' | 'keyring'>,
  made: MadeFile,
): Promise<Id> {
  const key = await caseKeyOf(scope, tools.keyring, made.caseId)
  if (!key) throw new Error('a live case without a key')
  const { bytes, ...row } = made
  const stored = await tools.vault.put({ key, bytes })
  return addDocument(scope, { ...row, stored, scan: 'made_here', flags: [], status: 'released' })
}
