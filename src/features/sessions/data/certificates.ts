import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'

export interface MiamCertificate {
  readonly id: Id
  readonly number: string
  readonly caseId: Id
  readonly miamId: Id
  readonly zone: 'A' | 'B'
  readonly mediatorId: Id
  readonly mediatorNumber: string
  readonly heldOn: Temporal.PlainDate
  readonly validUntil: Temporal.PlainDate
  readonly fileId: Id
  readonly issuedAt: Temporal.Instant
}

const certificates = (scope: Scope) =>
  scope.queries
    .selectFrom('miam_certificate')
    .select(['id', 'number', 'case_id', 'miam_record_id', 'zone', 'mediator_id', 'mediator_number'])
    .select(['held_on', 'valid_until', 'file_id', 'issued_at'])
type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificates>['executeTakeFirstOrThrow']>>

const certificateFrom = (row: CertificateRow): MiamCertificate => ({
  id: row.id,
  number: row.number,
  caseId: row.case_id,
  miamId: row.miam_record_id,
  zone: row.zone,
  mediatorId: row.mediator_id,
  mediatorNumber: row.mediator_number,
  heldOn: Temporal.PlainDate.from(row.held_on),
  validUntil: Temporal.PlainDate.from(row.valid_until),
  fileId: row.file_id,
  issuedAt: row.issued_at,
})

/** The certificates of a case, newest first. */
export async function certificatesOf(scope: Scope, caseId: Id): Promise<MiamCertificate[]> {
  const rows = await certificates(scope)
    .where('case_id', '=', caseId)
    .orderBy('issued_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(certificateFrom)
}

/** The one certificate of a MIAM; null while none was issued. */
export async function certificateOfMiam(scope: Scope, miamId: Id): Promise<MiamCertificate | null> {
  const row = await certificates(scope).where('miam_record_id', '=', miamId).executeTakeFirst()
  return row ? certificateFrom(row) : null
}

export async function addCertificate(
  scope: Scope,
  certificate: Omit<MiamCertificate, 'id' | 'issuedAt'> & { readonly partyId: Id },
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
    })
    .execute()
  return id
}
