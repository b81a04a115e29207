import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { Id } from '../../../values/ids.ts'
import type { SignedHow } from '../domain/words.ts'

/** That one party signed a version of the agreement to mediate. */
export interface SignedAgreement {
  readonly id: Id
  readonly zone: 'A' | 'B'
  readonly version: string
  readonly signedOn: Temporal.PlainDate
  readonly signedHow: SignedHow
  readonly recordedBy: Id
}

const signedIn = question((queries, { caseId }: { readonly caseId: Id }) =>
  queries
    .selectFrom('agreement_to_mediate')
    .select(['id', 'zone', 'version', 'signed_on', 'signed_how', 'recorded_by'])
    .where('case_id', '=', caseId)
    .orderBy('signed_on', 'desc')
    .orderBy('id'),
)

/** Who has signed what, newest first. */
export async function agreementsOf(scope: Scope, caseId: Id): Promise<SignedAgreement[]> {
  const rows = await signedIn(scope, { caseId })
  return rows.map((row) => ({
    id: row.id,
    zone: row.zone,
    version: row.version,
    signedOn: Temporal.PlainDate.from(row.signed_on),
    signedHow: row.signed_how,
    recordedBy: row.recorded_by,
  }))
}

/** Whether each party has signed on or before a day. */
export const bothSigned = (signed: readonly SignedAgreement[], day: Temporal.PlainDate): boolean =>
  (['A', 'B'] as const).every((zone) =>
    signed.some((it) => it.zone === zone && Temporal.PlainDate.compare(it.signedOn, day) <= 0),
  )
