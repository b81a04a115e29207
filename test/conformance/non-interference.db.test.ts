import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/values/ids.ts'
import { pagesOfParty } from '../support/pages-of-a-party.ts'
import { type PrivateGround, privateActs } from '../support/private-acts.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

let db: TestService
let whole: WholeService
let world: World
let ground: PrivateGround
let a: Visitor
let b: Visitor
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
  const caseId = world.live.caseId as Id
  ground = { whole, world, caseId, b: await personOf('B'), made: new Map() }
  a = await world.asParty('A')
  b = await world.asParty('B')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const personOf = async (side: 'A' | 'B'): Promise<Id> => {
  const sql = 'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2'
  return (await db.look<{ id: Id }>(sql, [world.live.caseId, side]))[0]?.id as Id
}

/** Every e-mail and letter that was written to A, with its calendar entry. */
const writtenToA = async () =>
  db.look(
    `SELECT channel, recipient, subject, body, calendar_entry, status FROM ev.message WHERE person_id = $1 ORDER BY id`,
    [await personOf('A')],
  )

const everythingOfA = async () => ({ pages: [...(await pagesOfParty(whole, a))], post: await writtenToA() })

describe('whatever B does alone, all that A can get stays as it was, byte for byte', () => {
  test.each(privateActs.map(({ name, act }) => [name, act] as const))('when %s', async (_, act) => {
    const before = await everythingOfA()
    await act(ground)
    expect(await everythingOfA()).toEqual(before)
  })

  test('though B sees it', async () => {
    const { pages } = { pages: JSON.stringify([...(await pagesOfParty(whole, b))]) }
    expect(pages).toContain('only-b.txt')
    expect(pages).toContain('only-b@party.example')
    expect(pages).toContain('did not take place')
  })

  test('and A has pages in which it would show', async () => {
    const { pages } = await everythingOfA()
    expect(pages.filter(([path]) => path.startsWith('/portal/papers/')).length).toBeGreaterThan(0)
    expect(JSON.stringify(pages)).not.toMatch(/only-b|Said by B/)
    const before = await everythingOfA()
    await db.look(
      `UPDATE ev.appointment SET starts_at = starts_at + interval '15 minutes' WHERE case_id = $1 AND zone = 'both'`,
      [world.live.caseId],
    )
    expect(await everythingOfA()).not.toEqual(before)
  })
})
