import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepOn,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Id } from '../../values/ids.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const sideA = async (caseId: Id): Promise<Id> => {
  const rows = await service.look<{ id: Id }>(
    `SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`,
    [caseId],
  )
  return rows[0]?.id as Id
}
const many = async (table: string) =>
  (await service.look<{ many: number }>(`SELECT count(*)::int AS many FROM ev.${table}`))[0]?.many
const merged = (kept: Id, gone: Id) =>
  service.look(
    `INSERT INTO ev.person_merge (kept_id, merged_id, agreeing, reason, merged_by, undo_until)
     VALUES ($1, $2, 'sameName', 'She said so.', $3, '2026-12-21')`,
    [kept, gone, office.coordinator],
  )

test('a person goes with the last of their files, and what went into their record goes too', async () => {
  const [first, second, third] = [
    await caseFrom(service, office, folder.keyring),
    await caseFrom(service, office, folder.keyring),
    await caseFrom(service, office, folder.keyring),
  ]
  const people = [await sideA(first), await sideA(second), await sideA(third)] as const
  await merged(people[1], people[0])
  await merged(people[2], people[1])
  await close(service, office, first)
  service.clock.set('2027-06-01T10:00:00Z')
  await close(service, office, second)
  service.clock.set('2028-01-01T10:00:00Z')
  await close(service, office, third)

  await sweepOn(service, folder, '2033-10-25')
  expect(await sweepOn(service, folder, '2033-11-22')).toMatchObject({ destroyed: { case: 1 } })
  expect(await many('person_merge')).toBe(2)
  await sweepOn(service, folder, '2034-05-05')
  expect(await sweepOn(service, folder, '2034-06-02')).toMatchObject({ destroyed: { case: 1 } })
  expect(await many('person')).toBe(4)
  await sweepOn(service, folder, '2034-12-05')
  expect(await sweepOn(service, folder, '2035-01-02')).toMatchObject({ destroyed: { case: 1 } })
  for (const table of ['person', 'contact_point', 'person_merge', 'person_merge_row', 'party', 'message'])
    expect(await many(table), table).toBe(0)
})
