import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { endsWithCase } from '../../src/features/retention/domain/plan.ts'
import { superuserUrl } from '../support/server.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { Aviary } from './aviary.ts'
import { filesUnder, WholeCluster } from './places.ts'
import { type Find, type Place, Searcher } from './searching.ts'
import { unplantedColumns } from './unplanted-columns.ts'
import { untouchedRoutes } from './untouched-routes.ts'
import { type Life, liveWholeLife } from './whole-life.ts'

const birds = new Aviary()

/** The files of another server are not here to be looked at, and its log of changes is its operator’s. */
const filesAreHere = !process.env.DATABASE_URL

let db: TestService
let whole: WholeService
let cluster: WholeCluster
let life: Life
let searcher: Searcher
/** For the database’s own files: the word that is in all texts in every disguise, numbers as PostgreSQL writes them. */
let rawSearcher: Searcher
/** Who was told what, before the end. */
let textBefore: string

beforeAll(async () => {
  db = await testService({ at: '2026-11-23T10:00:00Z' })
  cluster = await WholeCluster.open(db, superuserUrl())
  await cluster.storeUncompressed()
  whole = await wholeService(db)
  life = await liveWholeLife(whole, birds)
  searcher = new Searcher(birds.wanted)
  rawSearcher = new Searcher([birds.marker], birds.numbers)
  textBefore = (await cluster.tables()).map((place) => place.bytes.toString()).join('\n')
}, 180_000)
afterAll(async () => {
  await whole?.end()
  await cluster?.close()
  await db?.end()
})

/** Defined where it can be run: on our own servers. */
const fileTest = (name: string, work: () => Promise<void> | void) => {
  // All files of a cluster are written anew and searched, while other tests write to the same disk.
  if (filesAreHere) test(name, work, 240_000)
}
const serverLogs = (): Place[] => (filesAreHere ? cluster.serverLogs() : [])
const own = (): Place[] => filesUnder(whole.folder, 'the service’s folder')
const log = (): Place => ({ name: 'the log', bytes: Buffer.from(whole.logged()) })
const told = (finds: readonly Find[]) => finds.map((it) => `${it.place}: ${it.how}: ${it.around}`)
const namesOf = (finds: readonly Find[]) => new Set(finds.map((it) => it.place.split(':')[0]))

describe('before the end', () => {
  test('a word stands in each column that holds what people told, so that none can be forgotten', async () => {
    expect(await unplantedColumns(db, birds, classification, endsWithCase)).toEqual([])
  })

  test('a form was sent to each address at which somebody can write something about people', () => {
    expect(untouchedRoutes(whole.routes, life.filler.sent)).toEqual([])
  })

  test('each word is in the database, unless it lies sealed there or was never taken in', () => {
    const elsewhere = /draft|broken off|file|no certificate|came too late|address of|a search|token|nothing|elsewhere/
    const lost = [...birds.words].filter(([word]) => !textBefore.toLowerCase().includes(word.toLowerCase()))
    // Words that a later word took the place of (a corrected name) are gone from their row: nothing of them was kept.
    const replaced =
      /^(given|family) name [AB]$|^((organisation|email) of a )?professional$|^child 0$|^(information|benefits|way|how to proceed|abuse risk|child risk|discussed|agreed|summary|note in A$)/
    expect(lost.map(([, field]) => field).filter((field) => !elsewhere.test(field) && !replaced.test(field))).toEqual(
      [],
    )
    const found = [...birds.words].filter(([word]) => textBefore.includes(word)).length
    expect(found).toBeGreaterThan(50)
  })

  test('the search sees them in tables', async () => {
    expect(searcher.search(await cluster.tables(), false).length).toBeGreaterThan(20)
  })

  fileTest('the search sees them in the cluster’s files and in the change log', async () => {
    // What was written is in the log until the next checkpoint, which other databases of the server may bring about at
    // any time: so it is written anew right before each look.
    const writtenAndSeen = async () => {
      await cluster.run('CREATE TABLE ev.copied (LIKE ev.person)')
      try {
        await cluster.run('INSERT INTO ev.copied SELECT * FROM ev.person')
        return rawSearcher.search(cluster.changeLog(), false).length
      } finally {
        await cluster.run('DROP TABLE ev.copied')
      }
    }
    await expect.poll(writtenAndSeen, { timeout: 20_000 }).toBeGreaterThan(0)
    await cluster.run('CHECKPOINT')
    expect(rawSearcher.search(cluster.clusterFiles(), false).length).toBeGreaterThan(20)
  })

  test('no log, and no file that the service keeps in clear, has one even now', () => {
    expect(told(searcher.search([log(), ...own(), ...serverLogs()]))).toEqual([])
  })

  fileTest('nothing of what people told is in the samples by which the database plans', async () => {
    await cluster.run('ANALYZE')
    const samples = (await cluster.tables()).filter((place) => place.name === 'table pg_statistic')
    expect(samples).toHaveLength(1)
    expect(told(searcher.search(samples))).toEqual([])
  })
})

