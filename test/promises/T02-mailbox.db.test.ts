import { createServer, type Server } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepMail, largestMail, sortPost } from '../../src/features/mailbox/index.ts'
import { fetchMail } from '../../src/features/mailbox/jobs/fetch-mail.job.ts'
import { imapInbox } from '../../src/platform/mail/imap-inbox.ts'
import type { Inbox } from '../../src/platform/mail/inbox.ts'
import { type Dovecot, startDovecot, whyNoDovecot } from '../support/dovecot.ts'
import { mailSet, type SetMail } from '../support/mail-set.ts'
import { type MailboxGround, mailboxGround } from '../support/mailbox-ground.ts'
import { mailOf } from '../support/mails.ts'
import { note } from '../support/note.ts'
import { type TestService, testService } from '../support/service.ts'

let service: TestService
let ground: MailboxGround
let set: SetMail[]
beforeAll(async () => {
  service = await testService()
  ground = await mailboxGround(service)
  set = await mailSet(ground.writers)
})
afterAll(async () => {
  await ground?.files.end()
  await service?.end()
})

interface Row {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly why: string | null
  readonly zone: string | null
  readonly body: string
  readonly subject: string
  readonly attachments: readonly {
    readonly name: string
    readonly refused: string | null
    readonly fileId: string | null
  }[]
}
const rows = () => service.look<Row>('SELECT * FROM ev.post ORDER BY received_at, id')
const keep = (raw: Uint8Array) => keepMail(service.desk.worker, ground.tools, raw)
const sort = () => sortPost(service.desk.worker, ground.tools)

async function comesIn(raw: Uint8Array): Promise<Row> {
  const before = new Set((await rows()).map((row) => row.id))
  expect(await keep(raw)).toBe('kept')
  await sort()
  const made = (await rows()).filter((row) => !before.has(row.id))
  expect(made).toHaveLength(1)
  return made[0] as Row
}

describe('T02: each e-mail becomes an enquiry, joins the right case and party, or waits for a person', () => {
  test('every message of the set has the fate that it should', async () => {
    expect(set.length).toBeGreaterThanOrEqual(50)
    const wrong: unknown[] = []
    for (const mail of set) {
      const row = await comesIn(mail.raw)
      const got = { kind: row.kind, status: row.status, why: row.why, zone: row.zone }
      const wanted = { kind: mail.kind, status: mail.status, why: mail.why ?? null, zone: mail.zone ?? null }
      if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push([mail.name, got])
      if (mail.says && !row.body.includes(mail.says)) wrong.push([mail.name, row.body.slice(0, 100)])
      if (mail.saysNot && row.body.includes(mail.saysNot)) wrong.push([mail.name, 'says', mail.saysNot])
    }
    expect(wrong).toEqual([])
  }, 120_000)

  test('what a party sent is in their own zone and in no other, held back like every file from outside', async () => {
    const row = await comesIn(
      await mailOf({ from: ground.writers.b, text: 'See', attachments: [{ filename: 'wage.txt', content: 'Wage 9' }] }),
    )
    const [file] = await service.look('SELECT zone, status, case_id FROM ev.stored_file WHERE id = $1', [
      row.attachments[0]?.fileId,
    ])
    expect(file).toEqual({ zone: 'B', status: 'quarantined', case_id: ground.case.caseId })
    const seen = await service.look(`SELECT FROM ev.task WHERE kind = 'read-post' AND subject_id = $1`, [row.id])
    expect(seen).toHaveLength(1)
  })

  test('the same message by another way is known, and another under its identifier is not lost', async () => {
    const [messageId, text] = ['<same@brook.example>', 'The very same']
    const first = await comesIn(await mailOf({ messageId, text }))
    const again = await comesIn(
      Buffer.concat([Buffer.from('Received: by other\r\n'), await mailOf({ messageId, text })]),
    )
    expect([first.status, again.kind, again.status]).toEqual(['enquiry', 'duplicate', 'aside'])
    expect((await comesIn(await mailOf({ messageId, text: 'Something else' }))).status).toBe('enquiry')
  })

  test('twenty megabytes are kept whole', async () => {
    const content = Buffer.alloc(20 * 1024 * 1024, 'A line of twenty letters\n')
    const row = await comesIn(await mailOf({ text: 'Large', attachments: [{ filename: 'large.txt', content }] }))
    expect(row).toMatchObject({
      kind: 'message',
      status: 'enquiry',
      attachments: [{ name: 'large.txt', refused: null }],
    })
  }, 60_000)

  test('the words of a message lie on the disk only encrypted', async () => {
    const { readdir, readFile } = await import('node:fs/promises')
    const names = await readdir(ground.files.folder)
    const all = await Promise.all(names.map((name) => readFile(`${ground.files.folder}/${name}`)))
    expect(names.length).toBeGreaterThan(50)
    expect(all.some((bytes) => bytes.includes('Can I come on Monday?'))).toBe(false)
  })
})

const whyNot = whyNoDovecot()
note({ mail: whyNot === null ? 'Dovecot' : `not run: ${whyNot}` })

