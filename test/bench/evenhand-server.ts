import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { loadPolicy } from '../../src/app/load-policy.ts'
import type { DatabasePlace } from '../../src/app/prepare-database.ts'
import { type ExtensionParts, startService } from '../../src/app/start-service.ts'
import { machineClock } from '../../src/platform/clock/service-clock.ts'
import { deleteHome } from '../../src/platform/database/embedded-home.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import { silentLog } from '../../src/platform/log.ts'
import { freePort } from '../../src/platform/processes/free-port.ts'
import { makeSignInFor } from '../../src/platform/sign-in/direct-sign-in.ts'
import { asId, newId } from '../../src/values/ids.ts'
import { fill } from './fill.ts'
import { formOf, type MeasuredPage, measuredPages } from './pages.ts'
import { type SentStatement, sentDuring } from './sent-statements.ts'

// A whole service on the data of the measurement, in a process of its own. Says in one line of JSON what is needed to ask it, and
// goes with everything it made when its input is closed.

interface Sent {
  readonly own: readonly SentStatement[]
  readonly all: number
  readonly databaseUrl: string
}

export interface ServiceUnderLoad {
  readonly address: string
  readonly formSecret: string
  readonly people: Readonly<Record<MeasuredPage['by'], { readonly id: string; readonly cookie: string }>>
  readonly caseId: string
  /** A mediator who has an appointment at ten on each day of the week that is looked at. */
  readonly taken: string
  /** By page: its own statements, how many were sent in all, and where the same facts are without rights and row rules. */
  readonly statements: Readonly<Record<string, Sent>>
}

const root = join(import.meta.dirname, '..', '..')
const data = mkdtempSync(join(tmpdir(), 'evenhand-bench-'))

async function start() {
  const port = await freePort()
  const held: { parts: ExtensionParts | null; place: DatabasePlace | null } = { parts: null, place: null }
  const running = await startService({
    ...{ data, host: '127.0.0.1', port, origin: new URL(`http://localhost:${port}`), otherOrigins: [] },
    ...{ trustedProxy: [], databaseUrl: undefined, mail: undefined, databaseClock: 'machine', log: silentLog },
    policy: await loadPolicy(join(root, 'policies', 'mediation-trust', 'policy.ts')),
    assetFolder: join(root, 'node_modules', '.cache', 'evenhand-assets'),
    say: () => {},
    clock: async (place) => {
      held.place = place
      return machineClock
    },
    extend: async (parts) => {
      held.parts = parts
      return { routes: [], extras: {} }
    },
  })
  return { running, parts: held.parts as ExtensionParts, place: held.place as DatabasePlace }
}

/** As the database's owner, who fills it. */
function ownerUrl(place: DatabasePlace): string {
  const url = new URL(place.installerUrl)
  url.searchParams.set('options', `-c role=${roleNames(place.prefix).owner}`)
  return url.href
}

/** As somebody who may all that the owner may, whom no row rule binds, and whom the functions that ask who asks answer as they do the page. */
async function bareUrl(place: DatabasePlace, page: MeasuredPage, actor: string): Promise<string> {
  const { owner, prefix } = roleNames(place.prefix)
  const role = `${prefix}_bare_${page.purpose}`
  const client = new pg.Client(place.installerUrl)
  await client.connect()
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount === 0) {
    await client.query(`CREATE ROLE ${role} BYPASSRLS IN ROLE ${owner}`)
    await client.query(
      `INSERT INTO ev.role_rule (staff_role, db_role, row_scope) VALUES ('coordinator', '${role}', 'any'), ('mediator', '${role}', 'any')`,
    )
  }
  await client.end()
  const url = new URL(place.installerUrl)
  url.searchParams.set('options', `-c role=${role} -c ev.actor=${actor} -c search_path=ev,pg_temp`)
  return url.href
}

async function describe(address: string, parts: ExtensionParts, place: DatabasePlace): Promise<ServiceUnderLoad> {
  const client = new pg.Client(ownerUrl(place))
  await client.connect()
  await fill(client)
  const coordinator = newId()
  await client.query(
    `INSERT INTO ev.staff (id, name, email, role, joined_at) VALUES ($1, 'Coordinator', 'coordinator@bench.example', 'coordinator', now())`,
    [coordinator],
  )
  const { rows } = await client.query<{ id: string; mediator: string }>(
    `SELECT c.id, c.mediator_id AS mediator FROM ev.case_file c WHERE c.status = 'live'
        AND (SELECT count(*) FROM ev.session_record r WHERE r.case_id = c.id) >= 20 ORDER BY c.opened_at DESC LIMIT 1`,
  )
  const taken = await client.query<{ id: string }>(
    `SELECT mediator_id AS id FROM ev.appointment WHERE starts_at = '2027-01-13 10:00Z' ORDER BY 1 LIMIT 1`,
  )
  await client.end()
  const [found] = rows
  if (!found) throw new Error('no live case has twenty notes')
  const cookieOf = async (id: string) => {
    const { name, value } = await makeSignInFor(parts.signIn.ground, asId(id), { cookies: {} })
    return { id, cookie: `${name}=${value}` }
  }
  const people = { coordinator: await cookieOf(coordinator), mediator: await cookieOf(found.mediator) }
  const given = { address, people, caseId: found.id, taken: String(taken.rows[0]?.id) }
  const formSecret = parts.service.secrets.formSecret.toString('hex')
  const statements: Record<string, Sent> = {}
  const login = roleNames(place.prefix).login('office')
  for (const page of measuredPages) {
    const ask = () => askOnce(page, given, parts)
    await ask()
    const databaseUrl = await bareUrl(place, page, people[page.by].id)
    statements[page.name] = { ...(await sentDuring(login, ask)), databaseUrl }
  }
  return { ...given, formSecret, statements }
}

async function askOnce(
  page: MeasuredPage,
  given: Pick<ServiceUnderLoad, 'address' | 'people' | 'caseId' | 'taken'>,
  { tokens }: ExtensionParts,
): Promise<void> {
  const { id, cookie } = given.people[page.by]
  const answer = await fetch(given.address + page.path.replace(':case', given.caseId), {
    method: page.method,
    redirect: 'manual',
    headers: { cookie, origin: given.address },
    ...(page.form
      ? { body: new URLSearchParams({ ...formOf(page, given.taken), _form: tokens.make('office', asId(id)) }) }
      : {}),
  })
  await answer.text()
  if (answer.status !== page.answers) throw new Error(`${page.name} answered ${answer.status}`)
}

const { running, parts, place } = await start()
const end = () =>
  running.close().finally(() => {
    deleteHome(join(data, 'postgres'))
    rmSync(data, { recursive: true, force: true })
    process.exit(0)
  })
process.stdin.resume().once('end', end)
process.once('SIGTERM', end)
process.stdout.write(`${JSON.stringify(await describe(running.address, parts, place))}\n`)
