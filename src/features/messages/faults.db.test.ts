import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { FaultyMailServer, type MailMood } from '../../../test/support/faulty-mail-server.ts'
import { MessageGround } from '../../../test/support/message-ground.ts'
import { smtpTransport } from '../../platform/mail/smtp-transport.ts'
import type { Id } from '../../values/ids.ts'
import type { MailWay } from './jobs/carriers.ts'

let ground: MessageGround
let server: FaultyMailServer
let url: string
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  await ground.begin()
  server = new FaultyMailServer()
  url = await server.open()
})
afterEach(() => server.close())

const way = (): MailWay => ({
  transport: smtpTransport(url, { timeoutMilliseconds: 500 }),
  from: 'office@harbour.example',
})

const write = async (count: number): Promise<Id[]> => {
  const ids: Id[] = []
  for (let made = 0; made < count; made++) ids.push(await ground.write(ground.toA()))
  return ids
}

/** Sends again and again, as time goes by, until nothing waits. */
async function untilAllWent(workers = 1): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    await Promise.all(Array.from({ length: workers }, () => ground.send(way())))
    const [left] = await ground.service.look<{ n: number }>(
      `SELECT count(*)::int AS n FROM ev.message WHERE status = 'waiting'`,
    )
    if (left?.n === 0) return
    ground.service.clock.forward('PT16M')
  }
  throw new Error('something waits still')
}

/** How often each message was taken, by its identifier. */
const copies = () => {
  const found = new Map<string, number>()
  for (const { messageId } of server.taken) {
    const id = /^<(.+)@harbour\.example>$/.exec(messageId)?.[1] ?? messageId
    found.set(id, (found.get(id) ?? 0) + 1)
  }
  return found
}

const faults: readonly (readonly [MailMood, string])[] = [
  ['busy', 'refuses for now'],
  ['stall', 'does not answer'],
  ['cut-early', 'cuts the line within the message'],
]

test.each(faults)('each message goes once to a server that is %s: it %s', async (mood) => {
  const ids = await write(3)
  let faulty = 4
  server.mood = () => (faulty-- > 0 ? mood : 'take')
  await untilAllWent(2)
  expect([...copies()].toSorted()).toEqual(ids.map((id) => [id, 1] as const).toSorted())
  expect(new Set(server.envelopes)).toEqual(new Set([1]))
})

test('after a cut behind the message it comes twice at most, under the same Message-ID', async () => {
  const ids = await write(4)
  let cuts = 2
  server.mood = () => (cuts-- > 0 ? 'cut' : 'take')
  await untilAllWent(2)
  const found = copies()
  expect([...found.keys()].toSorted()).toEqual(ids.toSorted())
  expect([...found.values()].reduce((sum, one) => sum + one)).toBeLessThanOrEqual(ids.length + 2)
})

test('a server that answers after we gave up waiting has it twice, under the same Message-ID', async () => {
  const [id] = await write(1)
  let asked = 0
  server.mood = () => (asked++ < 3 ? 'slow' : 'take')
  await untilAllWent()
  expect([...copies().keys()]).toEqual([id])
})

test('a server that refuses for good is asked once, and somebody is told', async () => {
  const [id] = await write(1)
  server.mood = () => 'full'
  await untilAllWent()
  expect((await ground.statusOf(id as Id))?.status).toBe('failed')
  expect(await ground.tasks()).toEqual(['message-failed'])
  expect(server.taken).toEqual([])
})

test('while the server is down everything waits, and goes when it is up', async () => {
  const ids = await write(2)
  await server.close()
  await ground.send(way())
  server = new FaultyMailServer()
  url = await server.open()
  await untilAllWent()
  expect([...copies()].toSorted()).toEqual(ids.map((id) => [id, 1] as const).toSorted())
})

const child = join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'sending-child.ts')

/** A worker that is killed outright the moment the server has its message. */
async function killedWhileSending(): Promise<void> {
  const { place, clock } = ground.service
  const said = JSON.stringify({ place, now: clock.now().toString(), url })
  const worker = spawn(process.execPath, ['--import', 'tsx', child, said], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => worker.once('exit', (_, signal) => resolve(signal)))
  server.onTaken = () => void worker.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  server.onTaken = () => {}
}

test('a worker that is killed between sending and recording loses nothing', { timeout: 60_000 }, async () => {
  const ids = await write(2)
  await killedWhileSending()
  expect(server.taken).toHaveLength(1)
  await untilAllWent()
  const found = copies()
  expect([...found.keys()].toSorted()).toEqual(ids.toSorted())
  expect([...found.values()].toSorted()).toEqual([1, 2])
})

test('and a flag that was set while it was dead is obeyed', { timeout: 60_000 }, async () => {
  const ids = await write(2)
  await killedWhileSending()
  await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE person_id = $1`, [
    ground.file.A.personId,
  ])
  await untilAllWent()
  expect(server.taken).toHaveLength(1)
  for (const id of ids) expect((await ground.statusOf(id))?.status).toBe('stopped')
})
