import { appendFile, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  callFrom,
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  staysOneByOne,
  sweepNow,
  sweepOn,
  sweepTools,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { noScanner } from '../../platform/files/scanner.ts'
import { openActJournal } from '../../platform/journal/act-journal.ts'
import type { ActLine } from '../../platform/journal/act-lines.ts'
import { type Id, newId } from '../../values/ids.ts'
import { addFile } from '../files/index.ts'
import { endsWithCase } from './domain/plan.ts'
import { sweep, sweepAlone } from './index.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

/** A closed case with a file in the vault, due on the day after which its waiting time is over. */
const dueCase = async () => {
  service.clock.set('2026-11-21T10:00:00Z')
  const caseId = await caseFrom(service, office, folder.keyring)
  const { keyring, vault } = folder
  const added = await addFile(service.desk.office, { keyring, vault, scanner: noScanner }, office.mediator, {
    key: newId(),
    caseId,
    zone: 'A',
    legalQuality: 'open',
    upload: { name: 'letter.txt', bytes: Buffer.from('Words that nobody else should read.') },
  })
  if (!added.done) throw new Error(added.reason)
  await close(service, office, caseId)
  await sweepOn(service, folder, '2033-10-24')
  service.clock.set('2033-11-21T12:00:00Z')
  return caseId
}
const isThere = async (id: Id) => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [id])).length === 1
const lines = async () => (await openActJournal(folder.path)).lines()
/** A deletion that is not kept yet cannot be seen from elsewhere; that a table is locked for it can. */
const nothingIsDeletedYet = async () =>
  (
    await service.look(
      `SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
        WHERE c.relnamespace = 'ev'::regnamespace AND c.relname IN ('party', 'person', 'child', 'stored_file') AND l.mode = 'RowExclusiveLock'
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
  ).length === 0
const linesOf = async (caseId: Id) => {
  const all = await lines()
  const intents = all.flatMap((line) =>
    line.line === 'intent' && line.act === 'erasure' && line.id === caseId ? [line] : [],
  )
  const outcomes = all.filter((line) => line.line === 'outcome')
  const results = intents.map((it) => outcomes.find((line) => line.intent === it.intent)?.result)
  return { intents, results }
}

describe('a process that ends', () => {
  test('between the journal and the first delete leaves the file whole, and the next run destroys it', async () => {
    const caseId = await dueCase()
    const tools = await sweepTools(service, folder)
    const { journal } = tools
    const cutOff = {
      lines: () => journal.lines(),
      append: async (line: ActLine) => {
        await journal.append(line)
        throw new Error('the power went')
      },
    } as unknown as typeof journal
    expect(await sweep(service.desk.worker, { ...tools, journal: cutOff })).toMatchObject({
      result: 'partial',
      failed: 1,
    })
    expect(await isThere(caseId)).toBe(true)
    expect((await linesOf(caseId)).results).toEqual([undefined])
    expect(await folder.vault.storedNames()).toHaveLength(1)
    expect(await sweepNow(service, folder)).toMatchObject({ result: 'done', repaired: 1, destroyed: { case: 1 } })
    expect((await linesOf(caseId)).results).toEqual(['kept', 'destroyed'])
    expect(await isThere(caseId)).toBe(false)
    expect(await folder.vault.storedNames()).toEqual([])
  })

  test('between the commit and the removal of files has them removed by the next run', async () => {
    const caseId = await dueCase()
    const tools = await sweepTools(service, folder)
    const vault = {
      remove: async () => {
        throw new Error('the power went')
      },
    }
    expect(await sweep(service.desk.worker, { ...tools, vault })).toMatchObject({ result: 'partial', failed: 1 })
    expect(await isThere(caseId)).toBe(false)
    expect(await folder.vault.storedNames()).toHaveLength(1)
    expect((await linesOf(caseId)).results).toEqual([undefined])
    expect(await sweepNow(service, folder)).toMatchObject({ result: 'done', repaired: 1 })
    expect(await folder.vault.storedNames()).toEqual([])
    expect((await linesOf(caseId)).results).toEqual(['destroyed'])
  })

  test('while it writes the journal destroys nothing', async () => {
    const caseId = await dueCase()
    const tools = await sweepTools(service, folder)
    const full = {
      lines: () => tools.journal.lines(),
      append: async () => {
        await appendFile(folder.journalPath, '{"line":"intent","int')
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      },
    } as unknown as typeof tools.journal
    expect(await sweep(service.desk.worker, { ...tools, journal: full })).toMatchObject({ failed: 1 })
    expect(await isThere(caseId)).toBe(true)
    expect(await sweepNow(service, folder)).toMatchObject({ repaired: 0, destroyed: { case: 1 } })
  })
})

test('the line stands in the journal before the first row goes, with identifiers and no word of the file', async () => {
  const caseId = await dueCase()
  const tools = await sweepTools(service, folder)
  const seen: boolean[] = []
  const { journal } = tools
  const watching = {
    lines: () => journal.lines(),
    append: async (...lines: ActLine[]) => {
      await journal.append(...lines)
      if (lines.at(0)?.line === 'intent') seen.push(await isThere(caseId), await nothingIsDeletedYet())
    },
  } as typeof journal
  await sweep(service.desk.worker, { ...tools, journal: watching })
  expect(seen).toEqual([true, true])
  const { intents } = await linesOf(caseId)
  expect(intents[0]).toMatchObject({
    of: 'case',
    rule: 'clientFile',
    policyHash: service.policy.hash,
    dueOn: '2033-11-21',
    counts: { case_file: 1, person: 2, stored_file: 1 },
    rows: { case_file: [caseId] },
  })
  expect(Object.keys(intents[0]?.rows ?? {}).toSorted()).toEqual([...endsWithCase].toSorted())
  const text = await readFile(folder.journalPath, 'utf8')
  // The number whole: five digits of it may stand in any identifier.
  for (const word of ['Tess', 'Otto', 'Ivy', 'letter.txt', '01632 960 100', '441632960100', 'example.org'])
    expect(text).not.toContain(word)
})

test('one file that fails leaves the others done, and the whole is called partial', async () => {
  const [one, two] = [await dueCase(), await dueCase()]
  const tools = await sweepTools(service, folder)
  const failing = {
    name: 'failing',
    of: ['case', 'enquiry'] as const,
    words: 'it fails',
    yieldsToCap: false,
    staying: staysOneByOne((id) => {
      if (id === one) throw new Error('a fault')
      return false
    }),
  }
  const swept = await sweep(service.desk.worker, { ...tools, checks: [...tools.checks, failing] })
  expect(swept).toMatchObject({ result: 'partial', failed: 1, destroyed: { case: 1 } })
  expect(await isThere(one)).toBe(true)
  expect(await isThere(two)).toBe(false)
  expect(await sweepNow(service, folder)).toMatchObject({ result: 'done', destroyed: { case: 1 } })
})

test('two sweeps at once destroy once', async () => {
  const caseIds = [await dueCase(), await dueCase(), await dueCase()]
  const tools = await sweepTools(service, folder)
  const both = await Promise.all([sweepAlone(service.desk.worker, tools), sweepAlone(service.desk.worker, tools)])
  expect(both.filter((it) => it !== null)).toHaveLength(1)
  // Even without the lock: each file is held by the one that destroys it.
  const more = [await dueCase(), await dueCase(), await dueCase()]
  const racing = await Promise.all([sweep(service.desk.worker, tools), sweep(service.desk.worker, tools)])
  expect(racing.map((it) => it.destroyed.case).reduce((sum, count) => sum + count, 0)).toBe(3)
  for (const id of [...caseIds, ...more]) {
    expect(await isThere(id)).toBe(false)
    expect((await linesOf(id)).intents).toHaveLength(1)
    expect(await service.look('SELECT FROM ev.destruction_certificate WHERE id = $1', [id])).toHaveLength(1)
  }
  expect(await folder.vault.storedNames()).toEqual([])
})

test('a person who is a party in another case stays, with the ways to reach them and what they agreed to', async () => {
  const ending = await dueCase()
  service.clock.set('2033-11-01T12:00:00Z')
  const staying = await caseFrom(service, office, folder.keyring, await callFrom(service, office))
  const [shared] = await service.look<{ person_id: Id }>(
    `SELECT person_id FROM ev.party WHERE case_id = $1 AND side = 'A'`,
    [ending],
  )
  await service.look(`UPDATE ev.party SET person_id = $1 WHERE case_id = $2 AND side = 'B'`, [
    shared?.person_id,
    staying,
  ])
  await service.look(
    `INSERT INTO ev.consent_subject (enquiry_id, person_id) SELECT id, $1 FROM ev.enquiry WHERE case_id = $2`,
    [shared?.person_id, ending],
  )
  expect(await sweepOn(service, folder, '2033-11-21')).toMatchObject({ result: 'done', destroyed: { case: 1 } })
  expect(await isThere(ending)).toBe(false)
  expect(await service.look('SELECT FROM ev.person WHERE id = $1', [shared?.person_id])).toHaveLength(1)
  expect(await service.look('SELECT FROM ev.contact_point WHERE person_id = $1', [shared?.person_id])).toHaveLength(2)
  expect(
    await service.look('SELECT enquiry_id FROM ev.consent_subject WHERE person_id = $1', [shared?.person_id]),
  ).toEqual([{ enquiry_id: null }])
})
