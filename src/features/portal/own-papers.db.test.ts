import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import { makeWorld, type World } from '../../../test/support/world.ts'

let db: TestService
let whole: WholeService
let world: World
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

describe('a paper', () => {
  test('of one’s own is given and recorded; of the other, held back, or unknown is not there', async () => {
    const visitor = await world.asParty('A')
    const files = await db.look<{ id: string; zone: string; status: string }>(
      'SELECT id, zone, status FROM ev.stored_file WHERE case_id = $1',
      [world.live.caseId],
    )
    const own = files.find((it) => it.zone === 'A' && it.status === 'released')
    const given = await visitor.get(`/portal/papers/${own?.id}`)
    expect([given.status, given.bytes.subarray(0, 4).toString()]).toEqual([200, '%PDF'])
    const lines = await db.look(
      `SELECT FROM ev.access_log JOIN ev.party ON person_id = actor AND side = 'A'
        WHERE act = 'file.downloaded' AND subject_id = $1`,
      [own?.id],
    )
    expect(lines).toHaveLength(1)
    const others = files.filter((it) => it !== own && !(it.zone === 'both' && it.status === 'released'))
    expect(others.length).toBeGreaterThan(1)
    for (const { id } of others) expect((await visitor.get(`/portal/papers/${id}`)).status).toBe(404)
  })
})
