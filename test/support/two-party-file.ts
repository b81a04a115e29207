import { type Id, newId } from '../../src/values/ids.ts'
import { bothSign } from './both-sign.ts'
import type { TestService } from './service.ts'

/** A file in which every zone has something, for trying who sees what. */
export interface TwoPartyFile {
  readonly caseId: Id
  readonly personA: Id
  readonly personB: Id
}

const zones = ['A', 'B', 'both', 'office'] as const

/** Makes the rows as the owner of the tables: what is tried is who may read them, not how they come about. */
export async function fileWithTwoParties(service: TestService, mediatorId: Id): Promise<TwoPartyFile> {
  const [caseId, personA, personB] = [newId(), newId(), newId()]
  const add = (sql: string, ...values: readonly unknown[]) => service.look(sql, values)
  await add(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, $2, 'children', 'telephone', $3)`,
    caseId,
    `C-${caseId.slice(0, 8)}`,
    mediatorId,
  )
  for (const [side, person, value] of [
    ['A', personA, 'a@party.example'],
    ['B', personB, 'b@party.example'],
  ]) {
    await add(`INSERT INTO ev.person (id, given_name, family_name) VALUES ($1, 'Party', $2)`, person, side)
    await add(
      `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'email', $2, $2, 'self')`,
      person,
      value,
    )
    await add(`INSERT INTO ev.party (case_id, person_id, side) VALUES ($1, $2, $3)`, caseId, person, side)
  }
  await add(`INSERT INTO ev.child (case_id, given_name) VALUES ($1, 'Robin')`, caseId)
  await add(
    `INSERT INTO ev.task (kind, case_id, for_role, due_on) VALUES ('call-back', $1, 'coordinator', '2026-12-01')`,
    caseId,
  )
  await bothSign(service, caseId)
  for (const zone of zones) await addInZone(service, caseId, mediatorId, zone)
  return { caseId, personA, personB }
}

async function addInZone(
  service: TestService,
  caseId: Id,
  mediatorId: Id,
  zone: (typeof zones)[number],
): Promise<void> {
  const common = [caseId, zone, mediatorId]
  await service.look(
    `INSERT INTO ev.session_record (case_id, zone, legal_quality, held_on, way, discussed, author) VALUES ($1, $2, 'without_prejudice', '2026-11-01', 'shuttle', 'Said in ' || $2, $3)`,
    common,
  )
  await service.look(
    `INSERT INTO ev.session_summary (case_id, zone, legal_quality, summary, author) VALUES ($1, $2, 'without_prejudice', 'Summed up in ' || $2, $3)`,
    common,
  )
  await service.look(
    `INSERT INTO ev.stored_file (case_id, zone, legal_quality, name, media_type, size_bytes, sha256, stored_name, scan, added_by)
     VALUES ($1, $2, 'open', 'paper.pdf', 'application/pdf', 1, '00', gen_random_uuid()::text, 'made_here', $3)`,
    common,
  )
  if (zone === 'office') return
  const hour = zones.indexOf(zone) + 9
  await service.look(
    `INSERT INTO ev.appointment (case_id, zone, mediator_id, kind, means, starts_at, ends_at)
     SELECT $1, $2, $3, 'session', 'telephone', day + make_interval(hours => $4), day + make_interval(hours => $4 + 1)
       FROM (SELECT '2026-11-10T00:00Z'::timestamptz + make_interval(days => (SELECT count(*)::int FROM ev.case_file)) AS day) AS it`,
    [...common, hour],
  )
}