/** The tables in which a word stands. */
const leftInTables = async () => namesOf(searcher.search(await cluster.tables()))

describe('after the end', () => {
  let survived: { readonly cards: readonly { readonly id: string }[]; readonly places: ReadonlySet<string | undefined> }
  beforeAll(async () => {
    const { coordinator, privacyOfficer } = life.cast
    const closing = `/office/cases/${life.caseId}/close`
    await life.filler.fill(coordinator, closing, { outcome: 'agreement' })
    const reopening = `/office/cases/${life.caseId}/reopen`
    await life.filler.fill(coordinator, reopening, { reason: 'They came back.' })
    await life.filler.fill(coordinator, closing, { outcome: 'part_agreement' })
    // Enquiries that never became a case go first, after six months; the file after seven years. A day of the sweep each.
    for (const day of ['2027-05-20', '2027-06-20', '2033-11-06', '2033-12-04']) {
      db.clock.set(`${day}T12:00:00Z`)
      await whole.runJobs()
    }
    const paper = `/office/retention/certificates/${life.caseId}/paper`
    await life.filler.fill(privacyOfficer, '/office/retention', { reference: '' }, { action: paper })
    // What is meant to outlive the file, and where else anything does. Then they ask for that to end as well.
    survived = {
      cards: await db.look(`SELECT * FROM ev.returning_card ORDER BY reference`),
      places: await leftInTables(),
    }
    for (const { id } of survived.cards) {
      await life.filler.fill(coordinator, `/office/cards/${id}`, {}, { action: `/office/cards/${id}/end` })
    }
    db.clock.set('2033-12-05T12:00:00Z')
    await whole.runJobs()
    if (filesAreHere) await cluster.settle()
  }, 180_000)

  test('of the file the cards are left, by which they are known again: names, birth dates, telephones and e-mails', () => {
    expect([...survived.places]).toEqual(['table ev.returning_card'])
    expect(survived.cards.length).toBeGreaterThan(0)
    const held = survived.cards.map((card) => JSON.stringify(card).toLowerCase()).join('\n')
    const fields = [...birds.words].filter(([word]) => held.includes(word.toLowerCase())).map(([, field]) => field)
    expect(fields.length).toBeGreaterThan(0)
    expect(fields.filter((field) => !/name|mail|^(corrected|given|family) /.test(field))).toEqual([])
  })

  test('the case, the enquiries and everything that hung on them is destroyed, and certified', async () => {
    const [left] = await db.look(
      `SELECT (SELECT count(*)::int FROM ev.case_file) AS cases, (SELECT count(*)::int FROM ev.enquiry) AS enquiries,
              (SELECT count(*)::int FROM ev.person) AS people, (SELECT count(*)::int FROM ev.message) AS messages,
              (SELECT count(*)::int FROM ev.draft) AS drafts, (SELECT count(*)::int FROM ev.case_key) AS keys,
              (SELECT count(*)::int FROM ev.destruction_certificate) AS certificates`,
    )
    expect(left).toEqual({
      cases: 0,
      enquiries: 0,
      people: 0,
      messages: 0,
      drafts: 0,
      keys: 0,
      certificates: 8 + survived.cards.length,
    })
  })

  test('no word is in a copy of any table', async () => {
    expect(told(searcher.search(await cluster.tables()))).toEqual([])
  })

  fileTest('no word is in the files of the cluster, after VACUUM FULL and a checkpoint', () => {
    const files = cluster.clusterFiles()
    expect(files.length).toBeGreaterThan(100)
    expect(told(rawSearcher.search(files, false))).toEqual([])
  })

  fileTest('no word is in the change log, once it was begun anew', () => {
    expect(told(rawSearcher.search(cluster.changeLog(), false))).toEqual([])
  })

  test('no word is in stored files, keys or the journal, and no stored file is left', async () => {
    const places = own()
    expect(places.some((place) => place.name.includes('acts.ndjson'))).toBe(true)
    expect(told(searcher.search(places))).toEqual([])
    expect(await whole.service.vault.storedNames()).toEqual([])
  })

  test('no word is in the logs of the service or of the server', () => {
    expect(whole.logged().length).toBeGreaterThan(100)
    expect(told(searcher.search([log(), ...serverLogs()]))).toEqual([])
  })

  test('the number of the case is gone too, now that its paper is', async () => {
    const left = new Searcher([life.caseReference]).search([...(await cluster.tables()), ...own(), log()])
    expect(told(left)).toEqual([])
  })
})

