import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type MailAnswer, MessageGround, mailServer } from '../../../test/support/message-ground.ts'
import { DeliveryFailure } from '../../platform/delivery-failure.ts'
import { outboxTransport } from '../../platform/mail/outbox-transport.ts'
import { smtpTransport } from '../../platform/mail/smtp-transport.ts'
import { asId, newId } from '../../values/ids.ts'
import { waitingMessages } from './data/message-reads.ts'
import { writeMessage } from './data/message-writes.ts'
import type { MailWay } from './jobs/carriers.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

test('a message that is due is sent once, from the service to one person', async () => {
  const id = await ground.write(ground.toA({ calendarEntry: 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n' }))
  const { taken, way } = mailServer()
  expect(await ground.send(way)).toBe(1)
  expect(await ground.send(way)).toBe(0)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({
    messageId: `<${id}@harbour.example>`,
    from: { name: 'Harbour Mediation', address: 'office@harbour.example' },
    to: 'alex@mail.example',
    calendar: { method: 'PUBLISH' },
  })
  expect(await ground.statusOf(id)).toEqual({ status: 'sent', attempts: 1 })
})

test('what is rolled back is never sent', async () => {
  const lost = ground.service.desk.office.act(
    ground.coordinator,
    { purpose: 'booking', deed: 'message.written', key: newId() },
    async (scope) => {
      await writeMessage(scope, ground.toA())
      throw new Error('the change failed')
    },
  )
  await expect(lost).rejects.toThrow('the change failed')
  expect(await ground.send(mailServer().way)).toBe(0)
})

test('while the mail server is down messages wait longer each time, and go once it is up', async () => {
  const [one, two] = [await ground.write(ground.toA()), await ground.write(ground.toA())]
  let answer: MailAnswer = new DeliveryFailure('temporary', 'ECONNECTION')
  let asked = 0
  const { taken, way } = mailServer(() => {
    asked++
    return answer
  })
  await ground.send(way)
  expect(asked).toBe(1)
  await ground.send(way)
  expect(asked).toBe(2)
  await ground.send(way)
  expect(asked).toBe(2)
  const waiting = await ground.service.desk.office.read(
    ground.coordinator,
    { purpose: 'booking', deed: 'message.counted' },
    waitingMessages,
  )
  expect(waiting).toMatchObject({ count: 2, tried: 2 })
  expect(waiting.since).toBeInstanceOf(Temporal.Instant)
  ground.service.clock.forward('PT61S')
  await ground.send(way)
  ground.service.clock.forward('PT4M')
  answer = 'taken'
  await ground.send(way)
  ground.service.clock.forward('PT2M')
  await ground.send(way)
  expect(taken.map((it) => it.messageId).toSorted()).toEqual(
    [one, two].map((id) => `<${id}@harbour.example>`).toSorted(),
  )
  expect(await ground.tasks()).toEqual([])
})

test('one mailbox that is busy does not hold up the others', async () => {
  await ground.write(ground.toA())
  const second = await ground.write(
    ground.toA({
      personId: ground.file.B.personId,
      contactPointId: asId(ground.file.B.emailId ?? ''),
      recipient: 'sam@mail.example',
      zone: 'B',
    }),
  )
  let first = true
  const { taken, way } = mailServer(() => {
    if (!first) return 'taken'
    first = false
    return new DeliveryFailure('temporary', 'EENVELOPE', 450)
  })
  await ground.send(way)
  expect(taken).toHaveLength(1)
  ground.service.clock.forward('PT2M')
  await ground.send(way)
  expect(taken).toHaveLength(2)
  expect((await ground.statusOf(second))?.status).toBe('sent')
})

test('a message that no server will take is given up, and somebody is told', async () => {
  const id = await ground.write(ground.toA())
  const { way } = mailServer(() => new DeliveryFailure('permanent', 'EENVELOPE', 550))
  await ground.send(way)
  expect((await ground.statusOf(id))?.status).toBe('failed')
  expect(await ground.tasks()).toEqual(['message-failed'])
})

test('a worker that dies between sending and recording sends again, under the same Message-ID', async () => {
  await ground.write(ground.toA())
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
  await expect(ground.send(dying)).rejects.toThrow('killed')
  expect(await ground.send(dying)).toBe(0)
  ground.service.clock.forward('PT16M')
  expect(await ground.send(dying)).toBe(1)
  expect(seen).toHaveLength(2)
  expect(new Set(seen).size).toBe(1)
})

test('two workers at once send each message once', async () => {
  for (let count = 0; count < 10; count++) await ground.write(ground.toA())
  const { taken, way } = mailServer()
  await Promise.all([ground.send(way), ground.send(way), ground.send(way)])
  expect(taken).toHaveLength(10)
  expect(new Set(taken.map((it) => it.messageId)).size).toBe(10)
})

test('without a mail server messages wait', async () => {
  const id = await ground.write(ground.toA())
  expect(await ground.send(null)).toBe(0)
  expect(await ground.statusOf(id)).toEqual({ status: 'waiting', attempts: 0 })
})

test('a message that came too late is not sent', async () => {
  const id = await ground.write(ground.toA({ notAfter: ground.service.clock.now().add({ minutes: 30 }) }))
  ground.service.clock.forward('PT31M')
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect((await ground.statusOf(id))?.status).toBe('stopped')
})

test('a tick that finds nothing leaves no trace in the read log', async () => {
  const count = async () =>
    (await ground.service.look<{ n: number }>('SELECT count(*)::int AS n FROM ev.access_log'))[0]?.n ?? -1
  const before = await count()
  await ground.send(mailServer().way)
  expect(await count()).toBe(before)
})

test('the demonstration’s outbox takes what could be sent, and refuses what could not', async () => {
  const id = await ground.write(ground.toA())
  await ground.send({ transport: outboxTransport, from: 'office@harbour.example' })
  expect((await ground.statusOf(id))?.status).toBe('sent')
})

test('through a real mail server that loses its line, each message arrives under its own Message-ID', async () => {
  const ids = [await ground.write(ground.toA()), await ground.write(ground.toA())]
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
  await ground.send(way)
  ground.service.clock.forward('PT2M')
  await ground.send(way)
  await new Promise<void>((closed) => smtp.close(closed))
  const seen = raw.map((text) => /^Message-ID: <([^@]+)@/im.exec(text)?.[1])
  expect(seen).toHaveLength(3)
  expect(new Set(seen)).toEqual(new Set(ids))
})
