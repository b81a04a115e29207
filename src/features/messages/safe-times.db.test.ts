import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MessageGround, mailServer, toEnquirer } from '../../../test/support/message-ground.ts'
import { type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { addSafeContact, nothingSaid, type SafeTimes } from '../people/index.ts'
import type { MailWay } from './jobs/carriers.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  // A Monday, ten in the morning.
  ground.service.clock.set('2026-11-23T10:00:00Z')
  await ground.begin()
})

const evenings: SafeTimes = { safeDays: null, safeFrom: '18:00', safeUntil: '20:00' }

/** A says when it is safe to write: on their card, as the office writes it. */
const say = (times: SafeTimes, seen = 0) =>
  ground.service.desk.office.act(
    ground.coordinator,
    { purpose: 'booking', deed: 'contact.card-written', key: newId() },
    async (scope) => {
      const said = { ...nothingSaid, ...times, seen, saidBy: 'self', saidOn: '2026-11-23', reason: null } as const
      await addSafeContact(scope, ground.file.A.personId, said)
      return done({})
    },
  )

describe('an e-mail outside the times that are safe', () => {
  test('waits for the next of them, and then goes by itself', async () => {
    const server = mailServer()
    await say(evenings)
    const message = await ground.write(ground.toA())
    await ground.send(server.way)
    expect(await ground.statusOf(message)).toEqual({ status: 'waiting', attempts: 0 })
    ground.service.clock.set('2026-11-23T17:59:00Z')
    await ground.send(server.way)
    expect(server.taken).toEqual([])
    ground.service.clock.set('2026-11-23T18:00:00Z')
    await ground.send(server.way)
    expect(server.taken).toHaveLength(1)
    expect(await ground.statusOf(message)).toMatchObject({ status: 'sent' })
    expect(await ground.tasks()).toEqual([])
  })

  test('also waits for somebody who has no case yet', async () => {
    const server = mailServer()
    const [row] = await ground.service.look<{ id: Id }>(
      `INSERT INTO ev.enquiry (reference, channel, given_name, family_name, email, email_safety, safe_days, safe_from, safe_until)
       VALUES ('E-TIMES-1', 'self_referral', 'Ali', 'Vale', 'ali@mail.example', 'safe', 'Tue', '09:00', '12:00') RETURNING id`,
    )
    await ground.write(toEnquirer(row?.id as Id))
    await ground.send(server.way, 'enquiry')
    expect(server.taken).toEqual([])
    ground.service.clock.set('2026-11-24T09:00:00Z')
    await ground.send(server.way, 'enquiry')
    expect(server.taken).toHaveLength(1)
  })

  test('is asked about again then: times that changed meanwhile hold it on, and a flag ends it', async () => {
    const server = mailServer()
    await say(evenings)
    const message = await ground.write(ground.toA())
    await ground.send(server.way)
    await say({ ...evenings, safeDays: 'Wed' }, 1)
    ground.service.clock.set('2026-11-23T18:30:00Z')
    await ground.send(server.way)
    expect(await ground.statusOf(message)).toMatchObject({ status: 'waiting' })
    await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1`, [
      ground.file.A.personId,
    ])
    ground.service.clock.set('2026-11-25T18:30:00Z')
    await ground.send(server.way)
    expect(server.taken).toEqual([])
    expect(await ground.statusOf(message)).toMatchObject({ status: 'stopped' })
    expect(await ground.tasks()).toEqual(['message-held-back'])
  })

  test('that would come too late then is not sent, and somebody is told', async () => {
    const server = mailServer()
    await say(evenings)
    const notAfter = ground.service.clock.now().add({ hours: 2 })
    const message = await ground.write(ground.toA({ notAfter }))
    await ground.send(server.way)
    expect(await ground.statusOf(message)).toMatchObject({ status: 'stopped' })
    expect(await ground.tasks()).toEqual(['message-failed'])
  })

  test('of one party does not hold up the other’s', async () => {
    const server = mailServer()
    await say(evenings)
    await ground.write(ground.toA())
    const { personId, emailId } = ground.file.B
    const toB = { personId, contactPointId: emailId as never, zone: 'B', recipient: 'sam@mail.example' } as const
    await ground.write(ground.toA(toB))
    await ground.send(server.way)
    expect(server.taken.map((it) => it.to)).toEqual(['sam@mail.example'])
  })
})

/** Sends, and says other times, at once and again and again; answers how many left after the new times stood, and how many at all. */
async function race(rounds: number): Promise<{ after: number; sent: number }> {
  const counts = { after: 0, sent: 0 }
  const stands = async () =>
    (await ground.service.look('SELECT FROM ev.safe_contact WHERE person_id = $1', [ground.file.A.personId])).length > 0
  const deliver = async () => {
    await wait(5)
    counts.sent++
    if (await stands()) counts.after++
  }
  const way: MailWay = { from: 'office@harbour.example', transport: { deliver } }
  for (let round = 0; round < rounds; round++) {
    await ground.begin()
    await ground.write(ground.toA())
    const sending = [ground.send(way), ground.send(way)]
    await wait((round % 20) * 4)
    await Promise.all([say(evenings), ...sending])
    await ground.write(ground.toA())
    await ground.send(way)
  }
  return counts
}

test('nothing that starts after the times were said goes outside them', { timeout: 60_000 }, async () => {
  const { after, sent } = await race(40)
  expect(after).toBe(0)
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThan(40)
})

test('the race finds times that wait for nobody', { timeout: 60_000 }, async () => {
  await ground.service.look('ALTER TABLE ev.safe_contact DISABLE TRIGGER wait_for_sending')
  const { after } = await race(40)
  await ground.service.look('ALTER TABLE ev.safe_contact ENABLE TRIGGER wait_for_sending')
  expect(after).toBeGreaterThan(0)
})
