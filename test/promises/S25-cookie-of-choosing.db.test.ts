import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestPolicy } from '../support/policies.ts'
import { type TestService, testService } from '../support/service.ts'
import { newRows, wholeDatabase } from '../support/whole-database.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

describe.each<TestPolicy>(['parents', 'trust'])('S25: the cookies of choosing (%s)', (policy) => {
  let db: TestService
  let whole: WholeService
  beforeAll(async () => {
    db = await testService({ policy })
    whole = await wholeService(db)
  })
  afterAll(async () => {
    await whole?.end()
    await db?.end()
  })

  const choose = async (choice: string, address?: string) => {
    const visitor = whole.visitor(address)
    const { setCookies } = await visitor.send('/', { choice, back: '/' }, '/cookies')
    return setCookies
  }
  const counts = () =>
    db.look<{ choice: string; choices: number; wording_hash: string; day: string }>(
      'SELECT day::text, wording_hash, choice, choices FROM ev.consent_count ORDER BY day, choice, wording_hash',
    )

  test('hold the answer and which question it was: everybody who says the same has the same', async () => {
    const [one, other] = [await choose('refused', '203.0.113.4'), await choose('refused', '198.51.100.9')]
    expect(one).toHaveLength(1)
    expect(one).toEqual(other)
    expect(one[0]).toMatch(/^cookie_choice=refused\.[0-9a-f]{8};/)
    expect((await choose('accepted'))[0]?.split('.')[1]).toBe(one[0]?.split('.')[1])
  })

  test('last eleven months, and no day longer whichever months those are', async () => {
    expect(db.policy.storage.choice?.maxAge).toBe('P11M')
    const age = Number(/Max-Age=(\d+)/.exec((await choose('accepted'))[0] ?? '')?.[1])
    const days = Array.from({ length: 48 }, (_, month) => {
      const from = Temporal.PlainDate.from('2026-01-15').add({ months: month })
      return from.until(from.add({ months: 11 }), { largestUnit: 'days' }).days
    })
    expect(age).toBe(Math.min(...days) * 24 * 3600)
  })

  test('are counted by day and by wording, without anything that identifies', async () => {
    db.clock.forward('P1D')
    const before = await wholeDatabase(db)
    for (const choice of ['accepted', 'refused', 'refused']) await choose(choice, '203.0.113.200')
    const day = '2026-11-24'
    const [yes, no, ...more] = (await counts()).filter((it) => it.day === day)
    expect(more).toEqual([])
    expect(yes).toMatchObject({ choice: 'accepted', choices: 1 })
    expect(no).toMatchObject({ choice: 'refused', choices: 2, wording_hash: yes?.wording_hash })
    const rows = newRows(before, await wholeDatabase(db))
    expect(Object.keys(rows)).toEqual(['ev.access_log', 'ev.consent_count', 'ev.request_key'])
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|Firefox|Mozilla/)
    const told = await db.look(
      `SELECT DISTINCT actor, case_id, subject_id FROM ev.access_log WHERE act = 'consent.chosen'`,
    )
    expect(told).toEqual([{ actor: null, case_id: null, subject_id: null }])
  })

  test('do not answer another question: other words are asked anew, and counted apart', async () => {
    const { pageCounts } = db.policy.consents
    if (!pageCounts) throw new Error('this service asks nothing')
    const consents = { ...db.policy.consents, pageCounts: { ...pageCounts, wording: 'May we count more than before?' } }
    const asking = await wholeService(db, { policy: { ...db.policy, consents } })
    const visitor = asking.visitor()
    const [cookie = ''] = await choose('accepted')
    visitor.cookies.set('cookie_choice', cookie.split(/[=;]/)[1] ?? '')
    expect((await visitor.get('/')).html).toContain('May we count more than before?')
    await visitor.get('/costs')
    expect(await db.look('SELECT FROM ev.page_count')).toEqual([])
    await visitor.send('/', { choice: 'refused', back: '/' }, '/cookies')
    expect(new Set((await counts()).map((it) => it.wording_hash)).size).toBe(2)
    await asking.end()
  })
})