/** Defined where there is a real server; elsewhere the summary says why there is none. */
const withServer = (name: string, work: (server: Dovecot) => Promise<void>) => {
  if (whyNot === null)
    test(name, async () => {
      const server = await startDovecot()
      try {
        await work(server)
      } finally {
        await server.stop()
      }
    }, 120_000)
}

const inboxOf = (server: Dovecot, url = server.url) =>
  imapInbox(url, { largest: largestMail, timeoutMilliseconds: 3000, trusted: server.certificate })
const job = (inbox: Inbox) => fetchMail({ ...ground.tools, inbox, machineNow: () => 0 })
const fetchAll = (inbox: Inbox) => job(inbox).run(service.desk.worker)
const many = async () => Number((await service.look<{ many: string }>('SELECT count(*) AS many FROM ev.post'))[0]?.many)
const fresh = (text: string) => mailOf({ text, messageId: `<${Math.random()}@fresh.example>` })

describe('T02: from a real mail server', () => {
  withServer('every message of the set is stored, and only then marked as read', async (server) => {
    await service.look('DELETE FROM ev.post')
    for (const mail of set) server.deliver(mail.raw)
    const inbox = inboxOf(server)
    while ((await fetchAll(inbox)) > 0) expect(server.count().read).toBe(await many())
    expect(server.count()).toEqual({ all: set.length, read: set.length })
    expect(await many()).toBe(set.length)
    expect(await fetchAll(inbox)).toBe(0)
  })

  withServer('a stop between storing and marking makes no second copy', async (server) => {
    server.deliver(await fresh('once'))
    const before = await many()
    const real = inboxOf(server)
    const cut: Inbox = {
      visit: (work) =>
        real.visit((open) => work({ ...open, markRead: () => Promise.reject(new Error('the process ended')) })),
    }
    await expect(fetchAll(cut)).rejects.toThrow('the process ended')
    expect([await many(), server.count().read]).toEqual([before + 1, 0])
    expect(await fetchAll(real)).toBe(0)
    expect([await many(), server.count().read]).toEqual([before + 1, 1])
  })

  withServer('a wrong password is said plainly, and nothing is marked', async (server) => {
    server.deliver(await fresh('waits'))
    const wrong = inboxOf(server, server.url.replace('right', 'wrong'))
    await expect(fetchAll(wrong)).rejects.toMatchObject({ kind: 'refused' })
    expect(server.count()).toEqual({ all: 1, read: 0 })
    const [state] = await service.look<{ failure: string }>('SELECT failure FROM ev.mailbox_state')
    expect(state?.failure).toBe('refused')
  })

  withServer('a certificate that nobody trusts is not believed', async (server) => {
    await expect(
      fetchAll(imapInbox(server.url, { largest: largestMail, timeoutMilliseconds: 3000 })),
    ).rejects.toMatchObject({
      name: 'InboxFailure',
    })
  })
})

describe('T02: from a server that fails', () => {
  const withLines = async (lines: readonly (string | null)[], work: (port: number) => Promise<void>) => {
    const sockets = new Set<{ destroy(): void }>()
    const server: Server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.write('* OK ready\r\n')
      socket.on('data', (sent) => {
        const tag = sent.toString().split(' ')[0] ?? ''
        const command = sent.toString().toUpperCase()
        const line = command.includes('FETCH') ? lines[0] : 'OK'
        if (command.includes('CAPABILITY')) socket.write('* CAPABILITY IMAP4rev1\r\n')
        if (command.includes('SELECT')) socket.write('* 1 EXISTS\r\n* OK [UIDVALIDITY 1] x\r\n* FLAGS (\\Seen)\r\n')
        if (command.includes('SEARCH')) socket.write('* SEARCH 1\r\n')
        if (line === null) return
        if (line === 'OK') socket.write(`${tag} OK done\r\n`)
        else {
          socket.write(line ?? '')
          setTimeout(() => socket.destroy(), 50)
        }
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = server.address()
    try {
      await work(typeof address === 'object' && address ? address.port : 0)
    } finally {
      for (const socket of sockets) socket.destroy()
      server.close()
      await wait(10)
    }
  }
  const inboxAt = (port: number) =>
    imapInbox(`imap://a:b@127.0.0.1:${port}`, { largest: largestMail, timeoutMilliseconds: 500 })

  test('that drops the line in the middle of a message', async () => {
    const before = await many()
    await withLines(['* 1 FETCH (UID 1 RFC822.SIZE 20 BODY[] {500}\r\nFrom: half'], async (port) => {
      await expect(fetchAll(inboxAt(port))).rejects.toMatchObject({ name: 'InboxFailure' })
    })
    expect(await many()).toBe(before)
  })

  test('that says nothing any more', async () => {
    await withLines([null], async (port) => {
      await expect(fetchAll(inboxAt(port))).rejects.toMatchObject({ name: 'InboxFailure' })
    })
  })

  test('that is not there', async () => {
    await expect(fetchAll(inboxAt(1))).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
