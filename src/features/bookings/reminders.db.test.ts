import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { BookingGround, withBoth } from '../../../test/support/booking-ground.ts'
import { remindParties } from './jobs/remind-parties.job.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

const remind = (hasTexts = false) =>
  remindParties({ serviceName: 'Harbour House', hasTexts }).run(ground.service.desk.worker)

interface Reminder {
  zone: string
  channel: string
  recipient: string
  body: string
  status: string
}
const reminders = () =>
  ground.service.look<Reminder>(
    `SELECT zone, channel, recipient, body, status FROM ev.message WHERE template = 'appointment-reminder' ORDER BY made_at, zone`,
  )

/** Goes to nine in the morning so many days before an appointment. */
function stand(startsAt: Temporal.Instant, daysBefore: number): void {
  const at = startsAt.toZonedDateTimeISO('Europe/London').subtract({ days: daysBefore }).with({ hour: 9, minute: 0 })
  const ahead = ground.service.clock.now().until(at.toInstant())
  if (ahead.sign > 0) ground.service.clock.forward(ahead.toString())
}

const bookBoth = async (days: number) => {
  const startsAt = ground.inDays(days)
  return {
    startsAt,
    id: await ground.booked(ground.slotAt(startsAt, { ...withBoth, outsideReason: 'Both asked for this day' })),
  }
}

test('each who is expected is reminded on the three days, once, of what to bring', async () => {
  const { startsAt } = await bookBoth(20)
  expect(await remind()).toBe(0)
  for (const daysBefore of [7, 3, 1]) {
    stand(startsAt, daysBefore)
    expect(await remind()).toBe(2)
    expect(await remind()).toBe(0)
  }
  const all = await reminders()
  expect(all.map((it) => it.recipient)).toHaveLength(6)
  expect(new Set(all.map((it) => `${it.zone} ${it.recipient}`))).toEqual(
    new Set(['A alexcanary@mail.example', 'B samcanary@mail.example']),
  )
  expect(all[0]?.body).toContain('Please bring')
  for (const { zone, body } of all) expect(body).not.toMatch(zone === 'A' ? /Sam|Canaryb/ : /Alex|Canarya/)
})

test('two workers at once remind once', async () => {
  const { startsAt } = await bookBoth(20)
  stand(startsAt, 3)
  await Promise.all([remind(), remind(), remind()])
  expect(await reminders()).toHaveLength(2)
})

test('what is cancelled or moved reminds nobody of what it was', async () => {
  const { id, startsAt } = await bookBoth(20)
  stand(startsAt, 7)
  await remind()
  await ground.cancel(id, 'service')
  expect((await reminders()).map((it) => it.status)).toEqual(['stopped', 'stopped'])
  stand(startsAt, 3)
  expect(await remind()).toBe(0)
})

test('whoever has just been told is not reminded the same day', async () => {
  const { startsAt } = await bookBoth(3)
  expect(await remind()).toBe(0)
  stand(startsAt, 1)
  expect(await remind()).toBe(2)
})

test('a text goes first where it is safe, and a letter only when it comes in time', async () => {
  const { A, B } = ground.file
  await ground.service.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety) VALUES ($1, 'telephone', '07700 900111', '+447700900111', 'self', 'safe')`,
    [A.personId],
  )
  await ground.service.look(
    `INSERT INTO ev.safe_contact (person_id, version, text_message, said_by, said_on) VALUES ($1, 1, 'safe', 'self', '2026-11-20')`,
    [A.personId],
  )
  await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1`, [B.personId])
  const { startsAt } = await bookBoth(20)
  for (const daysBefore of [7, 3, 1]) {
    stand(startsAt, daysBefore)
    await remind(true)
  }
  const all = await reminders()
  expect(all.map((it) => it.channel)).toEqual(['text', 'text', 'text'])
  expect(all[0]?.recipient).toBe('07700 900111')
  expect(all[0]?.body.length).toBeLessThan(320)
  const calls = await ground.service.look(`SELECT 1 FROM ev.task WHERE kind = 'call-to-remind'`)
  expect(calls).toHaveLength(1)
})
