import type { Scope } from '../../../platform/database/desk.ts'
import type { StoredFile } from '../../../platform/files/file-vault.ts'
import type { UploadFlag } from '../../../platform/files/inspect-upload.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { LegalQuality, Zone } from '../domain/zones.ts'
import type { CaseDocument } from './file-reads.ts'

export interface NewDocument {
  readonly caseId: Id
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly name: string
  readonly mediaType: string
  readonly stored: StoredFile
  readonly scan: CaseDocument['scan']
  readonly flags: readonly UploadFlag[]
  readonly status: 'quarantined' | 'released'
}

/** Adds the row of a file that lies in the vault already; answers its identifier. */
export async function addDocument(scope: Scope, document: NewDocument): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('stored_file')
    .values({
      id,
      case_id: document.caseId,
      zone: document.zone,
      legal_quality: document.legalQuality,
      name: document.name,
      media_type: document.mediaType,
      size_bytes: document.stored.size,
      sha256: document.stored.sha256,
      stored_name: document.stored.storedName,
      scan: document.scan,
      flags: JSON.stringify(document.flags),
      status: document.status,
    })
    .execute()
  return id
}

/** Releases or refuses a file that is held back; false when it is not there, or was dealt with. */
export async function settleDocument(
  scope: Scope,
  fileId: Id,
  to: { readonly status: 'released' | 'refused'; readonly scan?: 'clean' | undefined },
): Promise<boolean> {
  const { numUpdatedRows } = await scope.queries
    .updateTable('stored_file')
    .set({ status: to.status, settled_by: scope.actor, settled_at: scope.now, ...(to.scan ? { scan: to.scan } : {}) })
    .where('id', '=', fileId)
    .where('status', '=', 'quarantined')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
