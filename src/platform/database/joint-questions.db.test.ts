import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentDuring } from '../../../test/bench/sent-statements.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { roleNames } from './role-names.ts'
import { inScope, openPool } from './scope.ts'
import type { ScopedQueries } from './scope-dialect.ts'

let service: TestService
let pool: Pool
let login: string
beforeAll(async () => {
  service = await testService()
  login = roleNames(service.place.prefix).login('office')
  const url = new URL(service.place.installerUrl)
  url.username = login
  url.password = service.place.passwords.office
  pool = openPool(url.href, 2, () => {})
})
afterAll(async () => {
  await pool.end()
  await service.end()
})

const read = <Result>(work: (queries: ScopedQueries) => Promise<Result>) =>
  inScope(
    pool,
    {
      role: roleNames(service.place.prefix).purpose('office', 'booking'),
      actor: null,
      now: Temporal.Instant.from('2026-11-23T10:00:00Z'),
      writes: false,
    },
    async (queries) => ({ keep: true, result: await work(queries) }),
  )

const ofManyKinds = (queries: ScopedQueries, more: string) =>
  queries
    .selectNoFrom([
      sql<Temporal.Instant>`timestamptz '2026-11-21 20:40:18.123456+02'`.as('instant'),
      sql<string>`date '2026-11-21'`.as('day'),
      sql<number>`(2 ^ 40)::bigint`.as('count'),
      sql<boolean>`true`.as('yes'),
      sql<null>`NULL::timestamptz`.as('none'),
      sql<string>`${more}::text`.as('given'),
      sql<string>`E'"quoted" \\\\ and ''\\n costs $1, or $2'`.as('words'),
      sql<string[]>`ARRAY['one', 'two, three', NULL]`.as('list'),
      sql<unknown>`'{"a": [1, null]}'::jsonb`.as('json'),
      sql<Buffer>`'\\x00ff'::bytea`.as('bytes'),
    ])
    .execute()
const exact = (queries: ScopedQueries) => queries.selectNoFrom(sql<string>`1.10::numeric`.as('exact')).execute()
const noRows = (queries: ScopedQueries) =>
  queries.selectFrom('person').select(['id', 'given_name']).where('family_name', '=', 'Nobody').execute()

test('questions asked at once are one statement, and answered as each alone would be', async () => {
  const all = (queries: ScopedQueries) =>
    Promise.all([ofManyKinds(queries, 'a'), noRows(queries), ofManyKinds(queries, 'b')])
  const alone = await read(all)
  expect(alone[0][0]).toMatchObject({
    ...{ day: '2026-11-21', count: 2 ** 40, yes: true, none: null, given: 'a', list: ['one', 'two, three', null] },
    ...{ words: '"quoted" \\ and \'\n costs $1, or $2', json: { a: [1, null] }, bytes: Buffer.from([0, 255]) },
  })
  expect(String(alone[0][0]?.instant)).toBe('2026-11-21T18:40:18.123456Z')
  let together: unknown
  const { own } = await sentDuring(login, async () => {
    together = await read(all)
  })
  expect(own).toHaveLength(1)
  expect(together).toStrictEqual(alone)
})

test('a question with a value that JSON would blur goes alone', async () => {
  const both = (queries: ScopedQueries) => Promise.all([exact(queries), noRows(queries)])
  await read(both)
  const { own } = await sentDuring(login, async () => {
    expect(await read(both)).toEqual([[{ exact: '1.10' }], []])
  })
  expect(own).toHaveLength(2)
})

test('a question that wants an answer first goes after it', async () => {
  const { own } = await sentDuring(login, () =>
    read(async (queries) => {
      await ofManyKinds(queries, 'first')
      await ofManyKinds(queries, 'second')
    }),
  )
  expect(own).toHaveLength(2)
})

test('one that is refused fails those that went with it, and what follows', async () => {
  const halves = (queries: ScopedQueries, by: number) =>
    queries.selectNoFrom(sql<number>`4 / ${by}::integer`.as('half')).execute()
  await read((queries) => halves(queries, 2))
  const failing = read(async (queries) => {
    const ends = await Promise.allSettled([noRows(queries), halves(queries, 0)])
    expect(ends.map((it) => it.status)).toEqual(['rejected', 'rejected'])
    return noRows(queries)
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await read((queries) => halves(queries, 4))).toEqual([{ half: 1 }])
})

test('what is still waiting when its scope ends is refused', async () => {
  const held: { late: Promise<unknown> | null } = { late: null }
  await read(async (queries) => {
    held.late = noRows(queries)
    held.late.catch(() => {})
  })
  await expect(held.late).rejects.toThrow('this scope has ended')
})

test('a list of any length is one parameter', async () => {
  const among = (...names: string[]) =>
    sentDuring(login, () =>
      read((queries) =>
        queries
          .selectFrom('person')
          .select('id')
          .where('family_name', 'in', names)
          .where('given_name', 'not in', names)
          .execute(),
      ),
    )
  const [one, three] = [await among('Lee'), await among('Lee', 'Ade', 'Marl')]
  expect(three.own[0]?.text).toBe(one.own[0]?.text)
  expect(three.own[0]?.values).toEqual([
    ['Lee', 'Ade', 'Marl'],
    ['Lee', 'Ade', 'Marl'],
  ])
})
