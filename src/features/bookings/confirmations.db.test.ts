import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { BookingGround, withBoth } from '../../../test/support/booking-ground.ts'
import type { MailMessage } from '../../platform/mail/mail-transport.ts'

let ground: BookingGround
beforeAll(async () => {
  ground = await BookingGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

describe('each party’s own confirmation', () => {
  test('goes to them alone and says nothing of the other, at any change', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(2), withBoth))
    const [first = [], second = [], third = []] = [
      await ground.send(),
      (await ground.move(id, ground.slotAt(ground.inDays(3)))) && (await ground.send()),
      (await ground.cancel(id, 'B', 1)) && (await ground.send()),
    ]
    expect([first.length, second.length, third.length]).toEqual([2, 2, 2])
    for (const mail of [...first, ...second, ...third]) {
      const all = JSON.stringify(mail)
      const isA = mail.to === 'alexcanary@mail.example'
      expect(all).not.toMatch(isA ? /sam|canaryb/i : /alex|canarya/i)
      expect(all).not.toContain(ground.file.reference)
      expect(all).not.toMatch(/mediat|miam|session|Harbour Mediation/i)
    }
    const of = (mails: readonly MailMessage[], to: string) => mails.find((it) => it.to === to)
    const uid = (mail: MailMessage | undefined) => /^UID:(.+)\r$/m.exec(mail?.calendar?.content ?? '')?.[1]
    const sequence = (mail: MailMessage | undefined) => /^SEQUENCE:(\d+)\r$/m.exec(mail?.calendar?.content ?? '')?.[1]
    const [a, b] = ['alexcanary@mail.example', 'samcanary@mail.example'].map((to) =>
      [first, second, third].map((mails) => of(mails, to)),
    )
    expect(new Set(a?.map(uid)).size).toBe(1)
    expect(uid(a?.[0])).not.toBe(uid(b?.[0]))
    expect(a?.map(sequence)).toEqual(['0', '1', '2'])
    expect(a?.map((it) => it?.calendar?.method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL'])
    // Whoever asked, both are told in the same words.
    expect(a?.map((it) => it?.text)).toEqual(b?.map((it) => it?.text))
  })

  test('of a MIAM goes to the one who comes, and the other hears nothing of it', async () => {
    await ground.booked(ground.slotAt(ground.inDays(1), { zone: 'B' }))
    expect((await ground.send()).map((it) => it.to)).toEqual(['samcanary@mail.example'])
  })

  test.each(['unsafe', 'not_asked'] as const)(
    'is never sent to a mailbox that is %s: somebody telephones',
    async (safety) => {
      ground.file = await aCase(ground.service, { A: { email: ['alexcanary@mail.example', safety] } })
      await ground.booked(ground.slotAt(ground.inDays(1)))
      expect(await ground.written()).toEqual([])
      expect(await ground.tasks()).toEqual([{ kind: 'call-to-confirm' }])
    },
  )

  test('goes by letter to a safe home where no mailbox is safe, and somebody posts it', async () => {
    ground.file = await aCase(ground.service, {
      A: {
        name: ['Alex', 'Moss'],
        email: ['alexcanary@mail.example', 'unsafe'],
        address: ['1 High Street\nNorwich\nNR1 3AA', 'safe'],
      },
    })
    await ground.booked(ground.slotAt(ground.inDays(1)))
    const [letter] = await ground.written()
    expect(letter).toMatchObject({ channel: 'letter', recipient: 'Alex Moss' })
    expect(letter?.calendar_entry).toBeNull()
    expect(await ground.tasks()).toEqual([{ kind: 'letter-to-post' }])
  })

  test('never goes to a home that both share', async () => {
    const home = ['1 High Street\nNorwich\nNR1 3AA', 'safe'] as const
    ground.file = await aCase(ground.service, { A: { address: home }, B: { address: home } })
    await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
    expect(await ground.written()).toEqual([])
    expect(await ground.tasks()).toEqual([{ kind: 'call-to-confirm' }, { kind: 'call-to-confirm' }])
  })

  test('is not sent when the way of contact was said to be unsafe after the booking', async () => {
    await ground.booked(ground.slotAt(ground.inDays(1), withBoth))
    await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [ground.file.A.emailId])
    expect((await ground.send()).map((it) => it.to)).toEqual(['samcanary@mail.example'])
    expect(await ground.tasks()).toEqual([{ kind: 'message-held-back' }])
  })

  test('that still waits is stopped by a move, so that nobody reads two times', async () => {
    const id = await ground.booked(ground.slotAt(ground.inDays(1)))
    await ground.move(id, ground.slotAt(ground.inDays(4)))
    expect((await ground.written()).map((it) => [it.template, it.status])).toEqual([
      ['appointment-booked', 'stopped'],
      ['appointment-moved', 'waiting'],
    ])
    expect((await ground.send()).map((it) => it.subject)).toEqual(['Your appointment has a new time'])
  })

  test('keeps the hour on the wall across the clock change', async () => {
    const local = Temporal.PlainDateTime.from('2027-03-30T14:30').toZonedDateTime('Europe/London').toInstant()
    await ground.booked(ground.slotAt(local))
    const [mail] = await ground.send()
    expect(mail?.text).toContain('Tuesday 30 March 2027 at 2:30pm')
    expect(mail?.calendar?.content).toContain('DTSTART:20270330T133000Z')
  })
})
