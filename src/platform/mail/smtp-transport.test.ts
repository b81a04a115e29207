import { createServer, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { DeliveryFailure } from '../delivery-failure.ts'
import type { MailMessage } from './mail-transport.ts'
import { connectionOptions, smtpTransport } from './smtp-transport.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const message: MailMessage = {
  messageId: '<0d7c7f2e-2f0e-4a57-9b9e-6a1f1f2b3c4d@harbour.example>',
  from: { name: 'Harbour Mediation', address: 'office@harbour.example' },
  to: 'zoe@example.net',
  subject: 'You have a message',
  text: 'Ring us when it suits you.\n\n.\nThe dot above is a line of its own.',
}

type Taken = { readonly from: string; readonly to: readonly string[]; readonly raw: string }
type Rules = { readonly recipient?: number; readonly data?: number; readonly auth?: boolean; readonly cut?: boolean }

const replying = (code: number) => Object.assign(new Error('no such person: zoe@example.net'), { responseCode: code })

const server = async ({ recipient, data, auth, cut }: Rules = {}) => {
  const taken: Taken[] = []
  const sockets = new Set<Socket>()
  const smtp = new SMTPServer({
    authOptional: !auth,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_, __, answer) => (auth ? answer(replying(535)) : answer(null, { user: 'office' })),
    onRcptTo: (_, __, answer) => answer(recipient ? replying(recipient) : null),
    onData: (stream, session, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      if (cut) for (const socket of sockets) socket.destroy()
      stream.on('end', () => {
        if (data) return answer(replying(data))
        const { mailFrom, rcptTo } = session.envelope
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((box) => box.address),
          raw: Buffer.concat(pieces).toString(),
        })
        answer(null)
      })
    },
  })
  smtp.on('error', () => undefined)
  smtp.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  closing.push(() => new Promise<void>((closed) => smtp.close(closed)))
  const address = smtp.server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return { taken, port: address.port, url: `smtp://127.0.0.1:${address.port}` }
}

const failure = async (attempt: Promise<unknown>): Promise<DeliveryFailure> => {
  const error = await attempt.then(
    () => new Error('delivered'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DeliveryFailure)) throw error
  return error
}

const partsOf = (raw: string) => {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return { headers, names: headers.map((line) => line.split(':')[0]).sort(), body: body.join('\r\n\r\n') }
}

describe('a message', () => {
  test('goes to one person, as text, with no header but those it needs', async () => {
    const { taken, url } = await server()
    await smtpTransport(url).deliver(message)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({ from: 'office@harbour.example', to: ['zoe@example.net'] })
    const { headers, names, body } = partsOf(taken[0]?.raw ?? '')
    expect(names).toEqual([
      'Auto-Submitted',
      'Content-Transfer-Encoding',
      'Content-Type',
      'Date',
      'From',
      'MIME-Version',
      'Message-ID',
      'Subject',
      'To',
    ])
    expect(headers).toContain(`Message-ID: ${message.messageId}`)
    expect(headers).toContain('From: Harbour Mediation <office@harbour.example>')
    expect(headers).toContain('To: zoe@example.net')
    expect(headers.find((line) => line.startsWith('Content-Type'))).toContain('text/plain')
    expect(body.replaceAll('\r\n', '\n').trim()).toBe(message.text)
  })

  test('may carry a calendar entry, and then nothing else', async () => {
    const { taken, url } = await server()
    const content = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n'
    await smtpTransport(url).deliver({ ...message, calendar: { method: 'PUBLISH', content } })
    const types = [...(taken[0]?.raw ?? '').matchAll(/^Content-Type: ([a-z/]+)/gim)].map((found) => found[1])
    expect(types.toSorted()).toEqual([
      'application/ics',
      'multipart/alternative',
      'multipart/mixed',
      'text/calendar',
      'text/plain',
    ])
    expect(taken[0]?.raw).toMatch(/method=PUBLISH/)
    expect(taken[0]?.raw).toContain('appointment.ics')
    expect(taken[0]?.raw).not.toMatch(/text\/html|https?:/)
  })

  test.each<[string, Partial<MailMessage>]>([
    ['two recipients', { to: 'zoe@example.net, other@example.net' }],
    ['a second address in brackets', { to: 'zoe@example.net <other@example.net>' }],
    ['a recipient with a header behind it', { to: 'zoe@example.net\r\nBcc: other@example.net' }],
    ['no recipient', { to: '' }],
    ['a subject with a header behind it', { subject: 'Hello\r\nBcc: other@example.net' }],
    ['a subject with a bare newline', { subject: 'Hello\nBcc: other@example.net' }],
    ['a subject with NUL', { subject: 'Hello\u0000' }],
    ['a sender’s name with a newline', { from: { name: 'A\r\nBcc: x@example.net', address: 'a@example.net' } }],
    ['a sender of two', { from: { name: 'A', address: 'a@example.net,b@example.net' } }],
    ['a reply address with a newline', { replyTo: { name: 'A', address: 'a@example.net\nBcc: b@example.net' } }],
    ['a Message-ID of somebody’s', { messageId: '<a@b>\r\nX: y' }],
  ])('with %s is refused before anything is sent', async (_, change) => {
    const { taken, url } = await server()
    expect(await failure(smtpTransport(url).deliver({ ...message, ...change }))).toMatchObject({ kind: 'permanent' })
    expect(taken).toEqual([])
  })

  test('with quotes, brackets and other scripts in its names arrives under them', async () => {
    const { taken, url } = await server()
    const from = { name: 'Zoë "Bcc:" <x@example.net>, Ltd', address: 'office@harbour.example' }
    await smtpTransport(url).deliver({ ...message, from, subject: 'שלום – £20' })
    expect(taken[0]?.to).toEqual(['zoe@example.net'])
    const { headers } = partsOf(taken[0]?.raw ?? '')
    expect(headers.filter((line) => line.startsWith('From:'))).toHaveLength(1)
    expect(headers.find((line) => line.startsWith('From:'))).toMatch(/<office@harbour\.example>$/)
  })
})

