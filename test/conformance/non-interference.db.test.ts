import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everythingOf } from '../support/everything-of-a-party.ts'
import { neverTaken, type PrivateGround, secret, secretMailbox } from '../support/private-acts/ground.ts'
import { groundOf } from '../support/private-acts/ground-of.ts'
import { privateActs } from '../support/private-acts/index.ts'
import { notPrivate } from '../support/private-acts/of-both.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

const taken = new Set<string>()
let routes: WholeService['routes'] = []

describe.each([
  ['A', 'B'],
  ['B', 'A'],
] as const)('what %s can get', (watching, acting) => {
  let db: TestService
  let whole: WholeService
  let world: World
  let ground: PrivateGround
  beforeAll(async () => {
    db = await testService()
    whole = await wholeService(db)
    world = await makeWorld(whole)
    routes = whole.routes
    ground = await groundOf(whole, world, acting, taken)
  }, 120_000)
  afterAll(async () => {
    await whole?.end()
    await db?.end()
  })

  const ofWatching = async () => everythingOf({ whole, world }, watching)
  const acts = privateActs.filter((it) => it.by === undefined || it.by === acting)

  test.each(acts.map((it) => [it.name, it] as const))('stays byte for byte when %s', async (_, { first, act }) => {
    await first?.(ground)
    await whole.runJobs()
    const before = await ofWatching()
    await act(ground)
    expect(await ofWatching()).toEqual(before)
  })

  test('though the one who acted sees it, and the watcher’s pages show what is of both', async () => {
    const own = JSON.stringify(await everythingOf({ whole, world }, acting))
    for (const words of ['kept-apart.txt', secretMailbox, 'did not take place']) expect(own).toContain(words)
    const before = await ofWatching()
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`${secret}|${secretMailbox}|kept-apart`))
    expect([before.certificates.length, acting === 'B' && before.progress.includes('First meeting attended')]).toEqual([
      1,
      acting === 'B',
    ])
    expect(before.referrals.includes('First meeting attended')).toBe(acting === 'B')
    expect(before.pages.filter(([path]) => path.startsWith('/portal/papers/')).length).toBeGreaterThan(0)
    await db.look(
      `UPDATE ev.appointment SET starts_at = starts_at + interval '15 minutes' WHERE case_id = $1 AND zone = 'both'`,
      [world.live.caseId],
    )
    expect(await ofWatching()).not.toEqual(before)
  })
})

test('every form of the service is among the acts, or said not to be private', () => {
  const untried = neverTaken(routes, taken)
  expect(untried.filter((path) => !notPrivate.some(([exempt]) => exempt.test(path)))).toEqual([])
  expect(notPrivate.filter(([exempt]) => !routes.some((it) => it.method === 'POST' && exempt.test(it.path)))).toEqual(
    [],
  )
})
