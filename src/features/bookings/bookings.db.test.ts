import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase, aRoom, type TestCase } from '../../../test/support/a-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { MailMessage } from '../../platform/mail/mail-transport.ts'
import { asId, type Id, newId } from '../../values/ids.ts'
import { sendWaitingMessages } from '../messages/jobs/send-waiting-messages.job.ts'
import { type Booking, bookAppointment } from './actions/book-appointment.ts'
import { type CancelledBy, cancelAppointment } from './actions/cancel-appointment.ts'
import { changeMediator, moveAppointment } from './actions/move-appointment.ts'
import { recordAttendance } from './actions/record-attendance.ts'
import { type Appointment, appointmentOf, appointmentsOf, takenTimes } from './data/appointment-reads.ts'

const tools = { serviceName: 'Harbour House' }
const hour = 60
let service: TestService
let coordinator: Id
let mediator: Id
let colleague: Id
let room: Id
let file: TestCase

beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
  room = await aRoom(service, 'Garden room')
  const setting = 'INSERT INTO ev.setting (key, value, in_force_from) VALUES ($1, $2, $3)'
  await service.look(setting, ['contact.email', 'office@harbour.example', '2020-01-01'])
  await service.look(setting, ['contact.telephone', '01603 555 123', '2020-01-01'])
})
afterAll(() => service.end())
beforeEach(async () => {
  for (const table of ['task', 'message', 'attendance', 'appointment']) await service.look(`DELETE FROM ev.${table}`)
  mediator = (await service.staff('mediator')).id
  colleague = (await service.staff('mediator')).id
  file = await aCase(service, {
    mediator,
    A: { name: ['Alex', 'Canarya'], email: ['alexcanary@mail.example', 'safe'] },
    B: { name: ['Sam', 'Canaryb'], email: ['samcanary@mail.example', 'safe'] },
  })
})

const inDays = (days: number, hours = 0) =>
  service.clock
    .now()
    .toZonedDateTimeISO('Europe/London')
    .add({ days })
    .with({ hour: 10, minute: 0 })
    .add({ hours })
    .toInstant()

function slotAt(startsAt: Temporal.Instant, more: Partial<Booking> = {}): Booking {
  return {
    ...{
      key: newId(),
      caseId: file.caseId,
      kind: 'miam',
      zone: 'A',
      mediatorId: mediator,
      means: 'room',
      roomId: room,
    },
    ...{ startsAt, endsAt: startsAt.add({ minutes: hour }) },
    ...more,
  }
}
const session = { kind: 'session', zone: 'both' } as const

const book = (booking: Booking, actor = coordinator) => bookAppointment(service.desk.office, actor, booking, tools)
async function booked(booking: Booking): Promise<Id> {
  const outcome = await book(booking)
  if (!outcome.done) throw new Error(outcome.reason)
  return asId(outcome.value.appointmentId ?? '')
}
const read = async (id: Id, actor = coordinator): Promise<Appointment | null> =>
  service.desk.office.read(actor, { purpose: 'booking', deed: 'appointment.opened' }, (scope) =>
    appointmentOf(scope, id),
  )
const change = (appointmentId: Id, revision = 0) => ({ key: newId(), appointmentId, revision })
const cancel = (id: Id, by: CancelledBy, revision = 0) =>
  cancelAppointment(service.desk.office, coordinator, { ...change(id, revision), by }, tools)

interface Written {
  readonly zone: string
  readonly channel: string
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly calendar_entry: string | null
  readonly status: string
}
const written = () =>
  service.look<Written>(
    'SELECT zone, channel, template, recipient, subject, body, calendar_entry, status FROM ev.message ORDER BY made_at, zone',
  )
const tasks = () => service.look<{ kind: string }>('SELECT kind FROM ev.task WHERE done_at IS NULL ORDER BY kind')

async function send(): Promise<MailMessage[]> {
  const sent: MailMessage[] = []
  const transport = { deliver: async (message: MailMessage) => void sent.push(message) }
  const mail = { transport, from: 'office@harbour.example' }
  await sendWaitingMessages('case', { mail, ...tools }).run(service.desk.worker)
  return sent
}

