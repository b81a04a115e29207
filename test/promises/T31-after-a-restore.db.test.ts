import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeBackup } from '../../src/app/backup/make-backup.ts'
import { refuseForgetful } from '../../src/app/backup/quarantine.ts'
import { replayAll, restoreService } from '../../src/app/backup/restore-service.ts'
import { asInstaller } from '../../src/app/prepare-database.ts'
import { openSecrets } from '../../src/app/secrets.ts'
import { stopEmail } from '../../src/features/cases/actions/stop-email.ts'
import { placeHold } from '../../src/features/cases/index.ts'
import { addFile } from '../../src/features/files/index.ts'
import { Heads } from '../../src/platform/audit/heads.ts'
import { newBackupKey } from '../../src/platform/backup/sealed-file.ts'
import { noScanner } from '../../src/platform/files/scanner.ts'
import { openActJournal } from '../../src/platform/journal/act-journal.ts'
import { lostWords } from '../../src/platform/journal/do-again.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { anEnquirySetAside, expectSetAside } from '../support/an-enquiry-set-aside.ts'
import { anObjectionOverruled } from '../support/an-objection.ts'
import { type BlankDatabase, blankDatabase } from '../support/blank-database.ts'
import { callFrom, caseFrom, close, type Office, officeOf, sweepOn } from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

/*
 * T31, after a restore. A backup is made; then A is erased, B is held, C withdraws, and the enquiry of D is kept and not used. The machine is lost.
 * From the backup, the key and the journal a service is made again, and it opens only once all four are so again.
 */

let db: TestService
let whole: WholeService
let office: Office
let blank: BlankDatabase
let outside: string
let key: Awaited<ReturnType<typeof newBackupKey>>
let backup: string
const of = {} as Record<'a' | 'b' | 'c', Id>
let personC: Id
let enquiryD: Id

const caseNamed = async (familyName: string) =>
  caseFrom(db, office, whole.service.keyring, await callFrom(db, office, familyName))

const ownFolder = () => {
  const { keyring, vault } = whole.service
  return { keyring, vault, path: whole.folder, journalPath: '', remove: async () => {} }
}

const addLetter = async (caseId: Id) => {
  const { keyring, vault } = whole.service
  const upload = { name: 'letter.txt', bytes: Buffer.from('Words of A.') }
  const added = await addFile(
    whole.service.desks.desk.office,
    { keyring, vault, scanner: noScanner },
    office.mediator,
    {
      ...{ key: newId(), caseId, zone: 'A', legalQuality: 'open', upload },
    },
  )
  if (!added.done) throw new Error(added.reason)
}

beforeAll(async () => {
  db = await testService({ at: '2026-11-21T10:00:00Z' })
  whole = await wholeService(db)
  const policy = fileURLToPath(new URL('../../policies/mediation-trust/policy.ts', import.meta.url))
  await writeFile(join(whole.folder, 'policy.ts'), `export { default } from ${JSON.stringify(policy)}\n`)
  office = await officeOf(db)
  outside = await mkdtemp(join(tmpdir(), 'evenhand-outside-'))
  key = await newBackupKey()
  for (const name of ['a', 'b', 'c'] as const) of[name] = await caseNamed(`Caller${name}`)
  await addLetter(of.a)
  await addLetter(of.b)
  await close(db, office, of.a)
  // Closed seven years before it ends; the copy is made the day before.
  await sweepOn(db, ownFolder(), '2033-10-24')
  db.clock.set('2033-11-20T12:00:00Z')
  enquiryD = await callFrom(db, office, 'Callerd')
  backup = join(outside, 'copy.age')
  const { folder } = whole
  await makeBackup({ place: db.place, folder, path: backup, recipients: [key.recipient], now: db.clock.now() })

  await sweepOn(db, ownFolder(), '2033-11-21')
  const desk = whole.service.desks.desk.office
  const reviewOn = '2034-01-10'
  await placeHold(desk, office.privacyOfficer, {
    key: newId(),
    caseId: of.b,
    reason: 'A claim was announced.',
    reviewOn,
  })
  const [party] = await db.look<{ person_id: Id }>(`SELECT person_id FROM ev.party WHERE case_id = $1 AND side = 'A'`, [
    of.c,
  ])
  personC = party?.person_id as Id
  await stopEmail(desk, db.policy, office.coordinator, { key: newId(), caseId: of.c, personId: personC })
  await anObjectionOverruled(db, desk, { officer: office.privacyOfficer, person: personC })
  await anEnquirySetAside(db, desk, { officer: office.privacyOfficer, enquiry: enquiryD })
  blank = await blankDatabase()
})
afterAll(async () => {
  await blank?.end()
  await whole.end()
  await db.end()
  await rm(outside, { recursive: true, force: true })
})

