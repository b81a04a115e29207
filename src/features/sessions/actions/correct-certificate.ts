import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { type Outcome, refused } from '../../../values/outcome.ts'
import { certificateOf } from '../data/certificates.ts'
import { findMiam, type IssueReason, isRiskRecorded, issueNow } from './issue-miam-certificate.ts'
import type { SessionTools } from './session-tools.ts'

export type CorrectionReason = IssueReason | 'certificate.missing' | 'certificate.superseded'

export interface CertificateToCorrect {
  readonly key: Id
  readonly certificateId: Id
  /** Another record of the same person's meeting, when the one that it rested on was wrong; null for the same. */
  readonly miamId: Id | null
  /** What was wrong with the earlier one. */
  readonly reason: string
}

/**
 * Issues a certificate with a number and a code of its own in place of an earlier one. The earlier one is not changed: it stays in
 * the file, and whoever checks it learns that another took its place.
 */
export async function correctCertificate(
  desk: Desk<PurposeKey>,
  tools: SessionTools,
  actor: Id,
  input: CertificateToCorrect,
): Promise<Outcome<Answer, CorrectionReason>> {
  const { key, certificateId } = input
  const miamId = input.miamId ?? (await restsOn(desk, actor, certificateId))
  if (!miamId) return refused('certificate.missing')
  const riskRecorded = await isRiskRecorded(desk, actor, miamId)
  const refusals = { miam_certificate_superseded_once: 'certificate.superseded' } as const
  const deed = {
    purpose: 'mediation',
    deed: 'certificate.corrected',
    key,
    subjectId: certificateId,
    refusals,
  } as const
  return desk.act<CorrectionReason>(actor, deed, async (scope) => {
    const earlier = await certificateOf(scope, certificateId)
    if (!earlier) return refused('certificate.missing')
    scope.about({ caseId: earlier.caseId })
    if (earlier.supersededBy) return refused('certificate.superseded')
    const found = await findMiam(scope, miamId)
    if (!found || found.miam.partyId !== earlier.partyId) return refused('miam.missing')
    const correction = { supersedes: earlier.id, correctionReason: input.reason }
    return issueNow(scope, tools, { ...found, actor, riskRecorded }, correction)
  })
}

const restsOn = (desk: Desk<PurposeKey>, actor: Id, certificateId: Id): Promise<Id | null> =>
  desk.read(
    actor,
    { purpose: 'mediation', deed: 'certificate.opened', subjectId: certificateId },
    async (scope) => (await certificateOf(scope, certificateId))?.miamId ?? null,
  )
