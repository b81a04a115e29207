import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventNames, otherSpelling, slip } from '../../../test/support/many-names.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Id } from '../../values/ids.ts'
import { type Known, knownAlready } from './data/known-people.ts'
import { plainName } from './domain/plain-name.ts'
import { readSearch } from './domain/search.ts'

/**
 * Finding people among a hundred thousand. The names are invented from a seed, so that every run has the same; the slips too. The
 * cost is measured beside a bare trigram query over the same names in the same run: each question is asked of one and then of the
 * other, and the medians are compared. The whole answer is the page's: a scope opened and recorded, every role, reasons and rows.
 */
const many = 100_000
const sampled = 100

let service: TestService
let coordinator: Id
const names = inventNames(many)

beforeAll(async () => {
  service = await testService()
  coordinator = (await service.staff('coordinator')).id
  const indexes = await service.look<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE schemaname = 'ev' AND tablename = 'person' AND indexdef LIKE '%gin%'`,
  )
  for (const { name } of indexes) await service.look(`DROP INDEX ev.${name}`)
  for (let from = 0; from < many; from += 10_000) {
    const part = names.slice(from, from + 10_000)
    await service.look('INSERT INTO ev.person (given_name, family_name) SELECT * FROM unnest($1::text[], $2::text[])', [
      part.map((it) => it.given),
      part.map((it) => it.family),
    ])
  }
  for (const { made } of indexes) await service.look(made)
  await service.look(`CREATE TEMP TABLE bare AS SELECT id, name_folded AS name FROM ev.person`)
  await service.look('CREATE INDEX ON pg_temp.bare USING gin (name ext.gin_trgm_ops)')
  await service.look('ANALYZE pg_temp.bare')
  await service.look('ANALYZE ev.person')
}, 120_000)
afterAll(() => service.end())

const find = (line: string): Promise<Known[]> =>
  service.desk.office.read(coordinator, { purpose: 'recognition', deed: 'person.sought' }, (scope) =>
    knownAlready(scope, readSearch(line)),
  )

/** Every so many people, as somebody would type them. */
const sample = Array.from(
  { length: sampled },
  (_, at) => names[at * Math.floor(many / sampled) + 7] as (typeof names)[0],
)

async function foundOf(typed: (name: string, at: number) => string): Promise<number> {
  let found = 0
  for (const [at, { given, family }] of sample.entries()) {
    const right = plainName(`${given} ${family}`)
    const known = await find(typed(`${given} ${family}`, at))
    if (known.some((it) => plainName(`${it.name.given} ${it.name.family}`) === right)) found++
  }
  return found
}

test('a right name is found each time, in either order', async () => {
  expect(await foundOf((name) => name)).toBe(sampled)
  expect(await foundOf((name) => name.split(' ').toReversed().join(' '))).toBe(sampled)
})

test('one slip of the finger hides at most two in a hundred', async () => {
  expect(await foundOf((name, at) => slip(name, at))).toBeGreaterThanOrEqual(98)
})

test('two slips hide at most fifteen in a hundred', async () => {
  expect(await foundOf((name, at) => slip(slip(name, at), at + 1000))).toBeGreaterThanOrEqual(85)
})

test('another spelling hides at most fifteen in a hundred', async () => {
  expect(await foundOf((name, at) => otherSpelling(name, at))).toBeGreaterThanOrEqual(85)
})

test('the whole answer costs no more than twice the bare trigram query over the same names', async () => {
  const bare = (name: string) =>
    service.look(
      'SELECT id, name FROM pg_temp.bare WHERE name OPERATOR(ext.%) $1 ORDER BY ext.similarity(name, $1) DESC LIMIT 20',
      [plainName(name)],
    )
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const ways = [(name: string) => name, slip, otherSpelling, (name: string, at: number) => slip(slip(name, at), at)]
  const [whole, plain]: [number[], number[]] = [[], []]
  for (const [at, { given, family }] of sample.entries()) {
    const typed = (ways[at % ways.length] as typeof slip)(`${given} ${family}`, at)
    const first = await timed(() => (at % 2 === 0 ? bare(typed) : find(typed)))
    const second = await timed(() => (at % 2 === 0 ? find(typed) : bare(typed)))
    if (at < 10) continue
    ;(at % 2 === 0 ? plain : whole).push(first)
    ;(at % 2 === 0 ? whole : plain).push(second)
  }
  const median = (all: readonly number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
  expect(median(whole) / median(plain)).toBeLessThanOrEqual(2)
})
