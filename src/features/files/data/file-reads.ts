import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { ScopedQueries } from '../../../platform/database/scope-dialect.ts'
import type { UploadFlag } from '../../../platform/files/inspect-upload.ts'
import type { Id } from '../../../values/ids.ts'
import { flagsIn } from '../domain/uploads.ts'
import type { LegalQuality, Zone } from '../domain/zones.ts'

export interface CaseDocument {
  readonly id: Id
  readonly caseId: Id
  readonly zone: Zone
  readonly legalQuality: LegalQuality
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly storedName: string
  readonly scan: 'not_scanned' | 'clean' | 'made_here'
  readonly flags: readonly UploadFlag[]
  readonly status: 'quarantined' | 'released' | 'refused'
  /** Null: no person, it came with a message that was sorted by itself. */
  readonly addedBy: Id | null
  readonly addedAt: Temporal.Instant
  readonly settledBy: Id | null
  readonly settledAt: Temporal.Instant | null
}

const fileRows = (queries: ScopedQueries) =>
  queries
    .selectFrom('stored_file')
    .select(['id', 'case_id', 'zone', 'legal_quality', 'name', 'media_type', 'size_bytes', 'sha256', 'stored_name'])
    .select(['scan', 'flags', 'status', 'added_by', 'added_at', 'settled_by', 'settled_at'])

type FileRow = Awaited<ReturnType<ReturnType<typeof fileRows>['executeTakeFirstOrThrow']>>

const documentOf = (row: FileRow): CaseDocument => ({
  id: row.id,
  caseId: row.case_id,
  zone: row.zone,
  legalQuality: row.legal_quality,
  name: row.name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  storedName: row.stored_name,
  scan: row.scan,
  flags: flagsIn(row.flags),
  status: row.status,
  addedBy: row.added_by,
  addedAt: row.added_at,
  settledBy: row.settled_by,
  settledAt: row.settled_at,
})

const filesOfCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  fileRows(queries).where('case_id', '=', caseId).orderBy('added_at', 'desc').orderBy('id'),
)

/** The documents of a case, newest first. */
export async function filesOf(scope: Scope, caseId: Id): Promise<CaseDocument[]> {
  const rows = await filesOfCase(scope, { caseId })
  return rows.map(documentOf)
}

/** One document; null when there is none for the one who asks. */
export async function fileOf(scope: Scope, fileId: Id): Promise<CaseDocument | null> {
  const row = await fileRows(scope.queries).where('id', '=', fileId).executeTakeFirst()
  return row ? documentOf(row) : null
}

/** Of some names in the vault, those that a row still wants. A refused file wants its bytes no more. */
export async function wantedNames(scope: Scope, names: readonly string[]): Promise<Set<string>> {
  if (names.length === 0) return new Set()
  const rows = await scope.queries
    .selectFrom('stored_file')
    .select('stored_name')
    .where('stored_name', 'in', names)
    .where('status', '<>', 'refused')
    .execute()
  return new Set(rows.map((row) => row.stored_name))
}

/** How a document came from one zone to both. */
export interface FileSharing {
  readonly fromZone: Exclude<Zone, 'both'>
  readonly because: string
  readonly sharedBy: Id
  readonly sharedAt: Temporal.Instant
}

export async function sharingOf(scope: Scope, fileId: Id): Promise<FileSharing | null> {
  const row = await scope.queries
    .selectFrom('file_sharing')
    .select(['from_zone', 'because', 'shared_by', 'shared_at'])
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  return row
    ? { fromZone: row.from_zone, because: row.because, sharedBy: row.shared_by, sharedAt: row.shared_at }
    : null
}
