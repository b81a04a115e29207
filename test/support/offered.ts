import type { Id } from '../../src/values/ids.ts'
import type { WholeService } from './whole-service.ts'

/** An open offer of two times for both parties of a case, with a mediator who has nothing else then; answers its identifier. */
export async function offeredToBoth(whole: WholeService, caseId: Id | string, mediator: Id | string): Promise<string> {
  const { db } = whole
  const [offer] = await db.look<{ id: string }>(
    `INSERT INTO ev.time_offer (case_id, kind, zone, means, answer_by, made_by) VALUES ($1, 'session', 'both', 'telephone', '2099-01-01', $2) RETURNING id`,
    [caseId, mediator],
  )
  for (const day of ['2098-03-04', '2098-03-05'])
    await db.look(
      `INSERT INTO ev.offered_time (offer_id, case_id, zone, mediator_id, starts_at, ends_at) VALUES ($1, $2, 'both', $3, $4, $5)`,
      [offer?.id, caseId, mediator, `${day}T10:00:00Z`, `${day}T11:00:00Z`],
    )
  return offer?.id ?? ''
}

/** An appointment that a party cancelled: nothing is decided about it yet. Answers its identifier. */
export async function missedBy(whole: WholeService, side: 'A' | 'B', caseId: Id | string, mediator: Id | string) {
  const { db } = whole
  const [missed] = await db.look<{ id: string }>(
    `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at, status)
     VALUES ($1, 'miam', $2, $3, 'telephone', '2026-11-26T19:00:00Z', '2026-11-26T20:00:00Z', 'cancelled') RETURNING id`,
    [caseId, side, mediator],
  )
  await db.look(
    `INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone, status, settled_at)
     SELECT $1, case_id, id, side, 'cancelled', '2026-11-24T10:00:00Z' FROM ev.party WHERE case_id = $2 AND side = $3`,
    [missed?.id, caseId, side],
  )
  return missed?.id ?? ''
}