describe('the proof finds what is planted', () => {
  const word = () => `${birds.marker}leak`

  test('in a table of any schema', async () => {
    // Elsewhere nobody but the server's own people may make a schema.
    const schema = filesAreHere ? 'forgotten' : 'ev'
    if (filesAreHere) await cluster.run('CREATE SCHEMA forgotten')
    await cluster.run(`CREATE TABLE ${schema}.copy (said bytea)`)
    await cluster.run(`INSERT INTO ${schema}.copy VALUES (convert_to('${word()}', 'UTF8'))`)
    expect(namesOf(searcher.search(await cluster.tables()))).toEqual(new Set([`table ${schema}.copy`]))
  })

  fileTest('in the cluster’s files, in a row that is deleted and not yet written out', async () => {
    const writtenAndSeen = async () => {
      await cluster.run(`INSERT INTO forgotten.copy VALUES ('${word()}'); DELETE FROM forgotten.copy`)
      return rawSearcher.search(cluster.changeLog(), false).length
    }
    await expect.poll(writtenAndSeen, { timeout: 20_000 }).toBeGreaterThan(0)
    await cluster.run('CHECKPOINT')
    expect(searcher.search(await cluster.tables())).toEqual([])
    expect(namesOf(rawSearcher.search(cluster.clusterFiles(), false))).toEqual(new Set(['cluster']))
    await cluster.settle()
    expect(told(rawSearcher.search(cluster.clusterFiles(), false))).toEqual([])
    expect(told(rawSearcher.search(cluster.changeLog(), false))).toEqual([])
  })

  fileTest('in the samples of a column that is sampled', async () => {
    await cluster.run(`CREATE TABLE forgotten.sampled AS SELECT '${word()}' AS said FROM generate_series(1, 50)`)
    await cluster.run('ANALYZE forgotten.sampled; TRUNCATE forgotten.sampled')
    expect(namesOf(searcher.search(await cluster.tables()))).toEqual(new Set(['table pg_statistic']))
  })

  test('in a stored file, a packed file, the name of a file and the journal', () => {
    const names = () => [...new Set(searcher.search(own()).map((it) => it.place))]
    writeFileSync(join(whole.folder, 'files', 'a'.repeat(32)), Buffer.from(word(), 'utf16le'))
    writeFileSync(join(whole.folder, 'files', 'packed.gz'), gzipSync(`${word()} `.repeat(20)))
    writeFileSync(join(whole.folder, 'files', word()), 'nothing')
    appendFileSync(join(whole.folder, 'journal', 'acts.ndjson'), `${Buffer.from(`x${word()}`).toString('base64')}\n`)
    const found = names()
    expect(found).toHaveLength(4)
    expect(found.some((name) => name.includes('packed.gz (gzip'))).toBe(true)
    expect(found.some((name) => name.includes('acts.ndjson'))).toBe(true)
  })

  test('in the log', () => {
    whole.service.log.warn({ said: word() }, 'a mistake')
    expect(searcher.search([log()])).not.toEqual([])
  })

  test('in a number, a postcode and a date of birth', () => {
    for (const number of birds.numbers) {
      const bytes = Buffer.from(`{"a":"${Buffer.from(`x${number}`).toString('hex')}"}`)
      expect(searcher.search([{ name: 'somewhere', bytes }]), number).not.toEqual([])
    }
  })
})
