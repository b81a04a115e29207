import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askRoute } from '../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { freshSealKey } from '../../app/secrets.ts'
import { Heads } from '../../platform/audit/heads.ts'
import type { Staff } from '../../platform/web/route.ts'
import { type CompiledPolicy, policyDifference } from '../../policy/index.ts'
import { type Id, newId } from '../../values/ids.ts'
import { recordPolicyChange } from './index.ts'
import { oversightPlugin } from './plugin.ts'

let service: TestService
let officer: Staff
let heads: Heads
let mediator: Staff
let coordinator: Staff
const caseId = newId()

beforeAll(async () => {
  service = await testService()
  heads = await Heads.open(join(tmpdir(), `evenhand-heads-${newId()}`), freshSealKey())
  officer = await service.staff('privacyOfficer', 'Pia Lead')
  mediator = await service.staff('mediator', 'Mel Mediator')
  coordinator = await service.staff('coordinator', 'Cora Coordinator')
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, 'C-4KTX-9QM', 'children', 'telephone', $2)`,
    [caseId, mediator.id],
  )
})
afterAll(() => service.end())

const routes = () =>
  oversightPlugin({
    policy: service.policy,
    settingValues: async () => ({ telephone: '01632 960 144', openingHours: 'Weekdays', privacyLead: 'Pia Lead' }),
    staffNames: async (_, ids) =>
      new Map([officer, mediator, coordinator].filter((it) => ids.includes(it.id)).map((it) => [it.id, it.name])),
    colleagues: async () => [coordinator, mediator, officer],
    heads,
    checks: [],
    lookNow: async () => {},
    testRecord: async () => null,
  }).routes

const ask = (path: string) => askRoute(routes(), { desk: service.desk.office, staff: officer, path: `/office${path}` })
const open = (staff: Staff, file: Id) =>
  service.desk.office.read(staff.id, { purpose: 'booking', deed: 'case.opened', caseId: file }, async () => null)
const rows = (html: string) => [...html.matchAll(/<tr class="govuk-table__row">.*?<\/tr>/g)].length

describe('records of a file', () => {
  test('say who opened it, when, what was done and what for', async () => {
    await open(mediator, caseId)
    service.clock.forward('PT1H')
    await service.desk.worker.read(null, { purpose: 'retention', deed: 'case.listed', caseId }, async () => [1, 2, 3])
    const page = await ask(`/records/files/${caseId}`)
    expect(page.title).toBe('Who opened file C-4KTX-9QM')
    expect(page.html).toContain('Monday 23 November 2026 at 10am')
    expect(page.html).toContain('Mel Mediator')
    expect(page.html).toContain('Opened the file')
    expect(page.html).toContain('Booking your meetings and writing to you about them')
    expect(page.html).toContain('The system')
    expect(page.html).toContain('Looked at the list of cases (3 shown)')
  })

  test('name the parts of a page in one line', async () => {
    const file = newId()
    const desk = service.desk.office.gathering()
    await Promise.all([
      desk.read(mediator.id, { purpose: 'booking', deed: 'case.opened', caseId: file }, async () => null),
      desk.read(mediator.id, { purpose: 'booking', deed: 'appointment.listed', caseId: file }, async () => [1, 2]),
    ])
    const page = await ask(`/records/files/${file}`)
    // The head, and one.
    expect(rows(page.html)).toBe(2)
    expect(page.html).toContain('Opened the file; Looked at appointments (2 shown)')
  })

  test('say that the records themselves were looked at', async () => {
    await ask(`/records/files/${caseId}`)
    const page = await ask(`/records/files/${caseId}`)
    expect(page.html).toContain('Looked at who opened the file')
    expect(page.html).toContain('Pia Lead')
  })

  test('come a page at a time, each one once', async () => {
    const file = newId()
    for (let count = 0; count < 120; count++) await open(mediator, file)
    const seen: number[] = []
    let path: string | undefined = `/records/files/${file}`
    while (path) {
      const page = await ask(path)
      seen.push((page.html.match(/Opened the file/g) ?? []).length)
      path = /href="\/office(\/records\/files\/[^"]*before=\d+)"/.exec(page.html)?.[1]
    }
    // The newest page also shows that it is being looked at, once for each page before it.
    expect(seen).toEqual([50, 50, 20])
  })

  test('outlive the file, and are not there for a file that never was', async () => {
    const gone = newId()
    await open(mediator, gone)
    expect((await ask(`/records/files/${gone}`)).title).toBe('Who opened a file that was destroyed')
    expect((await ask(`/records/files/${newId()}`)).notFound).toBe(true)
    expect((await ask('/records/files/none')).notFound).toBe(true)
  })
})

describe('records of a colleague', () => {
  test('say what was opened, by its reference', async () => {
    await open(coordinator, caseId)
    await open(coordinator, newId())
    const page = await ask(`/records/staff/${coordinator.id}`)
    expect(page.title).toBe('What Cora Coordinator opened')
    expect(page.html).toContain(`href="/office/records/files/${caseId}"`)
    expect(page.html).toContain('C-4KTX-9QM')
    expect(page.html).toContain('A file that was destroyed')
    expect(rows(page.html)).toBe(3)
    expect((await ask(`/records/staff/${newId()}`)).notFound).toBe(true)
  })
})

describe('the index of the records', () => {
  test('counts what colleagues did in the last 30 days', async () => {
    const page = await ask('/records')
    expect(page.html).toMatch(/Cora Coordinator<\/a>.*?numeric">2<.*?numeric">2</)
  })

  test('finds a file by its reference, however it was typed', async () => {
    expect((await ask('/records?reference=c-4ktx-9qm')).redirect).toBe(`/office/records/files/${caseId}`)
    const page = await ask(`/records?reference=${encodeURIComponent('<C-0000>')}`)
    expect(page.html).toContain('No file has this reference')
    expect(page.html).toContain('value="&lt;C-0000>"')
  })
})

test('records are for those alone who may act to show that the service kept its word', async () => {
  const look = service.desk.office.read(coordinator.id, { purpose: 'booking', deed: 'case.opened' }, ({ queries }) =>
    queries.selectFrom('access_log').select('id').execute(),
  )
  await expect(look).rejects.toMatchObject({ code: '42501' })
  const none = await service.desk.office.read(
    coordinator.id,
    { purpose: 'accountability', deed: 'records.opened' },
    ({ queries }) => queries.selectFrom('access_log').select('id').execute(),
  )
  expect(none).toEqual([])
})

describe('the policy', () => {
  test('is shown with its date, who approved it, and its fingerprint', async () => {
    const page = await ask('/policy')
    expect(page.html).toContain('Approved by')
    expect(page.html).toContain('This was the first policy of the service')
    expect(page.html).toContain(service.policy.hash.slice(0, 8))
    expect((await ask('/policy?print=yes')).html).not.toContain('Print this page')
  })

  test('says who may do what, and leaves apart what nobody can do yet', async () => {
    const page = await ask('/policy/permissions')
    const [before = '', after = ''] = page.html.split('Planned: nobody can do this yet')
    expect(before).toContain('Being able to show that we kept our word')
    expect(before).toContain('Privacy lead')
    expect(before).not.toContain('Fundraiser')
    expect(after).toContain('Fundraiser')
  })

  test('says what is kept for how long', async () => {
    const page = await ask('/policy/retention')
    expect(page.html).toContain('Seven years')
    expect(page.html).toContain('Limitation Act 1980')
  })

  test('leaves a task that leads to who must be told when it changes', async () => {
    const longer: CompiledPolicy = JSON.parse(JSON.stringify(service.policy))
    const rule = longer.retention.clientFile as { keep: string }
    rule.keep = 'P8Y'
    Object.assign(longer.consents.emailContact ?? {}, { wording: 'Yes to post.' })
    const difference = policyDifference(service.policy, longer)
    const owner = { query: (text: string, values: unknown[]) => service.look(text, values) }
    const at = service.clock.now()
    expect(await recordPolicyChange(owner, { difference, at })).toBe(true)
    expect(await service.look('SELECT kind, for_role, due_on::text FROM ev.task')).toEqual([
      { kind: 'tell-about-policy', for_role: 'privacyOfficer', due_on: '2026-11-23' },
    ])
    await service.look(
      `INSERT INTO ev.policy_version (hash, applied_at, approved_by, policy, notice, changes) VALUES ('0ld', '2019-01-01', 'Former Chair', $1, '{}', $2)`,
      [JSON.stringify(service.policy), JSON.stringify([difference])],
    )
    const page = await ask('/policy/versions/0ld')
    expect(page.html).toContain('Who must be told')
    expect(page.html).toContain('eight years, instead of seven years')
    expect(page.html).toContain('Former Chair')
    expect(page.html).toContain('Whose consent is asked anew')
    expect(page.html).toContain('Whoever agreed to what now reads “Yes to post.”')
    expect((await ask('/policy')).html).toContain('/office/policy/versions/0ld')
    expect((await ask('/policy/versions/none')).notFound).toBe(true)
  })

  test('leaves no task when nobody is concerned', async () => {
    const owner = { query: () => Promise.reject(new Error('nothing to record')) }
    const at = service.clock.now()
    expect(await recordPolicyChange(owner, { difference: null, at })).toBe(false)
    expect(await recordPolicyChange(owner, { difference: { changes: [], tell: [], askAgain: [] }, at })).toBe(false)
  })
})
