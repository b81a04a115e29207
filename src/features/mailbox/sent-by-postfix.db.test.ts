import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CuttingLine, type LineMood } from '../../../test/support/cutting-line.ts'
import { type MailboxGround, mailboxGround } from '../../../test/support/mailbox-ground.ts'
import { MessageGround } from '../../../test/support/message-ground.ts'
import { note } from '../../../test/support/note.ts'
import { Postfix, whyNoPostfix } from '../../../test/support/postfix.ts'
import { smtpTransport } from '../../platform/mail/smtp-transport.ts'
import type { Id } from '../../values/ids.ts'
import { keepMail } from './actions/keep-mail.ts'

const whyNot = whyNoPostfix()
note({ mail: whyNot === null ? 'Postfix' : `sending not tried by a real server: ${whyNot}` })

let ground: MessageGround
let mailbox: MailboxGround
let server: Postfix
let line: CuttingLine
let url: string

const way = () => ({
  transport: smtpTransport(url, { timeoutMilliseconds: 1000 }),
  from: 'office@harbour.example',
})
const send = () => ground.send(way())
const later = (time = 'PT16M') => ground.service.clock.forward(time)

async function write(count: number): Promise<Id[]> {
  const ids: Id[] = []
  for (let made = 0; made < count; made++) ids.push(await ground.write(ground.toA()))
  return ids
}

/** Sends again and again, as time goes by, until nothing waits. */
async function untilAllWent(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await Promise.all([send(), send()])
    const [left] = await ground.service.look<{ n: number }>(
      `SELECT count(*)::int AS n FROM ev.message WHERE status = 'waiting'`,
    )
    if (left?.n === 0) return server.untilIdle()
    later()
  }
  throw new Error('something waits still')
}

const messageIdOf = (mail: string) => /^Message-ID: <(.+)@harbour\.example>\r?$/im.exec(mail)?.[1] ?? mail

/** How often each message arrived, by its identifier. */
function arrived(): Map<string, number> {
  const found = new Map<string, number>()
  for (const mail of server.mailIn('parties')) found.set(messageIdOf(mail), (found.get(messageIdOf(mail)) ?? 0) + 1)
  return found
}
const onceEach = (ids: readonly Id[]) => new Map(ids.map((id) => [id as string, 1]))
const statusesOf = async (ids: readonly Id[]) =>
  Promise.all(ids.map(async (id) => (await ground.statusOf(id))?.status ?? 'none'))

/** The first messages on the line fare so, and then all pass. */
function first(count: number, mood: LineMood): void {
  let left = count
  line.mood = () => (left-- > 0 ? mood : 'pass')
}

/** A party whose mailbox is another than the usual one. */
async function mailboxOfA(address: string): Promise<Id> {
  await ground.service.look(`UPDATE ev.contact_point SET value = $2, value_folded = $2 WHERE id = $1`, [
    ground.file.A.emailId,
    address,
  ])
  return ground.write(ground.toA({ recipient: address }))
}

