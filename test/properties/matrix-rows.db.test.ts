import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPlan } from '../../src/app/access.ts'
import { classification as classes } from '../../src/app/classification.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { ident, literal } from '../../src/platform/database/sql-names.ts'
import type { Classification } from '../../src/policy/classification.ts'
import type { Id } from '../../src/values/ids.ts'
import { type AreaOfDatabase, asLogin } from '../support/as-role.ts'
import { type TestService, testService } from '../support/service.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../support/two-party-file.ts'

// A fixed seed: the same probes each time, so that what fails can be looked at.
const seed = 20261122
const classification: Classification = classes

let service: TestService
const clients = {} as Record<AreaOfDatabase, pg.Client>
const files: TwoPartyFile[] = []
const actors = {} as Record<string, Id>

beforeAll(async () => {
  service = await testService()
  for (const area of ['public', 'portal', 'office', 'worker'] as const) clients[area] = await asLogin(service, area)
  for (const name of ['first mediator', 'second mediator']) {
    const { id } = await service.staff('mediator', name)
    actors[name] = id
    files.push(await fileWithTwoParties(service, id))
  }
  for (const role of ['coordinator', 'supervisor', 'privacyOfficer', 'administrator'])
    actors[role] = (await service.staff(role)).id
  for (const [name, file] of [
    ['first', files[0]],
    ['second', files[1]],
  ] as const) {
    if (!file) throw new Error('two files were made')
    Object.assign(actors, { [`${name} A`]: file.personA, [`${name} B`]: file.personB })
  }
  await moreRows()
})
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end()
  await service?.end()
})

/** Rows of other rules than those of a file: of nobody’s case, and of everyone. */
async function moreRows(): Promise<void> {
  await service.look(
    `INSERT INTO ev.venue (name, address, postcode) VALUES ('The Old Library', '4 Mill Lane', 'NR1 4ML')`,
  )
  await service.look(
    `INSERT INTO ev.whereabouts (person_id, kind, address, postcode, folded, source)
     SELECT person_id, 'home', '1 High Street', 'NR1 1AA', '1 high street nr11aa', 'self' FROM ev.party`,
  )
  await service.look(
    `INSERT INTO ev.enquiry (reference, channel, given_name, family_name, topic) VALUES ('E-1', 'telephone', 'Una', 'Known', 'both')`,
  )
}

interface Asked {
  readonly area: AreaOfDatabase
  readonly purpose: string
  readonly actor: string
  readonly table: string
  readonly column: string
}

/** The rows of a table that somebody may see, in other words than the software’s; null where the rule is of another kind. */
function rowsFor({ area, purpose, actor, table }: Asked): string | null {
  const rows = classification[table]?.rows
  if (!rows || 'hidden' in rows || 'agreedTo' in rows) return null
  if (area === 'public') return rows.by === 'actor' ? 'false' : 'true'
  if (area === 'worker') return 'true'
  const person = actors[actor] ? literal(actors[actor]) : 'NULL::uuid'
  const own = `SELECT case_id FROM ev.party WHERE person_id = ${person}`
  if (area === 'portal') {
    if (rows.by === 'person') return `${rows.column} = ${person}`
    if (rows.by === 'everyone') return 'alsoParties' in rows ? `EXISTS (${own})` : 'false'
    if (rows.by !== 'case') return null
    if ('bothParties' in rows) return `${rows.column} IN (${own})`
    if (!('zone' in rows) || !rows.zone) return 'false'
    return `EXISTS (SELECT FROM ev.party p WHERE p.person_id = ${person} AND p.case_id = t.${rows.column} AND t.${rows.zone} IN (p.side, 'both'))`
  }
  const role = actor.endsWith('mediator') ? 'mediator' : actor
  const may = Object.values(service.policy.roles)
    .find((it) => it.key === role)
    ?.may.find((it) => it.purpose === purpose)?.rows
  if (may === undefined) return rows.by === 'case' || rows.by === 'person' || rows.by === 'everyone' ? 'false' : null
  if (rows.by === 'everyone') return 'true'
  const given = `SELECT id FROM ev.case_file WHERE mediator_id = ${person}`
  if (rows.by === 'case') return may === 'any' ? 'true' : may === 'assigned' ? `${rows.column} IN (${given})` : 'false'
  if (rows.by !== 'person') return null
  const people = `SELECT person_id FROM ev.party WHERE case_id IN (${given})`
  return may === 'any' ? 'true' : may === 'assigned' ? `${rows.column} IN (${people})` : 'false'
}

