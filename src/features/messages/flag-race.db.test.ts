import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { MessageGround } from '../../../test/support/message-ground.ts'
import { newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { addSafeContact, nothingSaid } from '../people/index.ts'
import type { MailWay } from './jobs/carriers.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

const rounds = 40

/** Somebody rings and says that e-mail is not safe: written on the card as the office does it. */
const setFlag = () =>
  ground.service.desk.office.act(
    ground.coordinator,
    { purpose: 'booking', deed: 'contact.card-written', key: newId() },
    async (scope) => {
      const said = {
        ...nothingSaid,
        email: 'unsafe',
        seen: 0,
        saidBy: 'self',
        saidOn: '2026-11-23',
        reason: null,
      } as const
      await addSafeContact(scope, ground.file.A.personId, said)
      return done({})
    },
  )

/** Whether everybody can see that flag already. */
const flagStands = async () => {
  const sql = `SELECT FROM ev.safe_contact WHERE person_id = $1 AND email = 'unsafe'`
  return (await ground.service.look(sql, [ground.file.A.personId])).length > 0
}

/** Sends and sets the flag at once, again and again; answers how many left after the flag stood, and how many left at all. */
async function race(): Promise<{ after: number; sent: number }> {
  const counts = { after: 0, sent: 0 }
  const way: MailWay = {
    from: 'office@harbour.example',
    transport: {
      deliver: async () => {
        await wait(5)
        counts.sent++
        if (await flagStands()) counts.after++
      },
    },
  }
  for (let round = 0; round < rounds; round++) {
    await ground.begin()
    await ground.write(ground.toA())
    const sending = [ground.send(way), ground.send(way)]
    await wait((round % 20) * 4)
    await Promise.all([setFlag(), ...sending])
    await ground.write(ground.toA())
    await ground.send(way)
  }
  return counts
}

test('nothing that starts after a flag is set goes by what was before it', { timeout: 60_000 }, async () => {
  const { after, sent } = await race()
  expect(after).toBe(0)
  // In some rounds the message was first: otherwise nothing was raced.
  expect(sent).toBeGreaterThan(0)
  expect(sent).toBeLessThan(rounds)
})

/** Sets the flag in the middle of a delivery, which goes on when the flag is set or after two seconds; answers whether it went on after the flag stood. */
async function flagDuringDelivery(): Promise<boolean> {
  await ground.begin()
  await ground.write(ground.toA())
  let after = false
  const begun = Promise.withResolvers<void>()
  const flagged = begun.promise.then(setFlag)
  const deliver = async () => {
    begun.resolve()
    await Promise.race([flagged, wait(2000)])
    after = await flagStands()
  }
  await ground.send({ from: 'office@harbour.example', transport: { deliver } })
  await flagged
  return after
}

test('a flag stands only when the delivery before it has ended, and one that waits for nobody is found', {
  timeout: 60_000,
}, async () => {
  expect(await flagDuringDelivery()).toBe(false)
  await ground.service.look('ALTER TABLE ev.safe_contact DISABLE TRIGGER wait_for_sending')
  const after = await flagDuringDelivery()
  await ground.service.look('ALTER TABLE ev.safe_contact ENABLE TRIGGER wait_for_sending')
  expect(after).toBe(true)
})

test('a flag is set also while a mail server does not answer', { timeout: 20_000 }, async () => {
  await ground.write(ground.toA())
  const begun = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  const deliver = async () => {
    begun.resolve()
    await answered.promise
  }
  const sending = ground.send({ from: 'office@harbour.example', transport: { deliver } })
  await begun.promise
  expect((await setFlag()).done).toBe(true)
  expect(await flagStands()).toBe(true)
  answered.resolve()
  await sending
})
