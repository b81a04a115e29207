import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { watchLifetime } from './lifetime.ts'

const person = (channel?: { unref(): void }) => {
  const events = new EventEmitter()
  const left: number[] = []
  const watched = Object.assign(events, { exit: (code: number) => left.push(code), channel })
  let time = 0
  const lifetime = watchLifetime(watched as never, () => time)
  return { events, left, lifetime, pass: (milliseconds: number) => (time += milliseconds) }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks for a stop and says so', (name) => {
  const { events, lifetime } = person()
  expect(lifetime.signal.aborted).toBe(false)
  events.emit(name)
  expect(lifetime.signal.reason).toBe(name)
})

test('the end of the starting process asks for a stop', () => {
  const { events, lifetime } = person({ unref: () => {} })
  events.emit('disconnect')
  expect(lifetime.signal.aborted).toBe(true)
})

test('the same Ctrl-C arriving twice is one request', () => {
  const { events, left, pass } = person()
  events.emit('SIGINT')
  pass(30)
  events.emit('SIGINT')
  expect(left).toEqual([])
})

test('a second request, later, ends at once', () => {
  const { events, left, pass } = person()
  events.emit('SIGINT')
  pass(1500)
  events.emit('SIGINT')
  expect(left).toEqual([1])
})
