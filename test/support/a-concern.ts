import type { Id } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** A worry that somebody recorded; `decided`: by whom, who decided that it is told. */
export async function aConcern(db: TestService, caseId: Id, recordedBy: Id, decidedBy: Id | null = null): Promise<Id> {
  const [row] = await db.look<{ id: Id }>(
    `INSERT INTO ev.concern (case_id, at_risk, who, seen, urgent, recorded_by, decision, decision_reason, consent, decided_by, decided_at, review_by)
     SELECT $1, 'child', 'The younger one', 'A bruise', true, $2::uuid, d.what, d.what, d.consent, $3::uuid, d.at, CASE WHEN $3::uuid = $2::uuid THEN d.at END
       FROM (SELECT CASE WHEN $3::uuid IS NOT NULL THEN 'tell' END AS what, CASE WHEN $3::uuid IS NOT NULL THEN 'refused' END AS consent,
                    CASE WHEN $3::uuid IS NOT NULL THEN $4::timestamptz END AS at) d RETURNING id`,
    [caseId, recordedBy, decidedBy, db.clock.now().toString()],
  )
  return row?.id as Id
}

/** A file that a colleague opened for an hour, some hours ago. */
export async function aGlassBreak(db: TestService, caseId: Id, staffId: Id): Promise<Id> {
  const now = db.clock.now()
  const [row] = await db.look<{ id: Id }>(
    `INSERT INTO ev.glass_break (case_id, staff_id, reason, began_at, ends_at) VALUES ($1, $2, 'A child', $3, $4) RETURNING id`,
    [caseId, staffId, now.subtract({ hours: 3 }).toString(), now.subtract({ hours: 2 }).toString()],
  )
  return row?.id as Id
}