const inRestored = <Row extends object>(sql: string, values: readonly unknown[] = []) =>
  asInstaller(blank.place, async (admin, names) => {
    await admin.query(`SET ROLE ${names.owner}`)
    return (await admin.query<Row>(sql, [...values])).rows
  })
const newFolder = () => mkdtemp(join(tmpdir(), 'evenhand-restored-'))
const restoreInto = (
  folder: string,
  more: { path?: string; identities?: string[]; journal?: string; at?: string } = {},
) =>
  restoreService({
    ...{ folder, path: more.path ?? backup, identities: more.identities ?? [key.identity] },
    ...{ journal: more.journal ?? join(whole.folder, 'journal', 'acts.ndjson'), open: async () => blank.place },
    now: Temporal.Instant.from(more.at ?? '2033-11-25T09:00:00Z'),
  })

describe('a backup', () => {
  test('shows nothing of what is in it', async () => {
    const bytes = await readFile(backup)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    for (const word of ['Callera', 'Words of A', 'person', 'policy']) expect(bytes.includes(word)).toBe(false)
  })

  test('is on record: when, how large, to which key', async () => {
    const rows = await db.look<{ size_bytes: string; key_name: string }>('SELECT size_bytes, key_name FROM ev.backup')
    expect(rows).toHaveLength(1)
    expect(key.recipient.startsWith(rows[0]?.key_name ?? 'x')).toBe(true)
    expect(Number(rows[0]?.size_bytes)).toBe((await readFile(backup)).length)
  })

  test.each([
    ['of another key', 'this key does not open it'],
    ['changed', 'it was changed, or is cut off'],
    ['cut off', 'it was changed, or is cut off'],
    ['of no kind', 'it was changed, or is cut off'],
    ['too old', 'This backup is of 2033-11-20. By the policy no copy is kept or used after 2033-12-25.'],
    ['without a journal', 'There is no file'],
  ])('that is %s is refused in plain words, and nothing of it comes back', async (how, words) => {
    const folder = await newFolder()
    const bytes = await readFile(backup)
    const path = join(outside, 'spoilt.age')
    const middle = Math.floor(bytes.length / 2)
    if (how === 'changed') bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(path, how === 'cut off' ? bytes.subarray(0, middle) : how === 'of no kind' ? 'hello\n' : bytes)
    const more = {
      ...(how === 'of another key' ? { identities: [(await newBackupKey()).identity] } : {}),
      ...(how === 'too old' ? { at: '2034-02-01T09:00:00Z' } : {}),
      ...(how === 'without a journal' ? { journal: join(outside, 'nothing.ndjson') } : {}),
    }
    await expect(restoreInto(folder, { path, ...more })).rejects.toThrow(words)
    expect(await blank.isEmpty()).toBe(true)
    for (const name of ['policy.ts', 'keys/service.key', 'secrets.json'])
      await expect(readFile(join(folder, name))).rejects.toThrow('ENOENT')
    await rm(folder, { recursive: true, force: true })
  })
})

// A new database is made to the schema and the rights of the policy: that takes its time.
const patience = { timeout: 600_000 }

