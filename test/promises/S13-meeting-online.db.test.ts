import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerMeeting, type Said } from '../../src/features/online-meetings/actions/answer-meeting.ts'
import { setMeeting } from '../../src/features/online-meetings/actions/set-meeting.ts'
import { ownMeeting } from '../../src/features/online-meetings/data/own-meeting.ts'
import { providersOf } from '../../src/features/online-meetings/domain/online.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { BookingGround, withBoth } from '../support/booking-ground.ts'
import type { Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

const zoom = 'https://zoom.us/j/98765432101?pwd=abc'
const noon = { minutes: 10 }

let ground: BookingGround
let whole: WholeService
let coordinator: Visitor
beforeAll(async () => {
  ground = await BookingGround.make()
  whole = await wholeService(ground.service)
})
afterAll(async () => {
  await whole?.end()
  await ground?.service.end()
})

let appointmentId: Id
let startsAt: Temporal.Instant
let attendances: { readonly A: Id; readonly B: Id }
beforeEach(async () => {
  for (const table of ['online_answer', 'online_address', 'online_meeting'])
    await ground.service.look(`DELETE FROM ev.${table}`)
  await ground.begin()
  coordinator = await whole.browserOf({ id: ground.coordinator, name: 'A coordinator', role: 'coordinator' })
  startsAt = ground.inDays(2)
  appointmentId = await bookedOnline(startsAt)
  const all = (await ground.read(appointmentId))?.attendances ?? []
  const of = (side: 'A' | 'B') => all.find((it) => it.side === side)?.id as Id
  attendances = { A: of('A'), B: of('B') }
})

const bookedOnline = (at: Temporal.Instant) =>
  ground.booked(ground.slotAt(at, { ...withBoth, means: 'online', roomId: null }))
const policy = () => whole.service.policy
const person = (side: 'A' | 'B') => ground.file[side].personId
const pageOf = (side: 'A' | 'B') => `/portal/online/${attendances[side]}`
const set = (address = zoom, key = 'zoom', id = appointmentId) => {
  const provider = providersOf(policy()).find((it) => it.key === key)
  if (!provider) throw new Error(`no ${key}`)
  const input = { key: newId(), appointmentId: id, provider, address, opensMinutes: 15 }
  return setMeeting(ground.service.desk.office, ground.coordinator, input)
}
const meetingId = async () =>
  (await ground.service.look<{ id: string }>('SELECT id FROM ev.online_meeting ORDER BY turn DESC LIMIT 1'))[0]?.id ??
  ''
const say = (side: 'A' | 'B', said: Said) =>
  answerMeeting(
    ground.service.desk.portal,
    person(side),
    { key: newId(), attendanceId: attendances[side], said, channel: 'website' },
    policy(),
  )
const agree = async (side: 'A' | 'B') => say(side, { word: 'yes', meetingId: await meetingId() })
const withdraw = (side: 'A' | 'B') => say(side, { word: 'no', instead: 'telephone' })
const seen = (side: 'A' | 'B') =>
  ground.service.desk.portal.read(
    person(side),
    { purpose: 'onlineMeetings', deed: 'portal.online-opened' },
    async (scope) => (await ownMeeting(scope, attendances[side]))?.address ?? null,
  )
/** Ten minutes before it begins. */
const nearly = () => ground.service.clock.set(startsAt.subtract(noon).toString())
const inItsTime = async (work: () => Promise<void>) => {
  const before = ground.service.clock.now()
  nearly()
  await work().finally(() => ground.service.clock.set(before.toString()))
}

describe('S13: no consent, no link', () => {
  test('whoever agreed in the portal gets the link when it is time, and the other sees none of it', async () => {
    await set()
    const [a, b] = [await whole.partyIn(person('A')), await whole.partyIn(person('B'))]
    const asked = await a.get(pageOf('A'))
    expect(asked.html).toContain('https://www.zoom.com/en/trust/privacy/')
    expect(asked.html).not.toContain('98765432101')
    await a.send(pageOf('A'), { answer: 'yes' })
    const early = await a.get(pageOf('A'))
    expect(early.html).toContain('You agreed to meet online')
    expect(early.html).not.toContain('98765432101')
    await inItsTime(async () => {
      const [own, other] = [
        await (await whole.partyIn(person('A'))).get(pageOf('A')),
        await (await whole.partyIn(person('B'))).get(pageOf('B')),
      ]
      expect(own.html).toContain('href="https://zoom.us/j/98765432101?pwd=abc"')
      expect(own.html).toMatch(/no recording of sound or picture/)
      expect(own.html).toMatch(/assistant that takes notes/)
      expect(other.html).not.toContain('98765432101')
      expect(other.html).not.toContain('agreed to meet online')
    })
    expect((await b.get(pageOf('A'))).status).toBe(404)
  })

  test('what they agreed to is in the ledger, with the words, the company and its notice', async () => {
    await set()
    await agree('A')
    await withdraw('A')
    const ledger = await ground.service.look(
      `SELECT e.scope, e.act, e.channel, e.wording_hash = w.wording_hash AS same FROM ev.consent_event e
         JOIN ev.consent_subject s ON s.id = e.subject_id JOIN ev.online_answer w ON w.act = e.act
        WHERE s.person_id = $1 ORDER BY e.act`,
      [person('A')],
    )
    expect(ledger).toEqual([
      { scope: 'onlineMeetings', act: 'given', channel: 'website', same: true },
      { scope: 'onlineMeetings', act: 'withdrawn', channel: 'website', same: true },
    ])
    const answers = await ground.service.look('SELECT act, provider, notice FROM ev.online_answer ORDER BY turn')
    expect(answers[0]).toEqual({
      act: 'given',
      provider: 'zoom',
      notice: 'https://www.zoom.com/en/trust/privacy/',
    })
  })

  test('to the role of a party the address is no row: before a yes, after a no, for another company, too early and too late', async () => {
    await set()
    const expected: [string | null, () => Promise<unknown>][] = [
      [null, async () => nearly()],
      [zoom, () => agree('A')],
      [null, () => withdraw('A')],
      [zoom, () => agree('A')],
      [null, () => set('https://teams.microsoft.com/meet/2345678901?p=x', 'teams')],
      ['https://teams.microsoft.com/meet/2345678901?p=x', () => agree('A')],
      [null, () => say('A', { word: 'unsafe' })],
      ['https://teams.microsoft.com/meet/2345678901?p=x', () => agree('A')],
      [null, async () => ground.service.clock.set(startsAt.add({ minutes: 61 }).toString())],
      [null, async () => ground.service.clock.set(startsAt.subtract({ minutes: 16 }).toString())],
    ]
    const before = ground.service.clock.now()
    for (const [address, then] of expected) {
      await then()
      expect(await seen('A')).toBe(address)
      expect(await seen('B')).toBeNull()
    }
    ground.service.clock.set(before.toString())
  })

  test('neither message, reminder, calendar entry nor feed has it, whoever agreed', async () => {
    await set()
    await agree('A')
    await ground.move(appointmentId, ground.slotAt(startsAt.add({ hours: 1 }), { means: 'online', roomId: null }))
    const written = JSON.stringify(await ground.service.look('SELECT m::text FROM ev.message m'))
    expect(written).toContain('Sign in on our website')
    expect(written).toContain('LOCATION:Online')
    expect(written).not.toMatch(/98765432101|zoom/i)
    const a = await whole.partyIn(person('A'))
    for (const page of ['/portal', `/portal/calendar/${attendances.A}`])
      expect((await a.get(page)).html).not.toMatch(/98765432101|zoom\.us/)
  })

  test('cancelled, or moved to a room, it is gone', async () => {
    await set()
    await agree('A')
    await inItsTime(async () => {
      expect(await seen('A')).toBe(zoom)
      await ground.service.look(`UPDATE ev.appointment SET means = 'telephone' WHERE id = $1`, [appointmentId])
      expect(await seen('A')).toBeNull()
    })
  })

  test('no party sets an address, answers for the other, or agrees to a meeting that there is not', async () => {
    await set()
    const forged = ground.service.desk.portal.act(
      person('A'),
      { purpose: 'onlineMeetings', deed: 'portal.online-answered', key: newId() },
      async ({ queries }) => {
        await queries
          .insertInto('online_meeting')
          .values({
            ...{ id: newId(), appointment_id: appointmentId, case_id: ground.file.caseId, zone: 'both' },
            ...{ provider: 'zoom', notice: 'https://mine.example/', opens_minutes: 60 },
          })
          .execute()
        return { done: true, value: {} }
      },
    )
    await expect(forged).rejects.toThrow('a party sets no meeting')
    const forOther = answerMeeting(
      ground.service.desk.portal,
      person('A'),
      { key: newId(), attendanceId: attendances.B, said: { word: 'no', instead: null }, channel: 'website' },
      policy(),
    )
    expect(await forOther).toEqual({ done: false, reason: 'no-such-meeting' })
    expect(await say('A', { word: 'yes', meetingId: newId() })).toEqual({ done: false, reason: 'changed' })
  })
})

describe('S13: one address for one appointment', () => {
  test('however it is written, and also when it was another’s before', async () => {
    await set()
    const second = await bookedOnline(ground.inDays(3))
    for (const address of [
      zoom,
      'https://us02web.zoom.us/j/98765432101',
      'https://ZOOM.us/J/98765432101/?pwd=other#success',
    ])
      expect(await set(address, 'zoom', second)).toEqual({ done: false, reason: 'used-before' })
    expect((await set('https://zoom.us/j/11122233344', 'zoom', second)).done).toBe(true)
    expect((await set('https://zoom.us/j/55566677788')).done).toBe(true)
    expect(await set('https://zoom.us/j/98765432101', 'zoom', second)).toEqual({ done: false, reason: 'used-before' })
    expect((await set()).done).toBe(true)
  })

  test('two colleagues who give it to two appointments at once: one does', async () => {
    const second = await bookedOnline(ground.inDays(4))
    const both = await Promise.all([set(), set(zoom, 'zoom', second)])
    expect(both.map((it) => it.done).toSorted()).toEqual([false, true])
  })
})

describe('S13: a no', () => {
  test('comes before the office with the other way, and the other party hears nothing', async () => {
    await set()
    const b = await whole.partyIn(person('B'))
    const before = (await b.get(pageOf('B'))).html.replaceAll(/value="[^"]*"/g, '')
    const a = await whole.partyIn(person('A'))
    await a.send(pageOf('A'), { answer: 'no', instead: 'room' })
    expect(await ground.tasks()).toContainEqual({ kind: 'online-refused' })
    expect((await coordinator.get('/office/today')).html).toContain(`/office/online/${attendances.A}`)
    const office = await coordinator.get(`/office/appointments/${appointmentId}/online`)
    expect(office.html).toContain('Said no')
    expect(office.html).toContain('Instead: In person')
    expect((await b.get(pageOf('B'))).html.replaceAll(/value="[^"]*"/g, '')).toBe(before)
    await ground.move(appointmentId, ground.slotAt(ground.inDays(3), { ...withBoth }))
    expect(await ground.tasks()).not.toContainEqual({ kind: 'online-refused' })
  })

  test('is followed by a talk by telephone at the same time, of which both are told alike', async () => {
    await set()
    await ground.send()
    await withdraw('A')
    await ground.move(appointmentId, ground.slotAt(startsAt, { ...withBoth, means: 'telephone', roomId: null }))
    const mails = await ground.send()
    expect(mails.map((it) => it.to).toSorted()).toEqual(['alexcanary@mail.example', 'samcanary@mail.example'])
    expect(new Set(mails.map((it) => it.text)).size).toBe(1)
    expect(mails[0]?.text).toContain('We will ring you then.')
  })

  test('said by telephone is written down with who heard it, and holds', async () => {
    await set()
    const page = `/office/online/${attendances.A}`
    await coordinator.send(page, { answer: 'yes', how: 'telephone' })
    const [said] = await ground.service.look('SELECT act, channel, recorded_by FROM ev.online_answer')
    expect(said).toEqual({ act: 'given', channel: 'telephone', recorded_by: ground.coordinator })
    await inItsTime(async () => expect(await seen('A')).toBe(zoom))
    await coordinator.send(page, { answer: 'no', how: 'telephone', instead: 'either' })
    await inItsTime(async () => expect(await seen('A')).toBeNull())
  })

  test('races with showing: once it is taken, the address is shown to nobody', async () => {
    await set()
    await inItsTime(async () => {
      for (let round = 0; round < 25; round++) {
        await agree('A')
        let isTaken = false
        const late: string[] = []
        const look = async () => {
          for (let times = 0; times < 4; times++) {
            const wasTaken = isTaken
            const address = await seen('A')
            if (wasTaken && address !== null) late.push(address)
          }
        }
        await Promise.all([look(), look(), withdraw('A').then(() => (isTaken = true)), look()])
        expect(await seen('A')).toBeNull()
        expect(late).toEqual([])
      }
    })
  })

  test('“I cannot talk safely now” takes the link away and asks the mediator and the office', async () => {
    await set()
    await agree('A')
    await inItsTime(async () => {
      const a = await whole.partyIn(person('A'))
      await a.send(pageOf('A'), {}, `${pageOf('A')}/unsafe`)
      const { html } = await a.get(pageOf('A'))
      expect(html).not.toContain('98765432101')
      expect(html).toContain('We do not ring you')
    })
    const tasks = await ground.service.look(
      `SELECT for_role, for_staff FROM ev.task WHERE kind = 'online-unsafe' AND done_at IS NULL ORDER BY for_role`,
    )
    expect(tasks).toEqual([
      { for_role: 'coordinator', for_staff: null },
      { for_role: 'mediator', for_staff: ground.mediator },
    ])
  })
})