describe('two hundred at once', () => {
  /** All are under way together; on a slow machine one that waited too long for a connection is sent again, as a browser would. */
  const many = async (make: (count: number) => Booking) => {
    const patiently = (booking: Booking, tries = 5): ReturnType<typeof book> =>
      book(booking).catch((error: Error) => {
        if (tries === 0 || !error.message.includes('timeout exceeded when trying to connect')) throw error
        return patiently(booking, tries - 1)
      })
    const all = await Promise.all(Array.from({ length: 200 }, (_, count) => patiently(make(count))))
    const refusals = new Set(all.flatMap((it) => (it.done ? [] : [it.reason])))
    return { attempts: all.length, booked: all.filter((it) => it.done).length, refusals: [...refusals] }
  }

  test('for one mediator: one is booked', async () => {
    const start = inDays(1)
    // Each begins a little later than the one before, so that all overlap and none is the same.
    const found = await many((count) =>
      slotAt(start.add({ minutes: (count % 4) * 15 }), { means: 'telephone', roomId: null }),
    )
    expect(found).toEqual({ attempts: 200, booked: 1, refusals: ['mediator-taken'] })
    expect(await written()).toHaveLength(1)
  })

  test('for one room: one is booked', async () => {
    const start = inDays(2)
    const mediators: Id[] = []
    for (let count = 0; count < 200; count++) mediators.push((await service.staff('mediator')).id)
    const found = await many((count) => slotAt(start, { mediatorId: mediators[count] as Id }))
    await service.look(`UPDATE ev.staff SET left_on = '2026-11-01' WHERE id = ANY ($1)`, [mediators])
    expect(found).toEqual({ attempts: 200, booked: 1, refusals: ['room-taken'] })
  })

  test('sent from one form: one is booked, and everybody is led to it', async () => {
    const booking = slotAt(inDays(3))
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => book(booking)))
    const ids = new Set(outcomes.map((it) => (it.done ? it.value.appointmentId : it.reason)))
    expect(ids.size).toBe(1)
    expect(await written()).toHaveLength(1)
  })
})

test('the database itself refuses a second appointment, whoever writes it', async () => {
  const id = await booked(slotAt(inDays(1)))
  const copy = (columns: string) =>
    service.look(
      `INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, room_id, means, starts_at, ends_at)
       SELECT case_id, kind, zone, ${columns}, means, starts_at + interval '45 minutes', ends_at + interval '45 minutes' FROM ev.appointment WHERE id = $1`,
      [id],
    )
  await expect(copy('mediator_id, room_id')).rejects.toThrow('appointment_mediator_free')
  await expect(copy(`'${colleague}', room_id`)).rejects.toThrow('appointment_room_free')
})

test('an appointment may begin when another ends, and take the place of one that was cancelled', async () => {
  const first = await booked(slotAt(inDays(1)))
  await booked(slotAt(inDays(1, 1)))
  expect(await book(slotAt(inDays(1)))).toEqual({ done: false, reason: 'mediator-taken' })
  await cancel(first, 'service')
  expect(await book(slotAt(inDays(1)))).toMatchObject({ done: true })
})

test('what cannot be booked is refused and writes nothing', async () => {
  const reason = async (booking: Booking) => {
    const outcome = await book(booking)
    return outcome.done ? 'booked' : outcome.reason
  }
  expect(await reason(slotAt(service.clock.now()))).toBe('in-the-past')
  expect(await reason(slotAt(inDays(1), { caseId: newId() }))).toBe('no-such-case')
  expect(await reason(slotAt(inDays(1), { mediatorId: coordinator }))).toBe('no-such-mediator')
  expect(await reason(slotAt(inDays(1), { roomId: newId() }))).toBe('no-such-room')
  await service.look('UPDATE ev.staff SET suspended_at = now() WHERE id = $1', [colleague])
  expect(await reason(slotAt(inDays(1), { mediatorId: colleague }))).toBe('no-such-mediator')
  await service.look(
    `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-20', outcome = 'withdrawn' WHERE id = $1`,
    [file.caseId],
  )
  expect(await reason(slotAt(inDays(1)))).toBe('case-closed')
  expect(await written()).toEqual([])
})

