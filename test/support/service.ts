import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { applyPolicy } from '../../src/app/apply-policy.ts'
import { type Desks, openDesks } from '../../src/app/desks.ts'
import { type DatabasePlace, installSchema } from '../../src/app/prepare-database.ts'
import type { ServiceClock } from '../../src/platform/clock/service-clock.ts'
import { readMigrations } from '../../src/platform/database/migrate.ts'
import { loginProcesses } from '../../src/platform/database/role-names.ts'
import { type ActJournal, openActJournal } from '../../src/platform/journal/act-journal.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { CompiledPolicy } from '../../src/policy/compiled.ts'
import { asId, type Id, newId } from '../../src/values/ids.ts'
import { shippedPolicy, type TestPolicy } from './policies.ts'
import { serverUrl } from './server.ts'

/** A service clock that a test sets. */
export class TestClock implements ServiceClock {
  #now: Temporal.Instant
  constructor(start: string) {
    this.#now = Temporal.Instant.from(start)
  }
  now() {
    return this.#now
  }
  /** Moves forward by an ISO duration in London's calendar: `P1D`, `P6Y6M`. */
  forward(duration: string) {
    this.#now = this.#now.toZonedDateTimeISO('Europe/London').add(duration).toInstant()
  }
  set(instant: string) {
    this.#now = Temporal.Instant.from(instant)
  }
}

export interface TestService extends Desks {
  readonly policy: CompiledPolicy
  readonly place: DatabasePlace
  readonly clock: TestClock
  readonly journal: ActJournal
  /** Rows as they are, beyond every rule: for looking, by the owner of the tables. */
  look<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** Somebody on the staff, made as the administrator would have. */
  staff(role: string, name?: string): Promise<{ id: Id; name: string; role: string }>
  end(): Promise<void>
}

// Fixed passwords: test databases hold nobody's data, and clusters are on loopback.
export const testPasswords = Object.fromEntries(
  loginProcesses.map((it) => [it, 'test-password']),
) as DatabasePlace['passwords']

const urlOf = (database: string) => {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A service with a database of its own, cloned from a template that is made once for each schema and policy. */
export async function testService(options: { policy?: TestPolicy; at?: string } = {}): Promise<TestService> {
  const policyName = options.policy ?? 'trust'
  const policy = await shippedPolicy(policyName)
  const prefix = `evt${policyName === 'trust' ? 'a' : 'b'}`
  const template = await templateFor(policy, prefix)
  const database = `evt_${newId().replaceAll('-', '')}`
  await onServer((client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`))
  const place = { installerUrl: urlOf(database), prefix, passwords: testPasswords, clock: 'given' as const }
  const clock = new TestClock(options.at ?? '2026-11-23T10:00:00Z')
  const folder = join(tmpdir(), database)
  const journal = await openActJournal(folder)
  const desks = openDesks(place, clock, silentLog, journal)
  const owner = new pg.Client({ connectionString: place.installerUrl })
  await owner.connect()
  await owner.query(`SET ROLE ${prefix}_owner`)
  // What a test writes by itself happens at the test's time, like all else: by the machine's it would be before or after
  // what the service did, by the day on which the test is run.
  let told = ''
  const asOwner = async (sql: string, parameters: readonly unknown[]) => {
    const now = clock.now().toString()
    if (told !== now) {
      told = now
      await owner.query(`SELECT set_config('ev.now', $1, false)`, [now])
    }
    return owner.query(sql, [...parameters])
  }
  return {
    ...desks,
    journal,
    policy,
    place,
    clock,
    look: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await asOwner(sql, parameters)).rows as Row[],
    staff: async (role, name = `Test ${role}`) => {
      const id = asId(newId())
      await asOwner('INSERT INTO ev.staff (id, name, email, role) VALUES ($1, $2, $3, $4)', [
        id,
        name,
        `${id}@service.example`,
        role,
      ])
      return { id, name, role }
    },
    end: async () => {
      await desks.close()
      await owner.end()
      await rm(folder, { recursive: true, force: true })
      await onServer((client) => dropDatabase(client, database))
    },
  }
}

// Only a superuser may force an autovacuum worker out; without force the server asks it to leave and waits a while.
const dropDatabase = (client: pg.Client, database: string) =>
  client
    .query(`DROP DATABASE ${database} WITH (FORCE)`)
    .catch(() => client.query(`DROP DATABASE IF EXISTS ${database}`))

/** Made under a lock, since test files run at the same time. */
async function templateFor(policy: CompiledPolicy, prefix: string): Promise<string> {
  const { accessPlan } = await import('../../src/app/access.ts')
  const migrations = await readMigrations()
  const seen = JSON.stringify([migrations.map((it) => it.digest), policy.hash, accessPlan(policy), templateVersion])
  const name = `evt_template_${prefix}_${createHash('sha256').update(seen).digest('hex').slice(0, 16)}`
  await onServer(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('evenhand.template'))`)
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await makeTemplate(client, name, policy, prefix)
  })
  return name
}

const templateVersion = 2

async function makeTemplate(client: pg.Client, name: string, policy: CompiledPolicy, prefix: string): Promise<void> {
  const making = `${name}_making`
  await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${making}`)
  const place = { installerUrl: urlOf(making), prefix, passwords: testPasswords, clock: 'given' as const }
  await installSchema(place, policy)
  const at = Temporal.Instant.from('2020-01-01T00:00:00Z')
  await applyPolicy(place, policy, { approvedBy: 'Test', notice: {}, changes: [], at })
  await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`)
}
