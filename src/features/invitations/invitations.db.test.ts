import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type InvitedCase, ready } from '../../../test/support/invited-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { silentLog } from '../../platform/log.ts'
import { runJobsOnce } from '../../platform/worker/worker.ts'
import { newId } from '../../values/ids.ts'
import { answerByCode, recordAnswer } from './actions/take-answer.ts'
import { decideClearance, recordOutcome, sendStep } from './index.ts'
import { invitationsPlugin } from './plugin.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.end())

let on: InvitedCase
beforeEach(async () => {
  service.clock.set('2026-11-23T10:00:00Z')
  on = await ready(service)
})

const tools = () => on.tools
const send = (kind: 'invitation' | 'reminder' = 'invitation', key = newId()) =>
  sendStep(service.desk.office, on.coordinator, tools(), { key, invitationId: on.invitationId, kind })
const messages = () =>
  service.look<{ status: string; channel: string; recipient: string; body: string }>(
    'SELECT status, channel, recipient, body FROM ev.message WHERE case_id = $1 ORDER BY made_at',
    [on.caseId],
  )
const state = async () =>
  (
    await service.look<{ clearance: string; outcome: string | null }>(
      'SELECT clearance, outcome FROM ev.invitation WHERE id = $1',
      [on.invitationId],
    )
  )[0]
const tick = () => runJobsOnce({ jobs: invitationsPlugin(tools()).jobs, desk: service.desk.worker, log: silentLog })

describe('an invitation', () => {
  test('begins with the first MIAM, by itself, and waits for the mediator', async () => {
    expect(await state()).toEqual({ clearance: 'awaited', outcome: null })
    expect(await send()).toEqual({ done: false, reason: 'not-cleared' })
    expect(await messages()).toEqual([])
  })

  test('is not let go before the safety check is recorded, nor by whoever does not see it', async () => {
    const decision = { key: newId(), invitationId: on.invitationId, clearance: 'cleared', namesInviter: false } as const
    const by = (role: 'mediator' | 'coordinator') => ({ id: on[role], role })
    expect(await decideClearance(service.desk.office, by('mediator'), tools(), decision)).toMatchObject({
      reason: 'not-screened',
    })
    await on.screen()
    expect(await decideClearance(service.desk.office, by('coordinator'), tools(), decision)).toMatchObject({
      reason: 'not-yours',
    })
    expect(await decideClearance(service.desk.office, by('mediator'), tools(), decision)).toMatchObject({ done: true })
  })

  test('goes once, however often it is asked for, with the notice', async () => {
    await on.clear()
    const key = newId()
    const [one, two] = await Promise.all([send('invitation', key), send()])
    expect([one, two].filter((it) => it.done)).toHaveLength(1)
    const again = await send('invitation', key)
    expect(again.done === one.done).toBe(true)
    const written = await messages()
    expect(written).toHaveLength(1)
    expect(written[0]?.recipient).toBe('otto@example.org')
    expect(written[0]?.body).toContain('Where we have it from')
    expect(written[0]?.body).not.toContain('GivenA')
    const [step] = await service.look<{ notice_policy_hash: string; notice_date: string }>(
      'SELECT notice_policy_hash, notice_date::text FROM ev.invitation_step WHERE case_id = $1',
      [on.caseId],
    )
    expect(step).toEqual({ notice_policy_hash: service.policy.hash, notice_date: service.policy.date })
  })

  test('is reminded of on business days, twice, and then no more', async () => {
    await on.clear()
    await send()
    service.clock.set('2026-11-27T12:00:00Z')
    await tick()
    expect(await messages()).toHaveLength(1)
    service.clock.set('2026-11-30T12:00:00Z')
    await tick()
    await tick()
    expect(await messages()).toHaveLength(2)
    service.clock.set('2026-12-07T12:00:00Z')
    await tick()
    service.clock.set('2027-01-20T12:00:00Z')
    await tick()
    expect(await messages()).toHaveLength(3)
  })

  test('is not reminded of after a stop, an end, or an unsafe way', async () => {
    await on.clear()
    await send()
    service.clock.set('2026-12-01T12:00:00Z')
    await on.stop()
    expect((await messages()).map((it) => it.status)).toEqual(['stopped'])
    await tick()
    expect(await messages()).toHaveLength(1)
    await on.clear()
    await recordOutcome(service.desk.office, on.coordinator, {
      key: newId(),
      invitationId: on.invitationId,
      outcome: 'declined',
    })
    await tick()
    expect(await messages()).toHaveLength(1)
  })

  test('ends when the other party has come', async () => {
    await on.clear()
    await send()
    await on.miam('B')
    expect(await state()).toMatchObject({ outcome: 'attended' })
    expect((await messages()).map((it) => it.status)).toEqual(['stopped'])
    expect(await send()).toEqual({ done: false, reason: 'sent-already' })
  })
})

