import { afterEach, beforeEach, expect, test } from 'vitest'
import { DeliveryFailure } from '../delivery-failure.ts'
import { firetextTransport } from './firetext-transport.ts'
import { LoopbackProvider, type ProviderMood } from './loopback-provider.ts'
import type { TextTransport } from './text-transport.ts'

let provider: LoopbackProvider
let transport: TextTransport
let origin: URL
beforeEach(async () => {
  provider = new LoopbackProvider()
  origin = await provider.open()
  transport = firetextTransport({ origin, apiKey: provider.apiKey, from: 'Harbour', timeoutMilliseconds: 300 })
})
afterEach(() => provider.close())

const message = { reference: 'a1b2', to: '+447700900123', text: 'Your appointment is on Tuesday.' }
const failure = (sent: Promise<void>) =>
  sent.then(
    () => null,
    (error: unknown) => error as DeliveryFailure,
  )

test('a text goes once to one number, under its reference', async () => {
  await transport.deliver(message)
  expect(provider.taken).toEqual([
    { reference: 'a1b2', to: '447700900123', message: 'Your appointment is on Tuesday.', from: 'Harbour' },
  ])
})

test.each<[string, ProviderMood, 'temporary' | 'permanent', number | null]>([
  ['a number that is none', { code: 2 }, 'permanent', 2],
  ['words that cannot be sent', { code: 5 }, 'permanent', 5],
  ['a request that makes no sense', { status: 400 }, 'permanent', 400],
  ['a key that it does not know', { code: 1 }, 'temporary', 1],
  ['no credit left', { code: 7 }, 'temporary', 7],
  ['too many at once', { status: 429 }, 'temporary', 429],
  ['a fault of its own', { status: 503 }, 'temporary', 503],
  ['silence', 'stall', 'temporary', null],
  ['a line that is cut after it was taken', 'cut', 'temporary', null],
])('%s', async (_, mood, kind, code) => {
  provider.mood = () => mood
  const failed = await failure(transport.deliver(message))
  expect(failed).toBeInstanceOf(DeliveryFailure)
  expect(failed).toMatchObject({ kind, code })
  expect(failed?.message).not.toContain('7700')
})

test('a provider that is not there', async () => {
  await provider.close()
  expect(await failure(transport.deliver(message))).toMatchObject({ kind: 'temporary', code: null })
  provider = new LoopbackProvider()
  await provider.open()
})

test('two numbers are not one', async () => {
  expect(await failure(transport.deliver({ ...message, to: '+447700900123,+447700900124' }))).toMatchObject({
    kind: 'permanent',
  })
  expect(provider.taken).toEqual([])
})

test.each([
  [[], null],
  [['Delivered'], 'delivered'],
  [['Pending with Network'], 'on-its-way'],
  [['Buffered', 'Delivered', 'Delivered'], 'delivered'],
  [['Declined', 'Declined'], 'not-delivered'],
  [['Something new'], 'on-its-way'],
])('a report of %j', async (report, state) => {
  await transport.deliver(message)
  provider.report = report
  expect(await transport.stateOf('a1b2')).toBe(state)
})

test('it knows no text that it never took, and does not say so of one when it does not know us', async () => {
  expect(await transport.stateOf('zz')).toBeNull()
  const stranger = firetextTransport({ origin, apiKey: 'another', from: 'Harbour' })
  await expect(stranger.stateOf('zz')).rejects.toMatchObject({ kind: 'temporary', code: 1 })
})
