import { sql } from 'kysely'
import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { certificateSum, foldedNumber } from '../domain/certificate-code.ts'

/** Tries at a code, counted before they are made. */
export interface PaperTries {
  spend(door: { readonly paper: string; readonly address: string }): Promise<boolean>
  giveBack(door: { readonly paper: string; readonly address: string }): Promise<void>
}

/** All that somebody learns who holds a certificate. */
export interface CheckedCertificate {
  readonly heldOn: Temporal.PlainDate
  readonly issuedAt: Temporal.Instant
  readonly superseded: boolean
}

export type CheckReason = 'certificate.unknown' | 'tries.spent'

/** Says whether there is a certificate of this number and code. A number that is not there and a wrong code have one answer. */
export async function checkCertificate(
  desk: Desk<PurposeKey>,
  tries: PaperTries,
  typed: { readonly number: string; readonly code: string; readonly address: string },
): Promise<Outcome<CheckedCertificate, CheckReason>> {
  const door = { paper: foldedNumber(typed.number), address: typed.address }
  if (!(await tries.spend(door))) return refused('tries.spent')
  const deed = { purpose: 'verification', deed: 'certificate.checked' } as const
  const sum = certificateSum(typed.number, typed.code)
  const found = await desk.read(null, deed, async ({ queries }) => {
    const { rows } = await sql<{ held_on: string; issued_at: Temporal.Instant; superseded: boolean }>`
      SELECT held_on, issued_at, superseded FROM ev.check_certificate(${sum})`.execute(queries)
    return rows[0] ?? null
  })
  if (!found) return refused('certificate.unknown')
  await tries.giveBack(door)
  const { issued_at: issuedAt, superseded } = found
  return done({ heldOn: Temporal.PlainDate.from(found.held_on), issuedAt, superseded })
}