describe('an answer', () => {
  const answer = (kind: Parameters<typeof answerByCode>[1]['kind'], code: string) =>
    answerByCode(service.desk.public, { key: newId(), code, kind, reach: null })
  const code = async () => /\/reply\/(\S+)/.exec((await messages())[0]?.body ?? '')?.[1] ?? ''
  const invite = async () => {
    await on.clear()
    await send()
    service.clock.forward('P1D')
    return code()
  }

  test('comes by the code of the letter and no other', async () => {
    const own = await invite()
    expect(await answer('attend', 'BBBB-BBBB-BBBB')).toEqual({ done: false, reason: 'unknown' })
    expect(await answer('attend', own)).toMatchObject({ done: true })
    service.clock.set('2026-12-01T12:00:00Z')
    await tick()
    expect(await messages()).toHaveLength(1)
  })

  test('may be changed a few times', async () => {
    const own = await invite()
    for (const kind of ['attend', 'decline', 'attend', 'decline', 'attend'] as const)
      expect(await answer(kind, own)).toMatchObject({ done: true })
    expect(await answer('decline', own)).toEqual({ done: false, reason: 'too-often' })
  })

  test('unsafe: everything stops at once, and no later press makes it go on', async () => {
    const own = await invite()
    await answer('unsafe', own)
    expect(await state()).toEqual({ clearance: 'stopped', outcome: null })
    await answer('attend', own)
    expect(await state()).toEqual({ clearance: 'stopped', outcome: null })
    service.clock.set('2026-12-01T12:00:00Z')
    await tick()
    expect(await messages()).toHaveLength(1)
  })

  test('not me: the detail is ended, and another may be written to', async () => {
    const own = await invite()
    await answer('not_me', own)
    const points = () =>
      service.look<{ value: string }>('SELECT value FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NULL', [
        on.personB,
      ])
    expect(await points()).toEqual([])
    expect(await send()).toEqual({ done: false, reason: 'no-way' })
    await on.address('B', 'right@example.org')
    expect(await send()).toMatchObject({ done: true })
    expect((await messages()).at(-1)?.recipient).toBe('right@example.org')
  })

  test('remove me: what others gave is not used again, and the privacy officer has a task', async () => {
    const own = await invite()
    await answer('remove_me', own)
    expect(await state()).toMatchObject({ clearance: 'stopped' })
    const tasks = await service.look(`SELECT for_role FROM ev.task WHERE kind = 'removal-asked' AND case_id = $1`, [
      on.caseId,
    ])
    expect(tasks).toEqual([{ for_role: 'privacyOfficer' }])
    expect(
      await service.look('SELECT FROM ev.contact_point WHERE person_id = $1 AND ended_at IS NULL', [on.personB]),
    ).toEqual([])
  })

  test('given by telephone does the same', async () => {
    await invite()
    const given = {
      key: newId(),
      invitationId: on.invitationId,
      kind: 'unsafe',
      way: 'telephone',
      reach: null,
    } as const
    expect(await recordAnswer(service.desk.office, on.coordinator, given)).toMatchObject({ done: true })
    expect(await state()).toMatchObject({ clearance: 'stopped' })
  })

  test('the website can read none of it', async () => {
    await invite()
    const look = service.desk.public.read(null, { purpose: 'answering', deed: 'invitation.answered' }, ({ queries }) =>
      queries.selectFrom('invitation').select('id').execute(),
    )
    await expect(look).rejects.toMatchObject({ code: '42501' })
  })
})

describe('who was not told whence their details came', () => {
  test('is a task before the month is over, once, and the letter ends it', async () => {
    await tick()
    const tasks = () =>
      service.look<{ due: string; done: boolean }>(
        `SELECT due_on::text AS due, done_at IS NOT NULL AS done FROM ev.task WHERE kind = 'tell-whence' AND case_id = $1`,
        [on.caseId],
      )
    expect(await tasks()).toEqual([])
    service.clock.set('2026-12-20T10:00:00Z')
    await tick()
    await tick()
    expect(await tasks()).toEqual([{ due: '2026-12-23', done: false }])
    await on.clear()
    await send()
    expect(await tasks()).toEqual([{ due: '2026-12-23', done: true }])
    await tick()
    expect(await tasks()).toHaveLength(1)
  })
})
