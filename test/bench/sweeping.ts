import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadPolicy } from '../../src/app/load-policy.ts'
import { openDatabase } from '../../src/app/open-database.ts'
import { prepare } from '../../src/app/policy-in-force.ts'
import { openSecrets } from '../../src/app/secrets.ts'
import { openService, type Service } from '../../src/app/service.ts'
import { plansOf } from '../../src/features/retention/data/plans.ts'
import { allRows, endsWithCase } from '../../src/features/retention/domain/plan.ts'
import { sweepAlone, usualChecks } from '../../src/features/retention/index.ts'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { silentLog } from '../../src/platform/log.ts'
import { asId, type Id } from '../../src/values/ids.ts'
import { fillClosed, type Round } from './fill-closed.ts'

// A sweep that destroys closed files beside the bare deletes of as many rows of as many like files: in turn, in one run, in one database.
// Both have the constraints and triggers of the tables; the bare one has nothing else. Says in one line of JSON what it took.

/** Milliseconds of each round. */
export interface SweepTimes {
  readonly files: number
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

const perRound = Number(process.env.BENCH_FILES ?? 1000)
const root = join(import.meta.dirname, '..', '..')
const data = mkdtempSync(join(tmpdir(), 'evenhand-bench-sweep-'))
// Two months apart, so that while one round goes the next is not yet in sight.
const rounds: readonly Round[] = Array.from({ length: 10 }, (_, number) => ({
  number,
  closedOn: Temporal.PlainDate.from('2010-01-04')
    .add({ months: 2 * number })
    .toString(),
}))

const policy = await loadPolicy(join(root, 'policies', 'mediation-trust', 'policy.ts'))
const secrets = await openSecrets(data)
const database = await openDatabase(data, undefined, () => {})
const place = {
  ...{
    installerUrl: database.installerUrl,
    prefix: secrets.prefix,
    passwords: secrets.passwords,
    clock: 'given' as const,
  },
}
let now = Temporal.Instant.from('2016-01-01T12:00:00Z')

async function owner(): Promise<pg.Client> {
  const url = new URL(place.installerUrl)
  url.searchParams.set('options', `-c role=${roleNames(place.prefix).owner}`)
  const client = new pg.Client(url.href)
  await client.connect()
  return client
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const idsOf = async (client: pg.Client, half: string, { number }: Round) => {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM bench.file WHERE half = $1 AND round = $2', [
    half,
    number,
  ])
  return rows.map((row) => asId(row.id))
}

/** Shown for as long as the policy says: what the sweep did weeks before. */
const announce = (client: pg.Client, ids: readonly Id[], dueOn: string) =>
  client.query(
    `INSERT INTO ev.retention_state (aggregate, aggregate_id, rule, policy_hash, due_on, status, since, wait_until)
     SELECT 'case', it, 'clientFile', $2, $3, 'provisional', $4, $3 FROM unnest($1::uuid[]) AS it`,
    [ids, policy.hash, dueOn, now.subtract({ hours: 28 * 24 }).toString()],
  )

async function sweepRound(service: Service, ids: readonly Id[]): Promise<number> {
  const tools = { policy, vault: service.vault, journal: service.journal, checks: usualChecks, asksAboutLeaps: false }
  let destroyed = 0
  const time = await timed(async () => {
    destroyed = (await sweepAlone(service.desks.desk.worker, tools))?.destroyed.case ?? 0
  })
  if (destroyed !== ids.length) throw new Error(`${destroyed} of ${ids.length} files were destroyed`)
  return time
}

/** The rows are found before the time is taken: it is that of the deletes alone, one statement a table, in one transaction. */
async function deleteRound(client: pg.Client, service: Service, ids: readonly Id[]): Promise<number> {
  const deed = { purpose: 'retention', deed: 'retention.looked' } as const
  const plans = await service.desks.desk.worker.read(null, deed, (scope) => plansOf(scope, 'case', ids))
  const rows = allRows([...plans.values()])
  return timed(async () => {
    await client.query('BEGIN')
    for (const table of endsWithCase) {
      const key = table === 'case_key' ? 'case_id' : table === 'retention_state' ? 'aggregate_id' : 'id'
      if (rows[table]?.length) await client.query(`DELETE FROM ev.${table} WHERE ${key} = ANY ($1)`, [rows[table]])
    }
    await client.query('COMMIT')
  })
}

async function measure(client: pg.Client): Promise<SweepTimes> {
  const clock = { now: () => now }
  const origin = new URL('http://localhost')
  const service = await openService({ policy, clock, secrets, mail: null, origin, log: silentLog, place, folder: data })
  const [ours, bare]: [number[], number[]] = [[], []]
  for (const round of rounds) {
    const dueOn = Temporal.PlainDate.from(round.closedOn).add({ years: 7 })
    now = dueOn.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant()
    const [swept, deleted] = [await idsOf(client, 'swept', round), await idsOf(client, 'bare', round)]
    const sweeping = async () => {
      await announce(client, swept, dueOn.toString())
      ours.push(await sweepRound(service, swept))
    }
    const deleting = async () => {
      await announce(client, deleted, dueOn.toString())
      bare.push(await deleteRound(client, service, deleted))
    }
    for (const part of round.number % 2 ? [deleting, sweeping] : [sweeping, deleting]) await part()
  }
  await service.desks.close()
  return { files: perRound * rounds.length, ours, bare }
}

/** As the installer, who fills it; what is open is closed also when something fails. */
async function withClient<Result>(client: pg.Client, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

try {
  await prepare(place, policy, now)
  const installer = new pg.Client(place.installerUrl)
  await installer.connect()
  await withClient(installer, async (client) => {
    await fillClosed(client, perRound, rounds)
    const { owner: role } = roleNames(place.prefix)
    await client.query(`GRANT USAGE ON SCHEMA bench TO ${role}`)
    await client.query(`GRANT SELECT ON bench.file TO ${role}`)
  })
  process.stdout.write(`${JSON.stringify(await withClient(await owner(), measure))}\n`)
} finally {
  await database.stop()
  deleteHome(join(data, 'postgres'))
  rmSync(data, { recursive: true, force: true })
}