describe('a failure', () => {
  test.each<[string, Rules, 'temporary' | 'permanent', number]>([
    ['a busy mailbox', { recipient: 450 }, 'temporary', 450],
    ['an unknown person', { recipient: 550 }, 'permanent', 550],
    ['a full disk', { data: 452 }, 'temporary', 452],
    ['words that are not wanted', { data: 554 }, 'permanent', 554],
    ['our password', { auth: true }, 'temporary', 535],
  ])('over %s', async (_, rules, kind, code) => {
    const { port } = await server(rules)
    const found = await failure(smtpTransport(`smtp://office:wrong@127.0.0.1:${port}`).deliver(message))
    expect(found).toMatchObject({ kind, code })
    expect(`${found.message}${found.stack}`).not.toMatch(/zoe@|no such person|wrong/)
  })

  test('of the line, cut while the message was sent, is temporary', async () => {
    const { url, taken } = await server({ cut: true })
    expect(await failure(smtpTransport(url).deliver(message))).toMatchObject({ kind: 'temporary', code: null })
    expect(taken).toEqual([])
  })

  test('to connect is temporary', async () => {
    const { url } = await server()
    for (const close of closing.splice(0)) await close()
    expect(await failure(smtpTransport(url).deliver(message))).toMatchObject({ kind: 'temporary' })
  })

  test.each([
    ['before the greeting', ''],
    ['after the greeting', '220 slow.example ESMTP\r\n'],
  ])('to go on %s ends at its time', async (_, greeting) => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => undefined)
      socket.write(greeting)
    })
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
    closing.push(() => {
      for (const socket of sockets) socket.destroy()
      return new Promise((closed) => silent.close(closed))
    })
    const address = silent.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    const before = performance.now()
    const transport = smtpTransport(`smtp://127.0.0.1:${address.port}`, { timeoutMilliseconds: 200 })
    expect(await failure(transport.deliver(message))).toMatchObject({ kind: 'temporary' })
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

describe('TLS', () => {
  test('without it nothing is sent', async () => {
    const { url, taken } = await server()
    expect(await failure(smtpTransport(url, { tlsOnLoopback: true }).deliver(message))).toMatchObject({
      kind: 'temporary',
    })
    expect(taken).toEqual([])
  })

  test.each([
    ['smtp://mail.example:2525', { requireTLS: true, ignoreTLS: false, secure: false, port: 2525 }],
    ['smtp://mail.example', { requireTLS: true, port: 587 }],
    ['smtps://mail.example', { secure: true, ignoreTLS: false, port: 465 }],
    ['smtp://127.0.0.1.mail.example', { requireTLS: true, ignoreTLS: false }],
    ['smtp://localhost:25', { requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:25', { requireTLS: false, ignoreTLS: true, host: '::1' }],
  ])('%s', (url, meant) => {
    expect(connectionOptions(url)).toMatchObject(meant)
  })

  test('the address may hold a password, which is read and never repeated', () => {
    expect(connectionOptions('smtp://of%40fice:p%3Aw@mail.example')).toMatchObject({
      auth: { user: 'of@fice', pass: 'p:w' },
    })
    expect(() => smtpTransport('http://office:hush@mail.example')).toThrow(/^(?!.*hush)/)
  })
})
