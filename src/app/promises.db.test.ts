import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testService } from '../../test/support/service.ts'
import { wordsOf } from '../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../test/support/whole-service.ts'
import { promisesTried } from './commands/test-reports.ts'

let whole: WholeService
type Browser = Awaited<ReturnType<WholeService['signedIn']>>
let officer: Browser

beforeAll(async () => {
  whole = await wholeService(await testService({ policy: 'parents' }))
  officer = await whole.signedIn('privacyOfficer')
})
afterAll(async () => {
  await whole?.end()
  await whole?.db.end()
})

const page = '/office/oversight/promises'
const stateOf = async (key: string) =>
  (
    await whole.db.look<{ state: string; held: boolean }>(
      'SELECT state, held_at IS NOT NULL AS held FROM ev.live_check WHERE key = $1',
      [key],
    )
  )[0]
const lookNow = () => officer.send(page, {})

describe('promises kept', () => {
  test('before anybody looked, nothing is said to hold', async () => {
    const words = wordsOf((await officer.get(page)).html)
    expect(words).toContain('Nobody has looked yet.')
    expect(words).toMatch(/\b0 are kept, 0 are not/)
  })

  test('looks when it is asked to, and keeps how each stands', async () => {
    await whole.runJobs()
    expect((await lookNow()).status).toBe(303)
    const looked = ['grants', 'records', 'request-clocks', 'holds', 'sweep', 'agreements', 'cookies', 'mail']
    for (const key of [...looked, 'complaint-clocks', 'breach-clocks'])
      expect([key, await stateOf(key)]).toEqual([key, { state: 'holds', held: true }])
    expect(wordsOf((await officer.get(page)).html)).not.toContain('Nobody has looked yet.')
  })

  test('an agreement that is over and a right given by hand are red, and leave a task', async () => {
    const { db } = whole
    db.clock.set('2028-01-10T10:00:00Z')
    await db.look(`GRANT DELETE ON ev.access_log TO ${db.place.prefix}_office_accountability`)
    await lookNow()
    expect([await stateOf('grants'), await stateOf('agreements')]).toEqual([
      { state: 'fails', held: true },
      { state: 'fails', held: true },
    ])
    const { html } = await officer.get(page)
    expect(wordsOf(html)).toContain('What does not hold')
    expect(html).toContain('govuk-tag--red')
    const tasks = () => db.look(`SELECT for_role FROM ev.task WHERE kind = 'promise-fails' AND done_at IS NULL`)
    expect(await tasks()).toEqual([{ for_role: 'privacyOfficer' }])
    await lookNow()
    expect(await tasks()).toHaveLength(1)
    expect(wordsOf((await officer.get('/office/today')).html)).toContain('Look at a promise that does not hold')
  })

  test('copies, requests, complaints and breaches are looked at too: none, in time, and late', async () => {
    const { db } = whole
    const looked = async () => {
      await lookNow()
      const keys = ['backups', 'request-clocks', 'complaint-clocks', 'breach-clocks']
      return Promise.all(keys.map(async (key) => (await stateOf(key))?.state))
    }
    db.clock.set('2028-02-10T10:00:00Z')
    expect(await looked()).toEqual(['unknown', 'holds', 'holds', 'holds'])
    await db.look(`SELECT set_config('ev.actor', id::text, false) FROM ev.staff LIMIT 1`)
    for (const statement of [
      `INSERT INTO ev.backup (id, made_at, file_name, size_bytes, key_name) VALUES (gen_random_uuid(), '2028-02-09 22:00Z', '/nowhere', 1, 'age1')`,
      `INSERT INTO ev.rights_request (reference, kind, channel, received_on, asked_for, taken_by)
       SELECT 'D-1', 'access', 'letter', '2028-02-09', 'self', ev.actor()`,
      `INSERT INTO ev.complaint (reference, about, channel, received_on, made_for, taken_by)
       SELECT 'K-1', 'data', 'letter', '2028-02-09', 'self', ev.actor()`,
      `INSERT INTO ev.breach (reference, kind, way, what, aware_at, made_by)
       VALUES ('V-1', 'breach', 'other', 'What happened', '2028-02-09 22:00Z', ev.actor())`,
    ])
      await db.look(statement)
    expect(await looked()).toEqual(['holds', 'holds', 'holds', 'holds'])
    db.clock.set('2028-05-10T10:00:00Z')
    expect(await looked()).toEqual(['fails', 'fails', 'fails', 'fails'])
  })

  test('is for whoever answers for privacy, and for nobody else', async () => {
    for (const role of ['coordinator', 'mediator', 'administrator']) {
      const browser = await whole.signedIn(role)
      expect([role, (await browser.get(page)).status]).toEqual([role, 404])
      expect([role, (await browser.get('/office/oversight/records.json')).status]).toEqual([role, 404])
    }
  })
})

describe('the record of what is done with data', () => {
  test('names who gets something, and keeps apart what is done for others', async () => {
    const words = wordsOf((await officer.get('/office/oversight/records')).html)
    for (const said of ['Brackenhouse Servers', 'Processor, on our instructions', 'Cafcass', 'UK GDPR Article 30'])
      expect(words).toContain(said)
    expect(wordsOf((await officer.get('/office/oversight/records/purposes')).html)).toContain('Article 6(1)(b)')
  })

  test('can be taken away as JSON and as a tagged PDF', async () => {
    const json = await officer.get('/office/oversight/records.json')
    const record = JSON.parse(json.html)
    expect(record.policyHash).toBe(whole.db.policy.hash)
    expect(record.security.length).toBeGreaterThan(5)
    const pdf = await officer.get('/office/oversight/records.pdf')
    expect(pdf.html.slice(0, 5)).toBe('%PDF-')
    expect(pdf.html).toContain('/StructTreeRoot')
  })
})

test('what the tests of promises said is read from the report, a file that broke too', () => {
  const file = (name: string, tests: readonly string[]) => ({
    name: `/somewhere/test/promises/${name}`,
    status: 'failed',
    assertionResults: tests.map((status) => ({ fullName: `T20: ${status}`, status })),
  })
  const report = { testResults: [file('T20-x.db.test.ts', ['passed', 'failed']), file('S04-y.test.ts', [])] }
  expect(promisesTried(report)).toEqual([
    { promise: 'T20', name: 'T20: passed', passed: true },
    { promise: 'T20', name: 'T20: failed', passed: false },
    { promise: 'S04', name: 'S04: the file could not be run', passed: false },
  ])
})
