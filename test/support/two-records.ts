import { type Id, newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

/** Two people who are each a party of a case of their own, and perhaps one. */
export async function twoRecords(service: TestService): Promise<readonly [Id, Id]> {
  const people = [newId(), newId()] as const
  for (const [index, person] of people.entries()) {
    const caseId = newId()
    await service.look(
      `INSERT INTO ev.case_file (id, reference, topic, channel) VALUES ($1, $2, 'children', 'telephone')`,
      [caseId, `C-${caseId.slice(0, 8)}`],
    )
    await service.look(`INSERT INTO ev.person (id, given_name, family_name) VALUES ($1, 'Rosalind', $2)`, [
      person,
      index === 0 ? 'Tarnway' : 'Quellen',
    ])
    await service.look(`INSERT INTO ev.party (case_id, person_id, side) VALUES ($1, $2, 'A')`, [caseId, person])
  }
  return people
}

/** Two records that became one, and can still be parted: the identifier of that. */
export async function mergedRecords(service: TestService, by: Id): Promise<Id> {
  const [kept, merged] = await twoRecords(service)
  const id = newId()
  await service.look(
    `INSERT INTO ev.person_merge (id, kept_id, merged_id, agreeing, reason, merged_by, undo_until)
     VALUES ($1, $2, $3, 'partOfName', 'She said so', $4, '2099-01-01')`,
    [id, kept, merged, by],
  )
  return id
}
