import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classification as classes } from '../../src/app/classification.ts'
import type { Classification } from '../../src/policy/classification.ts'
import type { CategoryKey } from '../../src/policy/vocabulary.ts'
import type { Id } from '../../src/values/ids.ts'
import { filesUnder, WholeCluster } from '../canary/places.ts'
import { type Place, Searcher } from '../canary/searching.ts'
import { carryOut, eraseOf } from '../support/an-erasure.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { pagesOfParty } from '../support/pages-of-a-party.ts'
import {
  anyPieces,
  type Piece,
  type Planted,
  type RandomFile,
  randomFile,
  tablesOfPieces,
} from '../support/random-file.ts'
import { superuserUrl } from '../support/server.ts'

const classification: Classification = classes

let day: OfficeDay
let cluster: WholeCluster

beforeAll(async () => {
  day = await officeDay()
  cluster = await WholeCluster.open(day.db, superuserUrl())
})
afterAll(async () => {
  await cluster?.close()
  await day?.end()
})

const categoryOf = (table: string) => classification[table]?.category as CategoryKey

/** Every row of every table, with its table. */
async function everyRow(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const table of Object.keys(classification)) {
    const rows = await day.db.look<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ev.${table} AS t`)
    for (const { row } of rows) found.add(`${table} ${row}`)
  }
  return found
}

/** All in which a word could be left. */
async function allPlaces(file: RandomFile): Promise<Place[]> {
  const { whole, mediator, coordinator } = day
  const page = async (name: string, html: Promise<{ html: string }>) => ({
    name,
    bytes: Buffer.from((await html).html),
  })
  return [
    ...(await cluster.tables()),
    ...filesUnder(whole.folder, 'the service’s folder'),
    { name: 'the log', bytes: Buffer.from(whole.logged()) },
    await page('the case', mediator.get(`/office/cases/${file.caseId}`)),
    await page('the first party', coordinator.get(`/office/cases/${file.caseId}/people/${file.personA}`)),
    await page('the other party', coordinator.get(`/office/cases/${file.caseId}/people/${file.personB}`)),
  ]
}

/** Looks for every word as it is typed, and for one of each table in each disguise, where the service writes. */
function leftIn(places: readonly Place[], erased: readonly Planted[]): string[] {
  const words = erased.map((it) => it.word)
  const oneOfEach = [...new Map(erased.map((it) => [it.table, it.word])).values()]
  const ours = places.filter((it) => !/^table (?!ev\.|auth\.)/.test(it.name))
  const found = [
    ...new Searcher([], [...words, ...words.map((it) => it.toLowerCase())]).search(places, false),
    ...new Searcher(oneOfEach).search(ours),
  ]
  const tableOf = (how: string) => erased.find((it) => how.toLowerCase().startsWith(it.word.toLowerCase()))?.table
  return found.map((it) => `${it.place}: ${tableOf(it.how)}`)
}

const isFound = async (word: string, caseId: Id) =>
  (await day.coordinator.send('/office/today', { q: word }, '/office/search')).html.includes(caseId)

async function eraseOne(pieces: readonly Piece[], side: 'A' | 'B', kept: readonly string[]): Promise<void> {
  const { whole, db, office } = day
  const file = await randomFile(whole, office.mediator, pieces)
  const [person, other] = side === 'A' ? [file.personA, file.personB] : [file.personB, file.personA]
  const browser = await whole.partyIn(other)
  const [pages, rows] = [await pagesOfParty(whole, browser), await everyRow()]
  const gone = await eraseOf(day, person, (it) => !kept.includes(it))
  if (gone.length === 0) return
  expect(await carryOut(day)).toBe(1)

  const erased = file.planted.filter((it) => it.whose === side && gone.includes(categoryOf(it.table)))
  const words = erased.map((it) => it.word)
  expect(leftIn(await allPlaces(file), erased)).toEqual([])
  for (const word of words.slice(0, 2)) expect(await isFound(word, file.caseId)).toBe(false)
  const papers = await db.look<{ name: string }>('SELECT stored_name AS name FROM ev.stored_file')
  expect((await whole.service.vault.storedNames()).toSorted()).toEqual(papers.map((it) => it.name).toSorted())

  expect(await pagesOfParty(whole, browser)).toEqual(pages)
  const now = await everyRow()
  const lost = [...rows].filter((row) => !now.has(row))
  const partys = await db.look<{ id: Id }>('SELECT id FROM ev.party WHERE person_id = $1', [person])
  const names = [`"person_id": "${person}"`, `"party_id": "${partys[0]?.id}"`]
  const isOwn = (row: string) =>
    names.some((it) => row.includes(it)) ||
    (row.includes(`"case_id": "${file.caseId}"`) && row.includes(`"zone": "${side}"`))
  // What hangs on something of theirs, and names nobody, goes with it.
  const own = lost.filter(isOwn).flatMap((row) => /"id": "([^"]+)"/.exec(row)?.[1] ?? [])
  const isOf = (row: string) => isOwn(row) || own.some((id) => row.includes(`_id": "${id}"`))
  expect(lost.filter((row) => !isOf(row) || !gone.includes(categoryOf(row.split(' ')[0] ?? '')))).toEqual([])
}

test('erase: of whatever somebody’s file is made, nothing that was erased is left, and the other party sees no change', async () => {
  // Of the kinds of data that such a file has, some are not deleted: a row that stays may hang on one that goes.
  const staying = fc.noBias(fc.subarray([...new Set(tablesOfPieces.map(categoryOf))]))
  await fc.assert(
    fc.asyncProperty(anyPieces, fc.constantFrom('A' as const, 'B' as const), staying, eraseOne),
    // A fixed seed: the same files each time, so that what fails can be looked at.
    { seed: 20261122, numRuns: 10, endOnFailure: true },
  )
}, 240_000)
