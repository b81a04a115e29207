import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../test/support/a-case.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { MailFailure, type MailMessage } from '../../platform/mail/mail-transport.ts'
import { outboxTransport } from '../../platform/mail/outbox-transport.ts'
import { smtpTransport } from '../../platform/mail/smtp-transport.ts'
import { asId, type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { settleLetter } from './actions/settle-letter.ts'
import { messageOf, waitingMessages } from './data/message-reads.ts'
import { type NewMessage, stopWaitingAbout, writeMessage } from './data/message-writes.ts'
import { type MailWay, sendWaitingMessages } from './jobs/send-waiting-messages.job.ts'

let service: TestService
let coordinator: Id
let file: TestCase
beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
})
afterAll(() => service.end())
beforeEach(async () => {
  await service.look('DELETE FROM ev.task')
  await service.look('DELETE FROM ev.message')
  file = await aCase(service, {
    A: { email: ['alex@mail.example', 'safe'], address: ['1 High Street\nNorwich\nNR1 3AA', 'safe'] },
    B: { email: ['sam@mail.example', 'safe'] },
  })
})

const toA = (more: Partial<NewMessage> = {}): NewMessage => ({
  caseId: file.caseId,
  personId: file.A.personId,
  contactPointId: asId(file.A.emailId ?? ''),
  zone: 'A',
  channel: 'email',
  template: 'appointment-booked',
  recipient: 'alex@mail.example',
  subject: 'Your appointment',
  body: 'It is on Tuesday.',
  ...more,
})

/** Writes a message as an action of the office would. */
async function write(message: NewMessage): Promise<Id> {
  const purpose = message.caseId ? 'booking' : 'enquiries'
  const outcome = await service.desk.office.act(
    coordinator,
    { purpose, deed: 'message.written', key: newId() },
    async (scope) => done({ id: await writeMessage(scope, message) }),
  )
  if (!outcome.done) throw new Error('not written')
  return asId(outcome.value.id ?? '')
}

async function anEnquiry(email = 'ali@mail.example', safety = 'safe'): Promise<Id> {
  const id = newId()
  await service.look(
    `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name, email, email_safety)
     VALUES ($1, $2, 'contact_form', 'Ali', 'Ahmed', $3, $4)`,
    [id, `E-${id.slice(0, 8)}`, email, safety],
  )
  return id
}

const toEnquirer = (enquiryId: Id): NewMessage => ({
  ...{ enquiryId, zone: 'office', channel: 'email', template: 'enquiry-received', recipient: 'ali@mail.example' },
  ...{ subject: 'We have your message', body: 'Hello' },
})

type Answer = 'taken' | MailFailure
/** A mail server of our own making: what it took, and what it answers next. */
function mailServer(answer: () => Answer = () => 'taken') {
  const taken: MailMessage[] = []
  const deliver = async (message: MailMessage) => {
    const said = answer()
    if (said !== 'taken') throw said
    taken.push(message)
  }
  return { taken, way: { transport: { deliver }, from: 'office@harbour.example' } satisfies MailWay }
}

const send = (mail: MailWay, of: 'case' | 'enquiry' = 'case') =>
  sendWaitingMessages(of, { mail, serviceName: 'Harbour Mediation' }).run(service.desk.worker)
const statusOf = async (id: Id) =>
  (
    await service.look<{ status: string; attempts: number }>('SELECT status, attempts FROM ev.message WHERE id = $1', [
      id,
    ])
  )[0]
const tasks = async () =>
  (await service.look<{ kind: string }>('SELECT kind FROM ev.task WHERE done_at IS NULL ORDER BY kind')).map(
    (it) => it.kind,
  )

