import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import { type Id, newId } from '../../../values/ids.ts'

export interface MiamCertificate {
  readonly id: Id
  readonly number: string
  readonly caseId: Id
  readonly partyId: Id
  readonly miamId: Id
  readonly zone: 'A' | 'B'
  readonly mediatorId: Id
  readonly mediatorNumber: string
  readonly heldOn: Temporal.PlainDate
  readonly validUntil: Temporal.PlainDate
  readonly fileId: Id
  readonly issuedAt: Temporal.Instant
  /** The certificate whose place it takes, and why; null for the first of a meeting. */
  readonly supersedes: Id | null
  readonly correctionReason: string | null
  /** The number of the one that took its place; null while it stands. */
  readonly supersededBy: string | null
}

const certificates = ({ queries }: Pick<Scope, 'queries'>) =>
  queries
    .selectFrom('miam_certificate as it')
    .leftJoin('miam_certificate as next', 'next.supersedes', 'it.id')
    .select(['it.id', 'it.number', 'it.case_id', 'it.party_id', 'it.miam_record_id', 'it.zone', 'it.mediator_id'])
    .select(['it.mediator_number', 'it.held_on', 'it.valid_until', 'it.file_id', 'it.issued_at', 'it.supersedes'])
    .select(['it.correction_reason', 'next.number as superseded_by'])
type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>

const certificateFrom = (row: CertificateRow): MiamCertificate => ({
  id: row.id,
  number: row.number,
  caseId: row.case_id,
  partyId: row.party_id,
  miamId: row.miam_record_id,
  zone: row.zone,
  mediatorId: row.mediator_id,
  mediatorNumber: row.mediator_number,
  heldOn: Temporal.PlainDate.from(row.held_on),
  validUntil: Temporal.PlainDate.from(row.valid_until),
  fileId: row.file_id,
  issuedAt: row.issued_at,
  supersedes: row.supersedes,
  correctionReason: row.correction_reason,
  supersededBy: row.superseded_by,
})

const ofCase = question((queries, { caseId }: { readonly caseId: Id }) =>
  certificates({ queries }).where('it.case_id', '=', caseId).orderBy('it.issued_at', 'desc').orderBy('it.id'),
)

/** The certificates of a case, newest first. */
export const certificatesOf = async (scope: Scope, caseId: Id): Promise<MiamCertificate[]> =>
  (await ofCase(scope, { caseId })).map(certificateFrom)

/** The newest certificate of a MIAM; null while none was issued. */
export async function certificateOfMiam(scope: Scope, miamId: Id): Promise<MiamCertificate | null> {
  const row = await certificates(scope)
    .where('it.miam_record_id', '=', miamId)
    .orderBy((is) => is('next.id', 'is', null), 'desc')
    .orderBy('it.issued_at', 'desc')
    .executeTakeFirst()
  return row ? certificateFrom(row) : null
}

export async function certificateOf(scope: Scope, certificateId: Id): Promise<MiamCertificate | null> {
  const row = await certificates(scope).where('it.id', '=', certificateId).executeTakeFirst()
  return row ? certificateFrom(row) : null
}

/** Certificates of live cases that stand and end between two days, the first to end first. */
export async function certificatesEnding(
  scope: Scope,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<(MiamCertificate & { readonly reference: string })[]> {
  const rows = await certificates(scope)
    .innerJoin('case_file', 'case_file.id', 'it.case_id')
    .select('case_file.reference')
    .where('case_file.status', '=', 'live')
    .where('next.id', 'is', null)
    .where('it.valid_until', '>=', from.toString())
    .where('it.valid_until', '<=', until.toString())
    .orderBy('it.valid_until')
    .orderBy('it.number')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...certificateFrom(row), reference: row.reference }))
}

export async function addCertificate(
  scope: Scope,
  certificate: Omit<MiamCertificate, 'id' | 'issuedAt' | 'supersededBy'> & { readonly codeHash: Buffer },
): Promise<Id> {
  const id = newId()
  await scope.queries
    .insertInto('miam_certificate')
    .values({
      id,
      number: certificate.number,
      case_id: certificate.caseId,
      party_id: certificate.partyId,
      miam_record_id: certificate.miamId,
      zone: certificate.zone,
      mediator_id: certificate.mediatorId,
      mediator_number: certificate.mediatorNumber,
      held_on: certificate.heldOn.toString(),
      valid_until: certificate.validUntil.toString(),
      file_id: certificate.fileId,
      code_hash: certificate.codeHash,
      supersedes: certificate.supersedes,
      correction_reason: certificate.correctionReason,
    })
    .execute()
  return id
}