const notSafe = () =>
  ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1`, [ground.file.A.personId])

// Defined where there is a real server; elsewhere the summary says why there is none.
if (whyNot === null)
  describe('mail sent by Postfix', { timeout: 60_000 }, () => {
    beforeAll(async () => {
      ground = await MessageGround.make()
      mailbox = await mailboxGround(ground.service)
      server = await Postfix.make()
      server.start()
    }, 60_000)
    afterAll(async () => {
      await server?.end()
      await mailbox?.files.end()
      await ground?.service.end()
    })
    beforeEach(async () => {
      await ground.begin()
      await server.forget()
      line = new CuttingLine(server.port)
      url = await line.open()
    })
    afterEach(() => line.close())

    test('that takes it arrives once, as it was written', async () => {
      const ids = await write(5)
      await untilAllWent()
      expect(arrived()).toEqual(onceEach(ids))
      expect(new Set(await statusesOf(ids))).toEqual(new Set(['sent']))
      const [mail = ''] = server.mailIn('parties')
      expect(mail).toContain('Return-Path: <office@harbour.example>')
      expect(mail).toContain('Delivered-To: alex@mail.example')
      expect(mail).toContain('It is on Tuesday.')
    })

    test('to somebody whom it does not know is refused once, and somebody is told', async () => {
      const id = await mailboxOfA('unknown@mail.example')
      await untilAllWent()
      expect(await ground.statusOf(id)).toEqual({ status: 'failed', attempts: 1 })
      expect(await ground.tasks()).toEqual(['message-failed'])
      expect(arrived()).toEqual(new Map())
    })

    test('that it takes and returns comes back to its case', async () => {
      const id = await mailboxOfA('moved@mail.example')
      await untilAllWent()
      expect(await statusesOf([id])).toEqual(['sent'])
      const [returned = ''] = server.mailIn('office')
      expect(await keepMail(ground.service.desk.worker, mailbox.tools, Buffer.from(returned))).toBe('kept')
      const [row] = await ground.service.look('SELECT status, why FROM ev.message WHERE id = $1', [id])
      expect(row).toEqual({ status: 'failed', why: 'bounced' })
      const told = await ground.service.look('SELECT kind, case_id FROM ev.task WHERE message_id = $1', [id])
      expect(told).toEqual([{ kind: 'message-failed', case_id: ground.file.caseId }])
    })

    test('waits while it is stopped, and goes when it is started', async () => {
      server.stop()
      const ids = await write(3)
      await send()
      expect(new Set(await statusesOf(ids))).toEqual(new Set(['waiting']))
      server.start()
      await untilAllWent()
      expect(arrived()).toEqual(onceEach(ids))
    })

    test('over a line that is cut within the words arrives once', async () => {
      const ids = await write(4)
      first(3, 'cut-within')
      await untilAllWent()
      expect(arrived()).toEqual(onceEach(ids))
    })

    test('whose receipt is lost arrives twice at most, under the same Message-ID', async () => {
      const ids = await write(4)
      first(2, 'lose-receipt')
      await untilAllWent()
      expect(new Set(arrived().keys())).toEqual(new Set(ids))
      expect([...arrived().values()].toSorted()).toEqual([1, 1, 2, 2])
    })

    test.each(['SIGKILL', 'SIGSTOP'] as const)(
      'to a server whose process is ended by %s within the words arrives, twice at most',
      async (signal) => {
        const ids = await write(3)
        let ended = false
        line.onWords = () => {
          if (!ended) server.signalTalkers(signal)
          ended = true
        }
        await send()
        line.onWords = () => {}
        server.signalTalkers('SIGCONT')
        await untilAllWent()
        expect(ended).toBe(true)
        expect(new Set(arrived().keys())).toEqual(new Set(ids))
        for (const copies of arrived().values()) expect(copies).toBeLessThanOrEqual(2)
      },
    )

    test('that it acknowledged arrives, even if the server is killed right after', async () => {
      const ids = await write(5)
      for (let tries = 0; tries < 3; tries++) {
        await send()
        await server.kill()
        server.start()
        later()
      }
      await untilAllWent()
      expect(new Set(await statusesOf(ids))).toEqual(new Set(['sent']))
      expect(line.receipts).toBeGreaterThanOrEqual(ids.length)
      expect(new Set(arrived().keys())).toEqual(new Set(ids))
    })

    test('to somebody who said meanwhile that it is not safe is not delivered', async () => {
      const ids = await write(3)
      server.stop()
      await send()
      await notSafe()
      server.start()
      await untilAllWent()
      expect(arrived()).toEqual(new Map())
      expect(new Set(await statusesOf(ids))).toEqual(new Set(['stopped']))
    })

    test('that was cut within the words, and is not safe by then, is not tried again', async () => {
      const ids = await write(2)
      first(2, 'cut-within')
      await send()
      await notSafe()
      await untilAllWent()
      expect(arrived()).toEqual(new Map())
      expect(new Set(await statusesOf(ids))).toEqual(new Set(['stopped']))
    })
  })
