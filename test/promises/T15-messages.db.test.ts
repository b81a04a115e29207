import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { remindParties } from '../../src/features/bookings/jobs/remind-parties.job.ts'
import { addWayToReach } from '../../src/features/cases/index.ts'
import { type HandWriting, writeByHand } from '../../src/features/messages/actions/write-by-hand.ts'
import { sendWaitingMessages } from '../../src/features/messages/jobs/send-waiting-messages.job.ts'
import { newId } from '../../src/values/ids.ts'
import { aCase } from '../support/a-case.ts'
import { BookingGround, withBoth } from '../support/booking-ground.ts'
import { mailServer } from '../support/message-ground.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  await ground.begin()
  ground.file = await aCase(ground.service, { mediator: ground.mediator, A: { email: ['a@mail.example', 'safe'] } })
})

const office = () => ground.service.desk.office
const about = () => ({ key: newId(), caseId: ground.file.caseId, personId: ground.file.B.personId })

const asked = { safety: 'safe', voicemailSafety: 'not_asked' } as const

async function told(source: 'other_party' | 'referrer'): Promise<void> {
  const common = { postcode: null, source, safety: 'not_asked', voicemailSafety: 'not_asked' } as const
  for (const [kind, value] of [
    ['email', 'b@mail.example'],
    ['telephone', '07700 900 321'],
  ] as const)
    await addWayToReach(office(), ground.coordinator, { ...about(), point: { ...common, kind, value } })
  await ground.service.look(
    `INSERT INTO ev.safe_contact (person_id, version, text_message, said_by, said_on) VALUES ($1, 1, 'safe', 'staff', '2026-11-20')`,
    [ground.file.B.personId],
  )
}

describe.each(['other_party', 'referrer'] as const)('T15: to what the %s told us of somebody', (source) => {
  test.each(['email', 'text'] as const)('no colleague writes by %s', async (channel) => {
    await told(source)
    const writing: HandWriting = {
      ...{ ...about(), side: 'B', channel, subject: 'Your papers', body: 'Please bring them.' },
      reason: 'They are in a hurry',
    }
    const tools = { sendDelay: 'PT1M', recentChange: 'P14D' }
    expect(await writeByHand(office(), ground.coordinator, tools, writing)).toMatchObject({ reason: 'no-way' })
  })

  test('no appointment is confirmed; somebody rings', async () => {
    await told(source)
    await ground.booked(ground.slotAt(ground.inDays(10), withBoth))
    expect(new Set((await ground.written()).map((it) => it.zone))).toEqual(new Set(['A']))
    expect((await ground.tasks()).map((it) => it.kind)).toContain('call-to-confirm')
  })

  test('what waits already does not go, once it is known who gave it', async () => {
    const { service, file } = ground
    const { personId } = file.B
    await addWayToReach(office(), ground.coordinator, {
      ...about(),
      point: { kind: 'email', value: 'b@mail.example', postcode: null, source: 'self', ...asked },
    })
    await ground.booked(ground.slotAt(ground.inDays(10), withBoth))
    expect((await ground.written()).map((it) => it.zone).toSorted()).toEqual(['A', 'B'])
    await service.look(`UPDATE ev.contact_point SET source = $2, safety = 'not_asked' WHERE person_id = $1`, [
      personId,
      source,
    ])
    const { taken, way } = mailServer()
    await sendWaitingMessages('case', { mail: way, serviceName: 'Harbour House' }).run(service.desk.worker)
    expect(taken.map((it) => it.to)).toEqual(['a@mail.example'])
    const [held] = await service.look(`SELECT status, why FROM ev.message WHERE zone = 'B'`)
    expect(held).toEqual({ status: 'stopped', why: 'unsafe' })
  })

  test('no reminder goes; somebody rings', async () => {
    await told(source)
    const startsAt = ground.inDays(10)
    await ground.booked(ground.slotAt(startsAt, withBoth))
    for (const days of [3, 4]) {
      ground.service.clock.forward(`PT${24 * days}H`)
      await remindParties({ serviceName: 'Harbour House', hasTexts: true }).run(ground.service.desk.worker)
    }
    const written = (await ground.written()).filter((it) => it.template === 'appointment-reminder')
    expect(new Set(written.map((it) => it.zone))).toEqual(new Set(['A']))
    expect((await ground.tasks()).map((it) => it.kind)).toContain('call-to-remind')
  })
})
