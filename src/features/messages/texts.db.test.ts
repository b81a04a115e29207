import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { MessageGround } from '../../../test/support/message-ground.ts'
import { firetextTransport } from '../../platform/texts/firetext-transport.ts'
import { LoopbackProvider } from '../../platform/texts/loopback-provider.ts'
import { asId, type Id } from '../../values/ids.ts'
import { askAfterTexts } from './jobs/ask-after-texts.job.ts'
import type { TextWay } from './jobs/carriers.ts'

let ground: MessageGround
let provider: LoopbackProvider
let texts: NonNullable<TextWay>
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(async () => {
  await ground.begin()
  provider = new LoopbackProvider()
  const origin = await provider.open()
  texts = {
    transport: firetextTransport({ origin, apiKey: provider.apiKey, from: 'Harbour', timeoutMilliseconds: 500 }),
  }
})
afterEach(() => provider.close())

/** A has a telephone, and says that texts are safe. */
async function aText(): Promise<Id> {
  const { personId } = ground.file.A
  const [point] = await ground.service.look<{ id: string }>(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety)
     VALUES ($1, 'telephone', '07700 900 123', '+447700900123', 'self', 'safe') RETURNING id`,
    [personId],
  )
  await card('safe')
  const to = { channel: 'text', contactPointId: asId(point?.id ?? ''), recipient: '07700 900 123' } as const
  return ground.write(ground.toA({ ...to, body: 'It is on Tuesday.' }))
}

const card = (said: 'safe' | 'unsafe') =>
  ground.service.look(
    `INSERT INTO ev.safe_contact (person_id, version, text_message, said_by, said_on)
     SELECT $1, count(*) + 1, $2, 'self', '2026-11-20' FROM ev.safe_contact WHERE person_id = $1`,
    [ground.file.A.personId, said],
  )

const ask = () => askAfterTexts(texts).run(ground.service.desk.worker)
const after = (time: string) => ground.service.clock.forward(time)

test('a text goes once, and what became of it is noted once', async () => {
  const id = await aText()
  expect(await ground.sendTexts(texts)).toBe(1)
  expect(await ground.sendTexts(texts)).toBe(0)
  expect(provider.taken).toEqual([
    { reference: id.replaceAll('-', ''), to: '447700900123', message: 'It is on Tuesday.', from: 'Harbour' },
  ])
  expect(await ask()).toBe(0)
  after('PT2M')
  provider.report = ['Delivered', 'Delivered']
  expect(await ask()).toBe(1)
  after('PT20M')
  expect(await ask()).toBe(0)
  const [row] = await ground.service.look('SELECT status, delivered_at IS NOT NULL AS arrived FROM ev.message')
  expect(row).toEqual({ status: 'sent', arrived: true })
})

test('without a provider nothing is sent', async () => {
  const id = await aText()
  expect(await ground.sendTexts(null)).toBe(0)
  expect(await ground.statusOf(id)).toEqual({ status: 'waiting', attempts: 0 })
})

test('a number that is none comes back to the case at once', async () => {
  const id = await aText()
  provider.mood = () => ({ code: 2 })
  await ground.sendTexts(texts)
  expect((await ground.statusOf(id))?.status).toBe('failed')
  expect(await ground.tasks()).toEqual(['message-failed'])
})

test('a text that did not arrive comes back to the case once, however often it is reported', async () => {
  const id = await aText()
  await ground.sendTexts(texts)
  provider.report = ['Declined', 'Declined']
  after('PT2M')
  await Promise.all([ask(), ask()])
  after('PT20M')
  await ask()
  expect((await ground.statusOf(id))?.status).toBe('failed')
  expect(await ground.tasks()).toEqual(['message-failed'])
})

test.each([
  ['refuses for now', { status: 503 }],
  ['has had enough', { status: 429 }],
  ['does not answer', 'stall'],
] as const)('while the provider %s the text waits longer each time, and goes then', async (_, mood) => {
  const id = await aText()
  provider.mood = () => mood
  await ground.sendTexts(texts)
  expect(await ground.statusOf(id)).toEqual({ status: 'waiting', attempts: 1 })
  expect(await ground.sendTexts(texts)).toBe(0)
  after('PT61S')
  await ground.sendTexts(texts)
  expect(await ground.statusOf(id)).toEqual({ status: 'waiting', attempts: 2 })
  provider.mood = () => 'take'
  after('PT5M')
  await ground.sendTexts(texts)
  expect((await ground.statusOf(id))?.status).toBe('sent')
  expect(provider.taken).toHaveLength(1)
})

test('a text that was taken before the line was cut is not sent again', async () => {
  const id = await aText()
  provider.mood = (what) => (what === 'sendsms' ? 'cut' : 'take')
  await ground.sendTexts(texts)
  expect((await ground.statusOf(id))?.status).toBe('waiting')
  after('PT2M')
  provider.mood = () => 'take'
  await ground.sendTexts(texts)
  expect((await ground.statusOf(id))?.status).toBe('sent')
  expect(provider.taken).toHaveLength(1)
})

test('one that may have been taken waits while the provider cannot be asked', async () => {
  const id = await aText()
  provider.mood = (what) => (what === 'sendsms' ? 'cut' : { status: 500 })
  await ground.sendTexts(texts)
  after('PT2M')
  await ground.sendTexts(texts)
  expect((await ground.statusOf(id))?.status).toBe('waiting')
  expect(provider.taken).toHaveLength(1)
})

test('whoever says meanwhile that texts are not safe gets none', async () => {
  const id = await aText()
  await card('unsafe')
  await ground.sendTexts(texts)
  expect(provider.taken).toEqual([])
  expect((await ground.statusOf(id))?.status).toBe('stopped')
  expect(await ground.tasks()).toEqual(['message-held-back'])
})

test('two workers at once send a text once', async () => {
  await aText()
  await Promise.all([ground.sendTexts(texts), ground.sendTexts(texts), ground.sendTexts(texts)])
  expect(provider.taken).toHaveLength(1)
})

test('a text waits for a safe hour', async () => {
  await aText()
  await ground.service.look(
    `INSERT INTO ev.safe_contact (person_id, version, text_message, safe_from, safe_until, said_by, said_on)
     VALUES ($1, 2, 'safe', '03:00', '03:30', 'self', '2026-11-20')`,
    [ground.file.A.personId],
  )
  await ground.sendTexts(texts)
  expect(provider.taken).toEqual([])
})

test.each([
  ['a letter that takes our notice with it', { template: 'invitation', body: 'Come.' }],
  ['more than two parts', { template: 'hand-written', body: 'a'.repeat(307) }],
])('%s is not written as a text', async (_, words) => {
  const to = { channel: 'text', recipient: '07700 900 123' } as const
  await expect(ground.write(ground.toA({ ...to, ...words }))).rejects.toThrow('cannot be said in a text')
})

test('a text leaves with the marks that every telephone has', async () => {
  const id = await aText()
  await ground.service.look('DELETE FROM ev.message WHERE id = $1', [id])
  const [point] = await ground.service.look<{ id: string }>(
    `SELECT id FROM ev.contact_point WHERE kind = 'telephone' AND person_id = $1`,
    [ground.file.A.personId],
  )
  const to = { channel: 'text', contactPointId: asId(point?.id ?? ''), recipient: '07700 900 123' } as const
  await ground.write(ground.toA({ ...to, body: 'It’s on Tuesday – at ten…' }))
  await ground.sendTexts(texts)
  expect(provider.taken.map((it) => it.message)).toEqual(["It's on Tuesday - at ten..."])
})
