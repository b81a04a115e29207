import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import {
  addConsentSubject,
  type ConsentAct,
  consentSubjectOf,
  countChoice,
  latestConsent,
  linkConsents,
  recordChoice,
} from './index.ts'

let service: TestService
let coordinator: Id
beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
})
afterAll(() => service?.end())

const inOffice = { purpose: 'enquiries', deed: 'consent.recorded' } as const

async function enquiry(): Promise<Id> {
  const id = newId()
  await service.look(
    `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name) VALUES ($1, $2, 'telephone', 'Ade', 'Brook')`,
    [id, `E-${id.slice(0, 8)}`],
  )
  return id
}

async function subjectOf(enquiryId: Id): Promise<Id> {
  const added = await service.desk.office.act(coordinator, { ...inOffice, key: newId() }, async (scope) =>
    done({ id: await addConsentSubject(scope, { enquiryId }) }),
  )
  if (!added.done) throw new Error('refused')
  return added.value.id as Id
}

const say = (subjectId: Id, act: ConsentAct, scope = 'emailContact') =>
  service.desk.office.act<'not_asked'>(coordinator, { ...inOffice, key: newId() }, async (opened) => {
    const recorded = await recordChoice(opened, service.policy, { subjectId, scope, act, channel: 'office' })
    return recorded.done ? done({}) : recorded
  })

const latest = (subjectId: Id, scope = 'emailContact') =>
  service.desk.office.read(coordinator, inOffice, (opened) => latestConsent(opened, subjectId, scope))

test('what counts is what was said last', async () => {
  const subject = await subjectOf(await enquiry())
  expect(await latest(subject)).toBeNull()
  for (const act of ['refused', 'given', 'withdrawn', 'given'] as const) {
    service.clock.forward('PT1M')
    await say(subject, act)
    expect((await latest(subject))?.act).toBe(act)
  }
  const [row] = await service.look<{ events: string }>(
    'SELECT count(*) AS events FROM ev.consent_event WHERE subject_id = $1',
    [subject],
  )
  expect(Number(row?.events)).toBe(4)
})

test('a consent holds for the words and the policy of its moment', async () => {
  const subject = await subjectOf(await enquiry())
  await say(subject, 'given')
  const event = await latest(subject)
  expect(event?.policyHash).toBe(service.policy.hash)
  expect(event?.wordingHash).toMatch(/^[0-9a-f]{64}$/)
})

test('of a consent and a withdrawal at the same instant the withdrawal counts', async () => {
  const subject = await subjectOf(await enquiry())
  const both = { subjectId: subject, scope: 'emailContact', channel: 'office' } as const
  await service.desk.office.act(coordinator, { ...inOffice, key: newId() }, async (scope) => {
    await recordChoice(scope, service.policy, { ...both, act: 'withdrawn' })
    await recordChoice(scope, service.policy, { ...both, act: 'given' })
    return done({})
  })
  expect((await latest(subject))?.act).toBe('withdrawn')
})

test('nobody can agree to what the policy does not ask, and anybody can take back whatever it was', async () => {
  const subject = await subjectOf(await enquiry())
  expect(await say(subject, 'given', 'others')).toEqual({ done: false, reason: 'not_asked' })
  expect((await say(subject, 'withdrawn', 'others')).done).toBe(true)
  expect((await latest(subject, 'others'))?.act).toBe('withdrawn')
  expect((await say(subject, 'withdrawn')).done).toBe(true)
})

test('a withdrawal starts the clock by which the record of the consent ends', async () => {
  const subject = await subjectOf(await enquiry())
  const ends = () => service.look('SELECT happened_on FROM ev.life_event WHERE aggregate_id = $1', [subject])
  await say(subject, 'given')
  expect(await ends()).toHaveLength(0)
  await say(subject, 'withdrawn')
  expect(await ends()).toHaveLength(1)
})

test('what an enquirer agreed to goes with them when they become a party', async () => {
  const enquiryId = await enquiry()
  const subject = await subjectOf(enquiryId)
  const personId = newId()
  await service.look(`INSERT INTO ev.person (id, given_name, family_name) VALUES ($1, 'Ade', 'Brook')`, [personId])
  await service.desk.office.act(
    coordinator,
    { purpose: 'booking', deed: 'case.opened', key: newId() },
    async (scope) => {
      await linkConsents(scope, enquiryId, personId)
      return done({})
    },
  )
  const found = await service.desk.office.read(coordinator, inOffice, (scope) => consentSubjectOf(scope, { personId }))
  expect(found).toBe(subject)
})

test('S25: choices about cookies are counted by day and wording, and by nothing else', async () => {
  const choose = (choice: 'accepted' | 'refused', key = newId()) =>
    countChoice(service.desk.public, { key, choice, wordingHash: 'words' })
  const twice = newId()
  await Promise.all([choose('accepted'), choose('accepted'), choose('refused'), choose('accepted', twice)])
  await choose('accepted', twice)
  service.clock.forward('P1D')
  await choose('refused')
  const rows = await service.look('SELECT * FROM ev.consent_count ORDER BY day, choice')
  expect(rows).toMatchObject([
    { wording_hash: 'words', choice: 'accepted', choices: 3 },
    { wording_hash: 'words', choice: 'refused', choices: 1 },
    { wording_hash: 'words', choice: 'refused', choices: 1 },
  ])
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['choice', 'choices', 'day', 'wording_hash'])
})

test('the website can add to the counts and can neither read nor change them', async () => {
  const opened = { purpose: 'consent', deed: 'consent.chosen' } as const
  await expect(
    service.desk.public.read(null, opened, ({ queries }) =>
      queries.selectFrom('consent_count').select('choices').execute(),
    ),
  ).rejects.toThrow(/permission denied/)
  await expect(
    service.desk.public.read(null, opened, ({ queries }) =>
      queries.updateTable('consent_count').set({ choices: 0 }).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
})
