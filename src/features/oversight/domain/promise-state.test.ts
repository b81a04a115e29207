import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { promiseTitles } from './promise-list.ts'
import { type PromiseFacts, promiseStates } from './promise-state.ts'

const at = '2026-11-23T10:00:00Z'
const facts: PromiseFacts = { clauses: {}, planned: new Set(), record: null, checks: [], results: new Map() }
const of = (more: Partial<PromiseFacts>) => promiseStates({ ...facts, ...more }).find((it) => it.id === 'T20')
const run = (passed: boolean) => ({ promise: 'T20', name: 'a test', passed })
const check = {
  key: 'records',
  title: 'x',
  promises: ['T20'],
  href: null,
  run: () => Promise.reject(new Error()),
} as const
const stood = (state: 'holds' | 'fails' | 'unknown') =>
  new Map([['records', { state, words: '', checkedAt: Temporal.Instant.from(at), heldAt: Temporal.Instant.from(at) }]])

test('the list is that of the promises', () => {
  const text = readFileSync(new URL('../../../../docs/promises.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| ([ST]\d\d) \| (.*?) \|/gm)].map(([, id, title]) => [id, title])
  expect(Object.entries(promiseTitles)).toEqual(rows)
})

test('what nothing enforces is not yet kept, and never good', () => {
  expect(of({ record: { at, commit: null, tests: [] } })?.state).toBe('notYet')
})

test('what only a planned clause carries is not yet kept, though something is tried of it', () => {
  const carried = { clauses: { T20: ['purposes.training'] }, planned: new Set(['purposes.training']) }
  expect(of({ ...carried, record: { at, commit: null, tests: [run(true)] } })?.state).toBe('notYet')
})

test('without a record of the tests nobody knows', () => {
  expect(of({})?.state).toBe('notKnown')
  expect(of({ checks: [check], results: stood('holds') })?.state).toBe('notKnown')
})

test('what was tried and looked at, both good, holds, and says when', () => {
  const kept = of({ record: { at, commit: 'abc', tests: [run(true)] }, checks: [check], results: stood('holds') })
  expect([kept?.state, kept?.heldAt?.toString()]).toEqual(['holds', at])
})

test('one failing test or one failing check is enough', () => {
  expect(of({ record: { at, commit: null, tests: [run(true), run(false)] } })?.state).toBe('fails')
  const record = { at, commit: null, tests: [run(true)] }
  expect(of({ record, checks: [check], results: stood('fails') })?.state).toBe('fails')
  expect(of({ record, checks: [check], results: stood('unknown') })?.state).toBe('notKnown')
  expect(of({ record, checks: [check] })?.state).toBe('notKnown')
})