test('a message that is due is sent once, from the service to one person', async () => {
  const id = await write(toA({ calendarEntry: 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n' }))
  const { taken, way } = mailServer()
  expect(await send(way)).toBe(1)
  expect(await send(way)).toBe(0)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({
    messageId: `<${id}@harbour.example>`,
    from: { name: 'Harbour Mediation', address: 'office@harbour.example' },
    to: 'alex@mail.example',
    calendar: { method: 'PUBLISH' },
  })
  expect(await statusOf(id)).toEqual({ status: 'sent', attempts: 1 })
})

test('what is rolled back is never sent', async () => {
  const lost = service.desk.office.act(
    coordinator,
    { purpose: 'booking', deed: 'message.written', key: newId() },
    async (scope) => {
      await writeMessage(scope, toA())
      throw new Error('the change failed')
    },
  )
  await expect(lost).rejects.toThrow('the change failed')
  expect(await send(mailServer().way)).toBe(0)
})

test.each([
  ['said to be unsafe', `UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`],
  ['not asked about any more', `UPDATE ev.contact_point SET safety = 'not_asked' WHERE id = $1`],
  ['ended', 'UPDATE ev.contact_point SET ended_at = made_at WHERE id = $1'],
])('a contact point that was %s meanwhile gets nothing, and somebody is told', async (_, change) => {
  const id = await write(toA())
  await service.look(change, [file.A.emailId])
  const { taken, way } = mailServer()
  await send(way)
  expect(taken).toEqual([])
  expect(await statusOf(id)).toEqual({ status: 'stopped', attempts: 0 })
  expect(await tasks()).toEqual(['message-failed'])
})

test('a mailbox that is the other party’s too gets nothing', async () => {
  const id = await write(toA())
  await service.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'email', 'Alex@Mail.example', 'alex@mail.example', 'self')`,
    [file.B.personId],
  )
  const { taken, way } = mailServer()
  await send(way)
  expect(taken).toEqual([])
  expect((await statusOf(id))?.status).toBe('stopped')
})

test('a contact point of somebody else is never written to', async () => {
  const id = await write(toA({ contactPointId: asId(file.B.emailId ?? ''), recipient: 'sam@mail.example' }))
  const { taken, way } = mailServer()
  await send(way)
  expect(taken).toEqual([])
  expect((await statusOf(id))?.status).toBe('stopped')
})

test('an address that was typed and is not the contact point’s is never written to', async () => {
  await write(toA({ recipient: 'somebody@else.example' }))
  const { taken, way } = mailServer()
  await send(way)
  expect(taken).toEqual([])
})

test('while the mail server is down messages wait longer each time, and go once it is up', async () => {
  const [one, two] = [await write(toA()), await write(toA())]
  let answer: Answer = new MailFailure('temporary', 'ECONNECTION')
  let asked = 0
  const { taken, way } = mailServer(() => {
    asked++
    return answer
  })
  await send(way)
  expect(asked).toBe(1)
  await send(way)
  expect(asked).toBe(2)
  await send(way)
  expect(asked).toBe(2)
  const waiting = await service.desk.office.read(
    coordinator,
    { purpose: 'booking', deed: 'message.counted' },
    waitingMessages,
  )
  expect(waiting).toMatchObject({ count: 2, tried: 2 })
  expect(waiting.since).toBeInstanceOf(Temporal.Instant)
  service.clock.forward('PT61S')
  await send(way)
  service.clock.forward('PT4M')
  answer = 'taken'
  await send(way)
  service.clock.forward('PT2M')
  await send(way)
  expect(taken.map((it) => it.messageId).toSorted()).toEqual(
    [one, two].map((id) => `<${id}@harbour.example>`).toSorted(),
  )
  expect(await tasks()).toEqual([])
})

test('one mailbox that is busy does not hold up the others', async () => {
  await write(toA())
  const second = await write(
    toA({
      personId: file.B.personId,
      contactPointId: asId(file.B.emailId ?? ''),
      recipient: 'sam@mail.example',
      zone: 'B',
    }),
  )
  let first = true
  const { taken, way } = mailServer(() => {
    if (!first) return 'taken'
    first = false
    return new MailFailure('temporary', 'EENVELOPE', 450)
  })
  await send(way)
  expect(taken).toHaveLength(1)
  service.clock.forward('PT2M')
  await send(way)
  expect(taken).toHaveLength(2)
  expect((await statusOf(second))?.status).toBe('sent')
})

test('a message that no server will take is given up, and somebody is told', async () => {
  const id = await write(toA())
  const { way } = mailServer(() => new MailFailure('permanent', 'EENVELOPE', 550))
  await send(way)
  expect((await statusOf(id))?.status).toBe('failed')
  expect(await tasks()).toEqual(['message-failed'])
})

test('a worker that dies between sending and recording sends again, under the same Message-ID', async () => {
  await write(toA())
  const seen: string[] = []
  const dying: MailWay = {
    from: 'office@harbour.example',
    transport: {
      deliver: async (message) => {
        seen.push(message.messageId)
        if (seen.length === 1) throw new Error('killed')
      },
    },
  }
  await expect(send(dying)).rejects.toThrow('killed')
  expect(await send(dying)).toBe(0)
  service.clock.forward('PT16M')
  expect(await send(dying)).toBe(1)
  expect(seen).toHaveLength(2)
  expect(new Set(seen).size).toBe(1)
})

test('two workers at once send each message once', async () => {
  for (let count = 0; count < 10; count++) await write(toA())
  const { taken, way } = mailServer()
  await Promise.all([send(way), send(way), send(way)])
  expect(taken).toHaveLength(10)
  expect(new Set(taken.map((it) => it.messageId)).size).toBe(10)
})

test('without a mail server messages wait', async () => {
  const id = await write(toA())
  expect(await send(null)).toBe(0)
  expect(await statusOf(id)).toEqual({ status: 'waiting', attempts: 0 })
})

test('a message that came too late is not sent', async () => {
  const id = await write(toA({ notAfter: service.clock.now().add({ minutes: 30 }) }))
  service.clock.forward('PT31M')
  const { taken, way } = mailServer()
  await send(way)
  expect(taken).toEqual([])
  expect((await statusOf(id))?.status).toBe('stopped')
})

test('a newer message about the same thing stops the one that waits, and its letter need not be posted', async () => {
  const aboutId = newId()
  const email = await write(toA({ aboutId }))
  const letter = await write(
    toA({
      ...{ aboutId, channel: 'letter', contactPointId: asId(file.A.addressId ?? '') },
      recipient: 'Alex Moss\n1 High Street\nNorwich\nNR1 3AA',
    }),
  )
  const other = await write(toA({ aboutId: newId() }))
  expect(await tasks()).toEqual(['letter-to-post'])
  await service.desk.office.act(
    coordinator,
    { purpose: 'booking', deed: 'message.stopped', key: newId() },
    async (scope) => {
      await stopWaitingAbout(scope, aboutId)
      return done({})
    },
  )
  expect((await statusOf(email))?.status).toBe('stopped')
  expect((await statusOf(letter))?.status).toBe('stopped')
  expect((await statusOf(other))?.status).toBe('waiting')
  expect(await tasks()).toEqual([])
})

test('an enquirer is written to while they say that it is safe, and not after', async () => {
  const [one, two] = [await anEnquiry(), await anEnquiry()]
  await write(toEnquirer(one))
  await write(toEnquirer(two))
  await service.look(`UPDATE ev.enquiry SET email_safety = 'unsafe' WHERE id = $1`, [two])
  const { taken, way } = mailServer()
  expect(await send(way, 'case')).toBe(0)
  await send(way, 'enquiry')
  expect(taken.map((it) => it.to)).toEqual(['ali@mail.example'])
})

test('once a case was opened from an enquiry, what counts is what is said there', async () => {
  const enquiry = await anEnquiry('alex@mail.example')
  await service.look(`UPDATE ev.enquiry SET status = 'taken_on', case_id = $2 WHERE id = $1`, [enquiry, file.caseId])
  await write({ ...toEnquirer(enquiry), recipient: 'alex@mail.example' })
  await service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [file.A.emailId])
  const { taken, way } = mailServer()
  await send(way, 'enquiry')
  expect(taken).toEqual([])
})

test('a visitor of the website can write to themselves, and reads nothing', async () => {
  const enquiryId = await anEnquiry()
  const act = service.desk.public.act(
    null,
    { purpose: 'enquiries', deed: 'enquiry.sent', key: newId() },
    async (scope) => done({ id: await writeMessage(scope, { ...toEnquirer(enquiryId), channel: 'letter' }) }),
  )
  expect(await act).toMatchObject({ done: true })
  expect(await tasks()).toEqual(['letter-to-post'])
})

test('a letter is marked as posted once, unless it is no longer safe', async () => {
  const letter = () =>
    write(toA({ channel: 'letter', contactPointId: asId(file.A.addressId ?? ''), recipient: 'Alex\n1 High Street' }))
  const [posted, unsafe] = [await letter(), await letter()]
  const settle = (messageId: Id, decision: 'posted' | 'not-posted' = 'posted') =>
    settleLetter(service.desk.office, coordinator, { key: newId(), of: 'case', messageId, decision })
  expect(await settle(posted)).toMatchObject({ done: true })
  expect(await settle(posted)).toEqual({ done: false, reason: 'not-waiting' })
  await service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [file.A.addressId])
  expect(await settle(unsafe)).toEqual({ done: false, reason: 'not-safe' })
  expect(await tasks()).toEqual(['letter-to-post'])
  expect(await settle(unsafe, 'not-posted')).toMatchObject({ done: true })
  expect(await tasks()).toEqual([])
  expect(await statusOf(posted)).toMatchObject({ status: 'printed' })
  expect(await settle(newId())).toEqual({ done: false, reason: 'no-such-letter' })
})

test('a mediator sees messages of their own cases and of no other', async () => {
  const mediator = await service.staff('mediator')
  const theirs = await aCase(service, { mediator: mediator.id, A: { email: ['kim@mail.example', 'safe'] } })
  const own = await write({
    ...toA(),
    caseId: theirs.caseId,
    personId: theirs.A.personId,
    contactPointId: asId(theirs.A.emailId ?? ''),
    recipient: 'kim@mail.example',
  })
  const foreign = await write(toA())
  const read = (id: Id) =>
    service.desk.office.read(mediator.id, { purpose: 'booking', deed: 'message.opened' }, (scope) =>
      messageOf(scope, 'case', id),
    )
  expect(await read(own)).toMatchObject({ recipient: 'kim@mail.example' })
  expect(await read(foreign)).toBeNull()
})

test('a tick that finds nothing leaves no trace in the read log', async () => {
  const count = async () =>
    (await service.look<{ n: number }>('SELECT count(*)::int AS n FROM ev.access_log'))[0]?.n ?? -1
  const before = await count()
  await send(mailServer().way)
  expect(await count()).toBe(before)
})

test('the demonstration’s outbox takes what could be sent, and refuses what could not', async () => {
  const id = await write(toA())
  await send({ transport: outboxTransport, from: 'office@harbour.example' })
  expect((await statusOf(id))?.status).toBe('sent')
})

test('through a real mail server that loses its line, each message arrives under its own Message-ID', async () => {
  const ids = [await write(toA()), await write(toA())]
  const raw: string[] = []
  let cuts = 1
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        raw.push(Buffer.concat(pieces).toString())
        // Taken, but the line is cut before the answer: the sender cannot know.
        if (cuts-- > 0) for (const connection of smtp.connections) connection._socket.destroy()
        else answer(null)
      })
    },
  }) as SMTPServer & { connections: Set<{ _socket: { destroy(): void } }> }
  smtp.on('error', () => undefined)
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  const address = smtp.server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const way = {
    transport: smtpTransport(`smtp://127.0.0.1:${port}`, { timeoutMilliseconds: 2000 }),
    from: 'o@harbour.example',
  }
  await send(way)
  service.clock.forward('PT2M')
  await send(way)
  await new Promise<void>((closed) => smtp.close(closed))
  const seen = raw.map((text) => /^Message-ID: <([^@]+)@/im.exec(text)?.[1])
  expect(seen).toHaveLength(3)
  expect(new Set(seen)).toEqual(new Set(ids))
})
