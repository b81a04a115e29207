import { hashOfProgress } from '../../../src/features/enquiries/domain/progress-link.ts'
import type { Id } from '../../../src/values/ids.ts'
import { progressSecret } from '../everything-of-a-party.ts'
import type { WholeService } from '../whole-service.ts'
import type { World } from '../world.ts'
import type { PrivateGround, Side } from './ground.ts'

/** The live case of a world with everybody at hand, and with somebody who referred its first party. */
export async function groundOf(
  whole: WholeService,
  world: World,
  side: Side,
  taken = new Set<string>(),
): Promise<PrivateGround> {
  const caseId = world.live.caseId as Id
  const sql = 'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2'
  const [found] = await whole.db.look<{ id: Id }>(sql, [caseId, side])
  await whole.db.look(
    `INSERT INTO ev.referral (enquiry_id, link_hash, name, work, organisation, email)
     SELECT $1, $2, 'Priya Marl', 'solicitor', 'Marl & Teal LLP', 'priya@marl.example'
      WHERE NOT EXISTS (SELECT FROM ev.referral WHERE enquiry_id = $1)`,
    [world.live.enquiryId, hashOfProgress(progressSecret)],
  )
  await whole.db.look(
    `UPDATE ev.referral SET professional_id = (SELECT id FROM ev.professional WHERE name = 'Test referrer') WHERE enquiry_id = $1`,
    [world.live.enquiryId],
  )
  return {
    ...{ whole, world, caseId, side, person: found?.id as Id, taken, made: new Map() },
    coordinator: await world.as('coordinator'),
    mediator: await world.as('mediator'),
    supervisor: await whole.signedIn('supervisor'),
    privacyOfficer: await whole.signedIn('privacyOfficer'),
    own: await world.asParty(side),
  }
}