type Count = (client: pg.Client, from: string, column: string) => Promise<number>
const lengthOf = async (client: pg.Client, sql: string) => (await client.query(sql)).rowCount ?? -1

/** Each way to learn how many rows there are. */
const ways: Record<string, Count> = {
  select: (client, from, column) => lengthOf(client, `SELECT ${column} FROM ${from}`),
  where: (client, from, column) =>
    lengthOf(client, `SELECT 1 FROM ${from} WHERE ${column} IS NOT NULL OR ${column} IS NULL`),
  'order by': (client, from, column) => lengthOf(client, `SELECT 1 FROM ${from} ORDER BY ${column}`),
  count: async (client, from) => (await client.query(`SELECT count(*)::int AS n FROM ${from}`)).rows[0].n,
  join: async (client, from, column) =>
    (
      await client.query(
        `SELECT count(one.n)::int AS n FROM (SELECT count(${column}) FROM ${from}) AS any_one CROSS JOIN LATERAL (SELECT 1 AS n FROM ${from}) AS one`,
      )
    ).rows[0].n,
  copy: (client, from, column) => lengthOf(client, `COPY (SELECT ${column} FROM ${from}) TO STDOUT`),
  cursor: async (client, from, column) => {
    await client.query(`DECLARE probe CURSOR FOR SELECT ${column} FROM ${from}`)
    return lengthOf(client, 'FETCH ALL FROM probe')
  },
  explain: async (client, from, column) => {
    const { rows } = await client.query(`EXPLAIN (ANALYZE, FORMAT JSON) SELECT ${column} FROM ${from}`)
    return rows[0]['QUERY PLAN'][0].Plan['Actual Rows']
  },
}

async function shown(it: Asked, way: string): Promise<number> {
  const client = clients[it.area]
  const role = roleNames(service.place.prefix).purpose(it.area, it.purpose)
  const settings = Object.entries({
    'ev.actor': actors[it.actor] ?? '',
    'ev.case': '',
    'ev.now': service.clock.now().toString(),
    role,
  })
  await client.query(
    `BEGIN; SELECT ${settings.map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`).join(', ')}`,
  )
  try {
    return await (ways[way] as Count)(client, `ev.${ident(it.table)}`, ident(it.column))
  } finally {
    await client.query('ROLLBACK')
  }
}

test('matrix: whoever asks for rows, in whichever way, gets those of the row rule and no other', async () => {
  const tables = [...new Set(accessPlan(service.policy).grants.map((it) => it.table))]
  const isThere = async (table: string) => (await service.look(`SELECT FROM ev.${ident(table)} LIMIT 1`)).length > 0
  const filled: string[] = []
  for (const table of tables) if (await isThere(table)) filled.push(table)
  const readable = accessPlan(service.policy).grants.filter(
    (it) => it.privilege === 'SELECT' && filled.includes(it.table) && rowsFor({ ...it, actor: 'coordinator' } as Asked),
  )
  const asked = fc
    .record({ grant: fc.constantFrom(...readable), actor: fc.constantFrom(...Object.keys(actors), 'nobody') })
    .map(({ grant, actor }) => ({ ...grant, actor }) as unknown as Asked)
  const seen = { all: 0, some: 0, none: 0 }
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(...Object.keys(ways)), async (it, way) => {
      const rule = rowsFor(it)
      if (rule === null) return
      const counts = `SELECT count(*)::int AS all, count(*) FILTER (WHERE ${rule})::int AS theirs FROM ev.${ident(it.table)} AS t`
      const [row] = await service.look<{ all: number; theirs: number }>(counts)
      const { all = 0, theirs = 0 } = row ?? {}
      if (all > 0) seen[theirs === 0 ? 'none' : theirs === all ? 'all' : 'some']++
      expect(await shown(it, way)).toBe(theirs)
    }),
    { seed, numRuns: 800, endOnFailure: true },
  )
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
}, 120_000)
