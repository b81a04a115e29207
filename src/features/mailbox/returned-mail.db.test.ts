import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type MailboxGround, mailboxGround } from '../../../test/support/mailbox-ground.ts'
import { MessageGround, mailServer } from '../../../test/support/message-ground.ts'
import type { Id } from '../../values/ids.ts'
import { keepMail } from './actions/keep-mail.ts'

let ground: MessageGround
let mailbox: MailboxGround
beforeAll(async () => {
  ground = await MessageGround.make()
  mailbox = await mailboxGround(ground.service)
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

/** What a server sends back (RFC 3464), with the headers of what it could not deliver. */
const report = (id: string, action = 'failed', times = 1) =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'To: office@service.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <report-${action}-${times}-${id}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'This is the mail system. It could not be delivered.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; alex@mail.example',
    `Action: ${action}`,
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${id}@harbour.example>`,
    'Subject: Your appointment',
    '',
    '--b--',
    '',
  ].join('\r\n')

const keep = (raw: string) => keepMail(ground.service.desk.worker, mailbox.tools, Buffer.from(raw))
const sent = async (): Promise<Id> => {
  const id = await ground.write(ground.toA())
  await ground.send(mailServer().way)
  return id
}
const whyOf = async (id: Id) =>
  (
    await ground.service.look<{ status: string; why: string | null }>(
      'SELECT status, why FROM ev.message WHERE id = $1',
      [id],
    )
  )[0]
const postWaiting = () => ground.service.look(`SELECT kind FROM ev.post WHERE status = 'new' AND kind = 'bounce'`)

test('mail that comes back comes back to its case, and somebody is told once', async () => {
  const id = await sent()
  expect(await keep(report(id))).toBe('kept')
  expect(await keep(report(id, 'failed', 2))).toBe('kept')
  expect(await whyOf(id)).toEqual({ status: 'failed', why: 'bounced' })
  expect(await ground.tasks()).toEqual(['message-failed'])
  expect(await postWaiting()).toEqual([])
})

test('a server that still tries changes nothing', async () => {
  const id = await sent()
  await keep(report(id, 'delayed'))
  expect(await whyOf(id)).toEqual({ status: 'sent', why: null })
  expect(await ground.tasks()).toEqual([])
})

test('what never left, and what is none of ours, waits for a person as before', async () => {
  const id = await ground.write(ground.toA())
  await keep(report(id))
  await keep(report('0e1f4a52-6b1f-4f9e-9d4b-2f3a5c7d9e11'))
  expect(await whyOf(id)).toEqual({ status: 'waiting', why: null })
  expect(await ground.tasks()).toEqual([])
  expect(await postWaiting()).toHaveLength(3)
})