test(
  'A is gone again, B is held again, C is asked no more, D is not used: then the service opens, and not before',
  patience,
  async () => {
    const folder = await newFolder()
    const journal = await openActJournal(whole.folder)
    // What a copy alone would bring back.
    expect((await journal.lines()).filter((line) => line.line === 'intent').map((line) => line.act)).toEqual([
      'erasure',
      'hold',
      'withdrawal',
      'objection',
      'objection-overruled',
      'restriction',
    ])
    const { replayed } = await restoreInto(folder)
    const done = { hold: 1, withdrawal: 1, erasure: 1, objection: 1, 'objection-overruled': 1, restriction: 1 }
    expect(replayed).toEqual({ done, failed: [] })

    // A: no row, no file, nothing to be found.
    for (const [table, column] of [
      ['case_file', 'id'],
      ['party', 'case_id'],
      ['stored_file', 'case_id'],
      ['case_key', 'case_id'],
    ])
      expect(await inRestored(`SELECT FROM ev.${table} WHERE ${column} = $1`, [of.a])).toEqual([])
    expect(await inRestored(`SELECT FROM ev.enquiry WHERE family_name = 'Callera'`)).toEqual([])
    const files = await inRestored<{ stored_name: string }>('SELECT stored_name FROM ev.stored_file')
    expect(files).toHaveLength(1)
    expect((await readdir(join(folder, 'files'))).toSorted()).toEqual(files.map((it) => it.stored_name))
    expect(await inRestored('SELECT FROM ev.destruction_certificate WHERE id = $1', [of.a])).toHaveLength(1)

    // B: whole, and held.
    await expect(inRestored('DELETE FROM ev.party WHERE case_id = $1', [of.b])).rejects.toThrow('this case is held')
    expect(
      await inRestored('SELECT review_on FROM ev.hold WHERE case_id = $1 AND lifted_at IS NULL', [of.b]),
    ).toHaveLength(1)

    // C: the mailbox is used for nothing more, and the ledger says since when.
    expect(
      await inRestored(`SELECT FROM ev.contact_point WHERE person_id = $1 AND kind = 'email' AND ended_at IS NULL`, [
        personC,
      ]),
    ).toEqual([])
    expect(
      await inRestored(
        `SELECT e.act FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
        WHERE s.person_id = $1 ORDER BY e.at DESC LIMIT 1`,
        [personC],
      ),
    ).toEqual([{ act: 'withdrawn' }])
    // Their objection was heard and decided: nobody weighs it a second time. The words are lost.
    expect(await inRestored('SELECT outcome, reason FROM ev.objection')).toEqual([
      { outcome: 'compelling', reason: lostWords },
    ])
    await expectSetAside(inRestored, { enquiry: enquiryD, caseId: of.b })
    await expect(refuseForgetful(blank.place, await openActJournal(folder))).resolves.toBeUndefined()
    await rm(folder, { recursive: true, force: true })
  },
)

test(
  'a database that came back by any other way does not open either, until the journal was replayed',
  patience,
  async () => {
    const folder = await newFolder()
    await cp(whole.folder, folder, { recursive: true })
    await inRestored('DELETE FROM ev.act_mark')
    await inRestored('DELETE FROM ev.hold WHERE case_id = $1 AND lifted_at IS NOT NULL', [of.b])
    const journal = await openActJournal(folder)
    await expect(refuseForgetful(blank.place, journal)).rejects.toThrow('restore journal')
    // Seals that the database has lost are noted as lost with it, and are no tail that somebody cut off.
    const heads = await Heads.open(folder, (await openSecrets(folder)).sealKey)
    await heads.append({ seq: 9, head: 'f'.repeat(64), count: 1 })
    expect((await replayAll(blank.place, folder)).failed).toEqual([])
    expect((await heads.lines()).at(-1)).toMatchObject({ seq: 0, restored: true })
    await expect(refuseForgetful(blank.place, journal)).resolves.toBeUndefined()
    await rm(folder, { recursive: true, force: true })
  },
)
