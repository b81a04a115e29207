import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { afterScan, clamdScanner, noScanner } from './scanner.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const listening = async (behave: (socket: Socket) => void, path?: string): Promise<string> => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    behave(socket)
  })
  await new Promise<void>((ready) => (path ? server.listen(path, ready) : server.listen(0, '127.0.0.1', ready)))
  closing.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  const address = server.address()
  return typeof address === 'string' || address === null ? `unix:${path}` : `tcp://127.0.0.1:${address.port}`
}

/** The protocol as clamd speaks it: reads the command and its pieces, and answers about the file that arrived. */
const clamd = (answer: (file: Buffer) => string) => (socket: Socket) => {
  let arrived = Buffer.alloc(0)
  socket.on('data', (piece: Buffer) => {
    arrived = Buffer.concat([arrived, piece])
    const command = 'zINSTREAM\0'
    if (arrived.length < command.length) return
    if (arrived.subarray(0, command.length).toString('latin1') !== command) return socket.end('UNKNOWN COMMAND\0')
    const file: Buffer[] = []
    for (let at = command.length; at + 4 <= arrived.length; ) {
      const length = arrived.readUInt32BE(at)
      if (length === 0) return socket.end(answer(Buffer.concat(file)))
      file.push(arrived.subarray(at + 4, at + 4 + length))
      at += 4 + length
    }
  })
}
const honest = clamd((file) => (file.includes('planted signature') ? 'stream: Test.Planted FOUND\0' : 'stream: OK\0'))

describe('clamd', () => {
  test.each([0, 1, 65_536, 65_537, 3_000_000])('finds %i harmless bytes clean', async (size) => {
    let seen = -1
    const address = await listening(
      clamd((file) => {
        seen = file.length
        return 'stream: OK\0'
      }),
    )
    expect(await clamdScanner(address).scan(Buffer.alloc(size, 1))).toEqual({ verdict: 'clean' })
    expect(seen).toBe(size)
  })

  test('names what it found, over a socket in the file system too', async () => {
    const infected = Buffer.concat([Buffer.alloc(100_000), Buffer.from('planted signature')])
    const answer = { verdict: 'infected', signature: 'Test.Planted' }
    expect(await clamdScanner(await listening(honest)).scan(infected)).toEqual(answer)
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'))
    closing.push(() => rm(folder, { recursive: true, force: true }))
    expect(await clamdScanner(await listening(honest, join(folder, 'socket'))).scan(infected)).toEqual(answer)
  })

  test.each<[string, (socket: Socket) => void]>([
    ['an error of its own', clamd(() => 'INSTREAM size limit exceeded. ERROR\0')],
    ['an answer cut short', clamd(() => 'stream: OK')],
    ['an answer with more behind it', clamd(() => 'stream: OK\0stream: X FOUND\0')],
    ['an answer about something else', clamd(() => 'other: OK\0')],
    ['endless talk', (socket) => socket.write('x'.repeat(10_000))],
    ['hanging up before it answers', (socket) => socket.end()],
  ])('%s is no clean bill', async (_, behave) => {
    expect(await clamdScanner(await listening(behave)).scan(Buffer.alloc(10))).toEqual({
      verdict: 'unavailable',
      why: 'unclear',
    })
  })

  test('killed in the middle of the file is unavailable', async () => {
    const address = await listening((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect((await clamdScanner(address).scan(Buffer.alloc(5_000_000))).verdict).toBe('unavailable')
  })

  test('refusing the connection is unavailable', async () => {
    const address = await listening(honest)
    for (const close of closing.splice(0)) await close()
    expect(await clamdScanner(address).scan(Buffer.alloc(1))).toEqual({ verdict: 'unavailable', why: 'unreachable' })
    expect(await clamdScanner('unix:/nowhere/at/all').scan(Buffer.alloc(1))).toEqual({
      verdict: 'unavailable',
      why: 'unreachable',
    })
  })

  test('stalling is unavailable after the time it is given', async () => {
    const address = await listening(() => undefined)
    const before = performance.now()
    expect(await clamdScanner(address, 150).scan(Buffer.alloc(1))).toEqual({ verdict: 'unavailable', why: 'timedOut' })
    expect(performance.now() - before).toBeLessThan(2000)
  })

  test.each(['http://127.0.0.1:3310', 'tcp://127.0.0.1'])('%s is no address of one', (address) => {
    expect(() => clamdScanner(address)).toThrow('tcp://')
  })
})

describe('after the scan', () => {
  test.each([
    [{ verdict: 'clean' }, [], 'available'],
    [{ verdict: 'clean' }, ['pdf.script'], 'quarantined'],
    [{ verdict: 'unavailable', why: 'timedOut' }, [], 'quarantined'],
    [{ verdict: 'infected', signature: 'x' }, [], 'blocked'],
  ] as const)('%j with %j is %s', (answer, flags, fate) => {
    expect(afterScan(answer, flags)).toBe(fate)
  })

  test('without a scanner everything waits for a person', async () => {
    expect(afterScan(await noScanner.scan(Buffer.alloc(1)), [])).toBe('quarantined')
  })
})
