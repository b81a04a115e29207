import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Fields, triesBadInput } from '../../../../../test/support/bad-input.ts'
import { offeredToBoth } from '../../../../../test/support/offered.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { hiddenFields, type Visitor, wordsOf } from '../../../../../test/support/visitor.ts'
import { type WholeService, wholeOrigin, wholeService } from '../../../../../test/support/whole-service.ts'
import { makeWorld, type World } from '../../../../../test/support/world.ts'
import { whatFollows } from './cancel.routes.tsx'

let db: TestService
let whole: WholeService
let world: World
let party: Visitor
let path = ''
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
  party = await world.asParty('A')
  const offer = await offeredToBoth(whole, String(world.live.caseId), String(world.cast.mediators[2]))
  path = `/portal/times/${offer}/answer`
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const count = async (table: 'time_answer' | 'party_act') =>
  Number((await db.look<{ many: string }>(`SELECT count(*) AS many FROM ev.${table}`))[0]?.many)
const valid: Fields = { words: 'Any Tuesday after three' }

describe('an answer to offered times', () => {
  triesBadInput('times', { typed: { words: { longest: 1000 } }, offered: ['times[]'] }, () => ({
    ...{ valid, typed: {}, spoiled: { words: '' } },
    fresh: async () => hiddenFields((await party.get('/portal/times')).html, path),
    send: (body) => {
      const fields = Object.fromEntries([...new Set(body.keys())].map((name) => [name, body.getAll(name)]))
      return party.post(path, fields, { origin: wholeOrigin.origin })
    },
    saved: () => count('time_answer'),
  }))

  test('after all that, nothing stands half saved', async () => {
    expect(await count('time_answer')).toBe(await count('party_act'))
  })

  test('what was said is there to be changed, and the other sees none of it', async () => {
    expect((await party.get('/portal/times')).html).toContain('Any Tuesday after three')
    expect((await (await world.asParty('B')).get('/portal/times')).html).not.toContain('Any Tuesday')
  })
})

describe('cancelling', () => {
  const own = async () => /\/portal\/appointments\/[^/]+\/cancel/.exec((await party.get('/portal')).html)?.[0] ?? ''

  test('says first what follows, then that it is cancelled; the other learns that it does not take place', async () => {
    const page = await own()
    const words = wordsOf((await party.get(page)).html)
    expect(words).toContain('costs you nothing: you are in time')
    expect(words).toContain('We do not tell them who cancelled, or why')
    const done = await party.send(page, {}, page)
    expect(done.location).toBe('/portal?told=cancelled')
    await whole.runJobs()
    const other = wordsOf((await (await world.asParty('B')).get('/portal')).html)
    expect(other).toContain('did not take place')
    expect(other).not.toMatch(/cancelled/i)
    expect((await party.get(page)).status).toBe(404)
  })

  test('by the rule is for nothing in time, and may be asked for after', () => {
    const startsAt = Temporal.Instant.from('2026-12-04T10:00:00Z')
    const meeting = { kind: 'miam', startsAt, rule: { noticeDays: 2, sharePercent: 50 } } as const
    const day = (text: string) => Temporal.PlainDate.from(text)
    expect(whatFollows(meeting, day('2026-12-02'))).toContain('you are in time')
    expect(whatFollows(meeting, day('2026-12-03'))).toContain('less than 2 working days')
    expect(whatFollows(meeting, day('2026-12-03'))).toContain('50% of its price')
  })
})