describe('each party’s own confirmation', () => {
  test('goes to them alone and says nothing of the other, at any change', async () => {
    const id = await booked(slotAt(inDays(2), session))
    const [first = [], second = [], third = []] = [
      await send(),
      (await moveAppointment(
        service.desk.office,
        coordinator,
        { ...change(id), ...slotAt(inDays(3)), key: newId() },
        tools,
      )) && (await send()),
      (await cancel(id, 'B', 1)) && (await send()),
    ]
    expect([first.length, second.length, third.length]).toEqual([2, 2, 2])
    for (const mail of [...first, ...second, ...third]) {
      const all = JSON.stringify(mail)
      const isA = mail.to === 'alexcanary@mail.example'
      expect(all).not.toMatch(isA ? /sam|canaryb/i : /alex|canarya/i)
      expect(all).not.toContain(file.reference)
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
    await booked(slotAt(inDays(1), { zone: 'B' }))
    expect((await send()).map((it) => it.to)).toEqual(['samcanary@mail.example'])
  })

  test.each(['unsafe', 'not_asked'] as const)(
    'is never sent to a mailbox that is %s: somebody telephones',
    async (safety) => {
      file = await aCase(service, { A: { email: ['alexcanary@mail.example', safety] } })
      await booked(slotAt(inDays(1)))
      expect(await written()).toEqual([])
      expect(await tasks()).toEqual([{ kind: 'call-to-confirm' }])
    },
  )

  test('goes by letter to a safe home where no mailbox is safe, and somebody posts it', async () => {
    file = await aCase(service, {
      A: {
        name: ['Alex', 'Moss'],
        email: ['alexcanary@mail.example', 'unsafe'],
        address: ['1 High Street\nNorwich\nNR1 3AA', 'safe'],
      },
    })
    await booked(slotAt(inDays(1)))
    const [letter] = await written()
    expect(letter).toMatchObject({ channel: 'letter', recipient: 'Alex Moss\n1 High Street\nNorwich\nNR1 3AA' })
    expect(letter?.calendar_entry).toBeNull()
    expect(await tasks()).toEqual([{ kind: 'letter-to-post' }])
  })

  test('never goes to a home that both share', async () => {
    const home = ['1 High Street\nNorwich\nNR1 3AA', 'safe'] as const
    file = await aCase(service, { A: { address: home }, B: { address: home } })
    await booked(slotAt(inDays(1), session))
    expect(await written()).toEqual([])
    expect(await tasks()).toEqual([{ kind: 'call-to-confirm' }, { kind: 'call-to-confirm' }])
  })

  test('is not sent when the way of contact was said to be unsafe after the booking', async () => {
    await booked(slotAt(inDays(1), session))
    await service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [file.A.emailId])
    expect((await send()).map((it) => it.to)).toEqual(['samcanary@mail.example'])
    expect(await tasks()).toEqual([{ kind: 'message-failed' }])
  })

  test('that still waits is stopped by a move, so that nobody reads two times', async () => {
    const id = await booked(slotAt(inDays(1)))
    await moveAppointment(service.desk.office, coordinator, { ...slotAt(inDays(4)), ...change(id) }, tools)
    expect((await written()).map((it) => [it.template, it.status])).toEqual([
      ['appointment-booked', 'stopped'],
      ['appointment-moved', 'waiting'],
    ])
    expect((await send()).map((it) => it.subject)).toEqual(['Your appointment has a new time'])
  })

  test('keeps the hour on the wall across the clock change', async () => {
    const local = Temporal.PlainDateTime.from('2027-03-29T14:30').toZonedDateTime('Europe/London').toInstant()
    await booked(slotAt(local))
    const [mail] = await send()
    expect(mail?.text).toContain('Monday 29 March 2027 at 2:30pm')
    expect(mail?.calendar?.content).toContain('DTSTART:20270329T133000Z')
  })
})

describe('a change', () => {
  test('made on an old view of the appointment is refused', async () => {
    const id = await booked(slotAt(inDays(1)))
    const move = (days: number, revision: number) =>
      moveAppointment(service.desk.office, coordinator, { ...slotAt(inDays(days)), ...change(id, revision) }, tools)
    expect(await move(2, 0)).toMatchObject({ done: true })
    expect(await move(3, 0)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await cancel(id, 'service', 0)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await cancel(id, 'service', 1)).toMatchObject({ done: true })
    expect(await move(4, 2)).toEqual({ done: false, reason: 'changed-meanwhile' })
    expect(await read(id)).toMatchObject({ status: 'cancelled', startsAt: inDays(2) })
  })

  test('to a time when the mediator is taken is refused', async () => {
    await booked(slotAt(inDays(1)))
    const second = await booked(slotAt(inDays(2)))
    const outcome = await moveAppointment(
      service.desk.office,
      coordinator,
      { ...slotAt(inDays(1)), ...change(second) },
      tools,
    )
    expect(outcome).toEqual({ done: false, reason: 'mediator-taken' })
  })

  test('of mediator lets the new one see the case, and the old one no longer than it is theirs', async () => {
    file = await aCase(service)
    const id = await booked(slotAt(inDays(1)))
    expect(await read(id, mediator)).not.toBeNull()
    expect(await read(id, colleague)).toBeNull()
    const to = { ...change(id), mediatorId: colleague }
    expect(await changeMediator(service.desk.office, coordinator, to)).toMatchObject({ done: true })
    expect(await read(id, colleague)).toMatchObject({ mediatorId: colleague, revision: 1 })
    expect(await read(id, mediator)).toBeNull()
    expect(await written()).toEqual([])
  })

  test('of somebody else’s case looks like one of no case', async () => {
    const stranger = (await service.staff('mediator')).id
    const id = await booked(slotAt(inDays(1)))
    const foreign = await cancelAppointment(service.desk.office, stranger, { ...change(id), by: 'service' }, tools)
    const nothing = await cancelAppointment(service.desk.office, stranger, { ...change(newId()), by: 'service' }, tools)
    expect(foreign).toEqual({ done: false, reason: 'no-such-appointment' })
    expect(foreign).toEqual(nothing)
  })
})

