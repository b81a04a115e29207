import type { QueryConfig } from 'pg'
import { expect, test } from 'vitest'
import { newId } from '../../values/ids.ts'
import { question } from './question.ts'
import { queriesOn, type ScopedQueries } from './scope-dialect.ts'

/** What a scope sent: its words and its values. */
async function sentBy(work: (scope: { readonly queries: ScopedQueries }) => Promise<unknown>): Promise<QueryConfig[]> {
  const sent: QueryConfig[] = []
  const client = {
    query: async (statement: QueryConfig) => {
      sent.push(statement)
      return { rows: [], rowCount: 0, command: 'SELECT', oid: 0, fields: [] }
    },
  }
  const { queries } = queriesOn(client, 'a_role', { onlyReads: false })
  await work({ queries })
  return sent
}

let built = 0
const people = question(
  (queries, values: { ids?: readonly string[]; since: Temporal.Instant; most: number; all?: boolean }) => {
    built++
    let query = queries.selectFrom('person').select('id').where('made_at', '>', values.since).limit(values.most)
    if (values.ids) query = query.where('id', 'in', values.ids as never)
    if (!values.all) query = query.where('known_as', '=', 'a word of its own')
    return query
  },
)
const since = Temporal.Instant.from('2026-11-23T10:00:00Z')

test('the words are made once for each choice, and the values are those of each time', async () => {
  const [one, other] = [newId(), newId()]
  const sent = await sentBy(async (scope) => {
    await people(scope, { since, most: 5, ids: [one] })
    await people(scope, { since: since.add({ hours: 1 }), most: 7, ids: [one, other] })
    await people(scope, { since, most: 9, all: true })
    await people(scope, { since, most: 11, all: true })
  })
  expect(built).toBe(2)
  expect(sent[0]?.text).toBe(sent[1]?.text)
  expect(sent[2]?.text).not.toBe(sent[1]?.text)
  expect(sent.map((it) => it.values)).toEqual([
    ['2026-11-23T10:00:00Z', [one], 'a word of its own', 5],
    ['2026-11-23T11:00:00Z', [one, other], 'a word of its own', 7],
    ['2026-11-23T10:00:00Z', 9],
    ['2026-11-23T10:00:00Z', 11],
  ])
})

test('what it sends is what the builder sends', async () => {
  const ids = [newId()]
  const [asked] = await sentBy((scope) => people(scope, { since, most: 5, ids }))
  const [plain] = await sentBy(({ queries }) => {
    const query = queries.selectFrom('person').select('id').where('made_at', '>', since).limit(5)
    return query.where('id', 'in', ids).where('known_as', '=', 'a word of its own').execute()
  })
  expect(asked).toEqual(plain)
})

test('nothing is no value to ask with', async () => {
  const none = { since: null as never, most: 1 }
  await expect(sentBy((scope) => people(scope, { ...none, ids: [newId()], all: true }))).rejects.toThrow('since')
})
