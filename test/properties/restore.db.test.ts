import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBackup } from '../../src/app/backup/make-backup.ts'
import { refuseForgetful } from '../../src/app/backup/quarantine.ts'
import { restoreService } from '../../src/app/backup/restore-service.ts'
import { classification } from '../../src/app/classification.ts'
import { asInstaller, type DatabasePlace } from '../../src/app/prepare-database.ts'
import { objectToUse, recordObjections, settleObjection, takeBack } from '../../src/features/answers/index.ts'
import { liftHold, placeHold } from '../../src/features/cases/index.ts'
import { announceLifting, liftRestriction, restrict } from '../../src/features/endings/index.ts'
import { newBackupKey } from '../../src/platform/backup/sealed-file.ts'
import { openActJournal } from '../../src/platform/journal/act-journal.ts'
import { objectionableUses } from '../../src/policy/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { filesUnder } from '../canary/places.ts'
import { Searcher } from '../canary/searching.ts'
import { undoubted } from '../support/a-request.ts'
import { carryOut, eraseOf } from '../support/an-erasure.ts'
import { blankDatabase } from '../support/blank-database.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { anyPieces, type RandomFile, randomFile, tablesOfPieces } from '../support/random-file.ts'

let day: OfficeDay
let outside: string
let key: Awaited<ReturnType<typeof newBackupKey>>

beforeAll(async () => {
  day = await officeDay()
  outside = await mkdtemp(join(tmpdir(), 'evenhand-outside-'))
  key = await newBackupKey()
  const policy = fileURLToPath(new URL('../../policies/mediation-trust/policy.ts', import.meta.url))
  await writeFile(join(day.whole.folder, 'policy.ts'), `export { default } from ${JSON.stringify(policy)}\n`)
})
afterAll(async () => {
  await day?.end()
  await rm(outside, { recursive: true, force: true })
})

const voice = async () => ({ serviceName: 'Test', contact: { email: '', telephone: '' } }) as never
const tools = () => ({ voice, policy: day.db.policy })
const rows = <Row extends object>(sql: string, ...values: readonly unknown[]) => day.db.look<Row>(sql, values)

/** The desks that write into the journal beside this service. */
const desk = () => day.whole.service.desks.desk

interface Whom {
  readonly caseId: Id
  readonly person: Id
}
type Act = (whom: Whom) => Promise<unknown>

/** What can be done about somebody, and undone where it can be; what does not fit at the moment does nothing. */
const acts: Record<string, Act> = {
  erase: async ({ person }) => {
    await eraseOf(day, person)
    await carryOut(day)
  },
  hold: ({ caseId }) => {
    const reviewOn = day.db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ months: 5 }).toString()
    const hold = { key: newId(), caseId, reason: 'A claim was announced.', reviewOn }
    return placeHold(desk().office, day.office.privacyOfficer, hold)
  },
  'lift a hold': async ({ caseId }) => {
    const [hold] = await rows<{ id: Id }>('SELECT id FROM ev.hold WHERE case_id = $1 AND lifted_at IS NULL', caseId)
    if (hold) await liftHold(desk().office, day.office.privacyOfficer, { key: newId(), caseId, holdId: hold.id })
  },
  restrict: async ({ person }) => {
    const requestId = await undoubted(day.db, day.office.privacyOfficer, person, 'restriction')
    const what = { covers: 'file', ground: 'accuracy', told: 'spoken' } as const
    await restrict(desk().office, tools(), day.office.privacyOfficer, { key: newId(), requestId, ...what })
  },
  'use again': async ({ person }) => {
    const [found] = await rows<{ id: Id; request_id: Id }>(
      'SELECT id, request_id FROM ev.restriction WHERE person_id = $1 AND lifted_at IS NULL',
      person,
    )
    if (!found) return
    const { office } = desk()
    const common = () => ({ key: newId(), requestId: found.request_id, restrictionId: found.id })
    await announceLifting(office, tools(), day.office.privacyOfficer, { ...common(), told: 'spoken' })
    await liftRestriction(office, tools(), day.office.privacyOfficer, common())
  },
  withdraw: ({ person: recordId }) =>
    takeBack(desk().portal, day.db.policy, recordId, { recordId, scope: 'emailContact' }),
  object: async ({ person }) => {
    const [use] = objectionableUses(day.db.policy, 'client')
    await objectToUse(desk().portal, day.db.policy, person, { key: newId(), purpose: use?.purpose ?? '' })
  },
  'object by telephone': async ({ person }) => {
    const [use] = objectionableUses(day.db.policy, 'client')
    const requestId = await undoubted(day.db, day.office.privacyOfficer, person, 'objection')
    const uses = { key: newId(), requestId, purposes: [use?.purpose ?? ''] }
    const noted = await recordObjections(desk().office, day.db.policy, day.office.privacyOfficer, uses)
    expect(noted.done).toBe(true)
  },
  uphold: ({ person }) => settle(person, 'upheld'),
  overrule: ({ person }) => settle(person, 'compelling'),
}

async function settle(person: Id, outcome: 'upheld' | 'compelling'): Promise<void> {
  const [found] = await rows<{ objectionId: Id; requestId: Id }>(
    `SELECT o.id AS "objectionId", r.id AS "requestId" FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id
      WHERE r.person_id = $1 AND o.outcome IS NULL`,
    person,
  )
  const how = { key: newId(), outcome, reason: outcome === 'upheld' ? null : 'Both need it' }
  if (found) await settleObjection(desk().office, day.office.privacyOfficer, { ...found, ...how })
}

