import type { Id } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** Both parties of a case have signed the agreement to mediate, long ago: a session with both can be entered. */
export const bothSign = (service: Pick<TestService, 'look'>, caseId: Id, signedOn = '2026-01-05') =>
  service.look(
    `INSERT INTO ev.agreement_to_mediate (case_id, party_id, zone, version, signed_on, signed_how, recorded_by)
     SELECT case_id, id, side, '2026-1', $2, 'paper', gen_random_uuid() FROM ev.party WHERE case_id = $1`,
    [caseId, signedOn],
  )
