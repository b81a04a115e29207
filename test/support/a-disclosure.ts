import type { Id } from '../../src/values/ids.ts'
import type { WholeService } from './whole-service.ts'

/** Something that a colleague decided to tell a court, and that waits. */
export async function aDisclosure({ db, service }: WholeService, caseId: Id, decidedBy: Id): Promise<Id> {
  const [row] = await db.look<{ id: Id }>(
    `INSERT INTO ev.disclosure (case_id, recipient, ground, law_kind, authority, side, hidden, words, words_quality, reason, decided_by, policy_hash)
     VALUES ($1, 'courtsAndPolice', 'law', 'court', 'Order of 3 November 2026', 'A', false, 'She came.', 'open', 'The court asks', $2, $3) RETURNING id`,
    [caseId, decidedBy, service.policy.hash],
  )
  return row?.id as Id
}