const inForce = {
  holds: 'SELECT case_id, side, category, review_on FROM ev.hold WHERE lifted_at IS NULL',
  restrictions: 'SELECT person_id, covers, ground FROM ev.restriction WHERE lifted_at IS NULL',
  withdrawals: `SELECT * FROM (SELECT DISTINCT ON (s.person_id, e.scope) s.person_id, e.scope, e.act FROM ev.consent_event e
     JOIN ev.consent_subject s ON s.id = e.subject_id ORDER BY s.person_id, e.scope, e.at DESC) AS last WHERE act = 'withdrawn'`,
  objections: `SELECT r.person_id, o.purpose, o.outcome FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id`,
  'mailboxes in use': `SELECT id FROM ev.contact_point WHERE ended_at IS NULL`,
}
/** Everything that people told, of either party, of both and of the office. */
const told = ['person', 'party', 'child', ...tablesOfPieces]

type Look = (sql: string) => Promise<object[]>
async function standing(look: Look): Promise<Record<string, string[]>> {
  const questions = { ...inForce, ...Object.fromEntries(told.map((it) => [it, `SELECT * FROM ev.${it}`])) }
  const found: Record<string, string[]> = {}
  for (const [name, sql] of Object.entries(questions)) {
    const all = (await look(`SELECT to_jsonb(t)::text AS row FROM (${sql}) AS t`)) as { row: string }[]
    found[name] = all.map((it) => it.row).toSorted()
  }
  return found
}

const inPlace =
  (place: DatabasePlace): Look =>
  (sql) =>
    asInstaller(place, async (admin, names) => {
      await admin.query(`SET ROLE ${names.owner}`)
      return (await admin.query<object>(sql)).rows
    })

const nowhere = async (look: Look, words: readonly string[], folder: string) => {
  const places = filesUnder(folder, 'folder')
  for (const table of Object.keys(classification)) {
    const all = (await look(`SELECT to_jsonb(t)::text AS row FROM ev.${table} AS t`)) as { row: string }[]
    places.push({ name: table, bytes: Buffer.from(all.map((it) => it.row).join('\n')) })
  }
  const wanted = [...words, ...words.map((it) => it.toLowerCase())]
  return new Searcher([], wanted).search(places, false).map((it) => it.place)
}

async function lived(files: readonly RandomFile[], plan: readonly Step[]): Promise<void> {
  for (const { act, file, side } of plan) {
    const of = files[file % files.length] as RandomFile
    await acts[act]?.({ caseId: of.caseId, person: side === 'A' ? of.personA : of.personB })
    day.db.clock.forward('PT1H')
  }
}

const step = fc.record({
  // More is held and restricted than let go again, so that some of it stands at the end.
  act: fc.constantFrom(...Object.keys(acts), 'hold', 'restrict', 'erase'),
  file: fc.nat({ max: 3 }),
  side: fc.constantFrom('A' as const, 'B' as const),
})
type Step = typeof step extends fc.Arbitrary<infer It> ? It : never

/** A machine is lost; from a copy, the key and the journal the service is made again. */
async function restored(path: string, lost: Record<string, string[]>, erased: readonly string[]): Promise<void> {
  const blank = await blankDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'evenhand-restored-'))
  try {
    const journal = join(day.whole.folder, 'journal', 'acts.ndjson')
    const parts = { folder, path, identities: [key.identity], journal, open: async () => blank.place }
    const { replayed } = await restoreService({ ...parts, now: day.db.clock.now() })
    expect(replayed.failed).toEqual([])
    const look = inPlace(blank.place)
    expect(await standing(look)).toEqual(lost)
    expect(await nowhere(look, erased, folder)).toEqual([])
    const papers = (await look('SELECT stored_name AS name FROM ev.stored_file')) as { name: string }[]
    expect((await readdir(join(folder, 'files'))).toSorted()).toEqual(papers.map((it) => it.name).toSorted())
    await expect(refuseForgetful(blank.place, await openActJournal(folder))).resolves.toBeUndefined()
  } finally {
    await blank.end()
    await rm(folder, { recursive: true, force: true })
  }
}

test('restore: what was erased is gone again and what was held, restricted, withdrawn or objected to is so again', async () => {
  const { whole, db, office } = day
  const parts = { place: db.place, folder: whole.folder, recipients: [key.recipient] }
  const copied = async (name: string) => {
    const path = join(outside, name)
    await makeBackup({ ...parts, path, now: db.clock.now() })
    return path
  }
  const plan = fc.array(step, { minLength: 20, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(fc.array(anyPieces, { minLength: 4, maxLength: 4 }), plan, plan, async (all, ...plans) => {
      const files: RandomFile[] = []
      for (const pieces of all) files.push(await randomFile(whole, office.mediator, pieces))
      let copy = ''
      for (const [at, before] of plans.entries()) {
        await lived(files, before)
        if (at === 0) copy = await copied(`${newId()}.age`)
      }
      const look: Look = (sql) => db.look(sql)
      const lost = await standing(look)
      for (const name of Object.keys(inForce)) expect(lost[name]?.length, name).toBeGreaterThan(0)
      const words = files.flatMap((it) => it.planted.map(({ word }) => word))
      const left = Object.values(lost).flat().join('\n').toLowerCase()
      const erased = words.filter((it) => !left.includes(it.toLowerCase()))
      expect(erased.length).toBeGreaterThan(0)
      await restored(copy, lost, erased)
    }),
    // A fixed seed: the same acts each time, so that what fails can be looked at. A service is made anew for each run, which takes its time.
    { seed: 20261122, numRuns: 1, endOnFailure: true },
  )
}, 300_000)