test('who asked to cancel stands in their own zone: to the other it was called off', async () => {
  const statuses = async (by: CancelledBy) => {
    const id = await booked(slotAt(inDays(1), session))
    await cancel(id, by)
    return (await read(id))?.attendances.map((it) => `${it.side} ${it.status}`)
  }
  expect(await statuses('A')).toEqual(['A cancelled', 'B called_off'])
  expect(await statuses('B')).toEqual(['A called_off', 'B cancelled'])
  expect(await statuses('both')).toEqual(['A cancelled', 'B cancelled'])
  expect(await statuses('service')).toEqual(['A called_off', 'B called_off'])
})

test('attendance is recorded for each party from when it begins, and can be put right', async () => {
  const id = await booked(slotAt(inDays(1), session))
  const record = (A: 'attended' | 'not_attended', B: 'attended' | 'not_attended') =>
    recordAttendance(service.desk.office, coordinator, { key: newId(), appointmentId: id, attended: { A, B } })
  expect(await record('attended', 'not_attended')).toEqual({ done: false, reason: 'not-begun' })
  service.clock.forward('P1D')
  expect(await record('not_attended', 'not_attended')).toMatchObject({ done: true })
  expect(await read(id)).toMatchObject({ status: 'not_held' })
  await record('attended', 'not_attended')
  const appointment = await read(id)
  expect(appointment).toMatchObject({ status: 'held' })
  expect(appointment?.attendances.map((it) => it.status)).toEqual(['attended', 'not_attended'])
})

test('every change is recorded with its case, without values', async () => {
  const id = await booked(slotAt(inDays(1)))
  await cancel(id, 'A')
  const seen = await service.look<{ act: string; case_id: string }>(
    `SELECT act, case_id FROM ev.access_log WHERE subject_id = $1 AND act LIKE 'appointment.%' ORDER BY id`,
    [id],
  )
  expect(seen).toEqual([
    { act: 'appointment.booked', case_id: file.caseId },
    { act: 'appointment.cancelled', case_id: file.caseId },
  ])
})

test('a mediator sees when a room is taken in a case that is not theirs, and not whose it is', async () => {
  const stranger = (await service.staff('mediator')).id
  const id = await booked(slotAt(inDays(1)))
  expect(await read(id, stranger)).toBeNull()
  const deed = { purpose: 'booking', deed: 'appointment.free' } as const
  const taken = await service.desk.office.read(stranger, deed, (scope) =>
    takenTimes(scope, { mediatorId: stranger, roomId: room }, inDays(0), inDays(3)),
  )
  expect(taken).toEqual([{ startsAt: inDays(1), endsAt: inDays(1, 1) }])
})

test('the appointments of a day are those of the London day', async () => {
  const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
  await booked(slotAt(at('2027-06-10T23:30'), { endsAt: at('2027-06-10T23:45') }))
  await booked(slotAt(at('2027-06-11T00:00'), { endsAt: at('2027-06-11T00:15') }))
  const on = (day: string, staffId?: Id) =>
    service.desk.office.read(coordinator, { purpose: 'booking', deed: 'diary.opened' }, (scope) =>
      appointmentsOf(scope, Temporal.PlainDate.from(day), staffId),
    )
  expect(await on('2027-06-10')).toHaveLength(1)
  expect(await on('2027-06-11')).toHaveLength(1)
  expect(await on('2027-06-11', colleague)).toHaveLength(0)
})
