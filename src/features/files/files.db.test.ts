import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../test/support/a-case.ts'
import { type FileGround, fileGround } from '../../../test/support/file-ground.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { newCaseKey } from '../../platform/files/keyring.ts'
import type { ScanAnswer } from '../../platform/files/scanner.ts'
import type { Staff } from '../../platform/web/route.ts'
import { type Id, newId } from '../../values/ids.ts'
import { type AddFileReason, addFile } from './actions/add-file.ts'
import { downloadFile } from './actions/download-file.ts'
import { refuseFile, releaseFile } from './actions/settle-file.ts'
import type { Zone } from './domain/zones.ts'
import { removeOrphans } from './jobs/remove-orphans.job.ts'

let service: TestService
let ground: FileGround
let mediator: Staff
let other: Staff
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  mediator = await service.staff('mediator', 'Ruth Iqbal')
  other = await service.staff('mediator', 'Owen Price')
})
beforeEach(async () => {
  it = await ground.aCaseWithKey({ mediator: mediator.id })
})
afterAll(async () => {
  await service.end()
  await ground.end()
})

const words = 'The boiler was mended in May and cost 900 pounds.'
const note = { name: 'boiler.txt', bytes: Buffer.from(words) }
const scannedAs = (answer: ScanAnswer) => ({ ...ground, scanner: { scan: async () => answer } })
const clean = { verdict: 'clean' } as const
const infected = { verdict: 'infected', signature: 'Eicar' } as const

async function attach(more: Partial<Parameters<typeof addFile>[3]> = {}, tools = ground, actor = mediator.id) {
  const input = { key: newId(), caseId: it.caseId, zone: 'A', legalQuality: 'open', upload: note, ...more } as const
  return addFile(service.desk.office, tools, actor, input)
}
async function attached(tools = ground, more: Partial<Parameters<typeof addFile>[3]> = {}): Promise<Id> {
  const outcome = await attach(more, tools)
  if (!outcome.done) throw new Error(outcome.reason)
  return outcome.value.fileId as Id
}
const download = (fileId: Id, actor = mediator.id) => downloadFile(service.desk.office, ground, actor, fileId)
const rowOf = async (fileId: Id) =>
  (
    await service.look<{ status: string; stored_name: string }>('SELECT * FROM ev.stored_file WHERE id = $1', [fileId])
  )[0]
const deedsOn = async (fileId: Id) =>
  (
    await service.look<{ act: string }>('SELECT act FROM ev.access_log WHERE subject_id = $1 ORDER BY id', [fileId])
  ).map((row) => row.act)
const namesInVault = () => readdir(ground.folder)

describe('a file that was attached', () => {
  test('is held back, and can be opened by nobody until a person releases it', async () => {
    const fileId = await attached()
    expect(await download(fileId)).toEqual({ done: false, reason: 'file.heldBack' })
    const tasks = await service.look('SELECT kind, for_staff FROM ev.task WHERE subject_id = $1 AND done_at IS NULL', [
      fileId,
    ])
    expect(tasks).toEqual([{ kind: 'release-file', for_staff: mediator.id }])

    expect((await releaseFile(service.desk.office, ground, mediator.id, { key: newId(), fileId })).done).toBe(true)
    const opened = await download(fileId)
    expect(opened.done && opened.value.bytes.toString()).toBe(words)
    expect(await deedsOn(fileId)).toEqual(
      expect.arrayContaining(['file.added', 'file.released', 'file.opened', 'file.downloaded']),
    )
    expect(await service.look('SELECT FROM ev.task WHERE subject_id = $1 AND done_at IS NULL', [fileId])).toEqual([])
  })

  test('is in the file at once when a scanner found it clean and nothing in it wants a look', async () => {
    expect((await download(await attached(scannedAs(clean)))).done).toBe(true)
  })

  test('is held back although it is clean when it could do something', async () => {
    const pdf = Buffer.from(
      '%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n',
    )
    const fileId = await attached(scannedAs(clean), { upload: { name: 'statement.pdf', bytes: pdf } })
    expect(await rowOf(fileId)).toMatchObject({
      status: 'quarantined',
      scan: 'clean',
      flags: expect.arrayContaining(['pdf.script']),
    })
  })

  test('is kept encrypted, under a name that says nothing', async () => {
    const row = await rowOf(await attached())
    const stored = await readFile(join(ground.folder, row?.stored_name ?? ''))
    expect(stored.includes(words)).toBe(false)
    expect(row?.stored_name).toMatch(/^[0-9a-f]{32}$/)
  })

  test('is one file, however often its form is sent', async () => {
    const key = newId()
    const before = (await namesInVault()).length
    const answers = await Promise.all([attach({ key }), attach({ key }), attach({ key })])
    expect(new Set(answers.map((answer) => answer.done && answer.value.fileId)).size).toBe(1)
    expect(await service.look('SELECT FROM ev.stored_file WHERE case_id = $1', [it.caseId])).toHaveLength(1)
    expect(await namesInVault()).toHaveLength(before + 1)
  })
})

describe('what is not taken', () => {
  test.each<[string, string, AddFileReason]>([
    ['holiday.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'upload.typeNotAllowed'],
    ['page.txt', '<!DOCTYPE html><script>alert(1)</script>', 'upload.typeNotAllowed'],
    ['statement.pdf', 'MZ\u0090\u0000 this program cannot be run', 'upload.typeNotAllowed'],
    ['invoice\u202Efdp.exe', 'plain words', 'upload.nameDoesNotMatch'],
    ['letter.pdf', 'plain words', 'upload.nameDoesNotMatch'],
    ['empty.txt', '', 'upload.empty'],
    ['long.txt', 'a'.repeat(20 * 1024 * 1024 + 1), 'upload.tooLarge'],
  ])('%j', async (name, content, reason) => {
    const before = await namesInVault()
    expect(await attach({ upload: { name, bytes: Buffer.from(content, 'latin1') } })).toEqual({ done: false, reason })
    expect(await namesInVault()).toEqual(before)
    expect(await service.look('SELECT FROM ev.stored_file WHERE case_id = $1', [it.caseId])).toEqual([])
  })

  test('what the scanner finds harmful', async () => {
    const before = await namesInVault()
    expect(await attach({}, scannedAs(infected))).toEqual({ done: false, reason: 'upload.infected' })
    expect(await namesInVault()).toEqual(before)
  })

  test('a file for a closed case, for a case of somebody else, and for no case', async () => {
    await service.look(
      `UPDATE ev.case_file SET status = 'closed', closed_on = '2026-11-20', outcome = 'withdrawn' WHERE id = $1`,
      [it.caseId],
    )
    expect(await attach()).toEqual({ done: false, reason: 'case.closed' })
    const theirs = await ground.aCaseWithKey({ mediator: other.id })
    for (const caseId of [theirs.caseId, newId()])
      expect(await attach({ caseId })).toEqual({ done: false, reason: 'case.missing' })
  })
})

describe('a file that was changed where it lies', () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['by one bit', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 20 ? byte ^ 1 : byte)))],
    ['cut short', (bytes) => bytes.subarray(0, -1)],
    ['emptied', () => Buffer.alloc(0)],
  ])('%s is not given out', async (_, change) => {
    const fileId = await attached(scannedAs(clean))
    const path = join(ground.folder, (await rowOf(fileId))?.stored_name ?? '')
    await writeFile(path, change(await readFile(path)))
    expect(await download(fileId)).toEqual({ done: false, reason: 'file.damaged' })
    expect(await deedsOn(fileId)).not.toContain('file.downloaded')
  })

  test('nor is one that another took the place of', async () => {
    const [one, two] = [await attached(scannedAs(clean)), await attached(scannedAs(clean))]
    const [first, second] = [await rowOf(one), await rowOf(two)]
    const bytes = await readFile(join(ground.folder, second?.stored_name ?? ''))
    await writeFile(join(ground.folder, first?.stored_name ?? ''), bytes)
    expect(await download(one)).toEqual({ done: false, reason: 'file.damaged' })
  })

  test('nor one whose row no longer has its sum', async () => {
    const fileId = await attached(scannedAs(clean))
    await service.look(`UPDATE ev.stored_file SET sha256 = repeat('0', 64) WHERE id = $1`, [fileId])
    expect(await download(fileId)).toEqual({ done: false, reason: 'file.damaged' })
  })
})

describe('settling a file that is held back', () => {
  const settle = (act: typeof releaseFile, fileId: Id, tools = ground, actor = mediator.id, key = newId()) =>
    act(service.desk.office, tools, actor, { key, fileId })

  test('refusing it removes its bytes, and nobody can release it afterwards', async () => {
    const fileId = await attached()
    const stored = (await rowOf(fileId))?.stored_name ?? ''
    const key = newId()
    expect((await settle(refuseFile, fileId, ground, mediator.id, key)).done).toBe(true)
    expect((await settle(refuseFile, fileId, ground, mediator.id, key)).done).toBe(true)
    expect(await namesInVault()).not.toContain(stored)
    expect(await settle(releaseFile, fileId)).toEqual({ done: false, reason: 'file.settled' })
    expect(await download(fileId)).toEqual({ done: false, reason: 'file.heldBack' })
  })

  test('releasing asks the scanner again: what it finds harmful is refused and removed', async () => {
    const fileId = await attached()
    const stored = (await rowOf(fileId))?.stored_name ?? ''
    expect(await settle(releaseFile, fileId, scannedAs(infected))).toEqual({ done: false, reason: 'upload.infected' })
    expect(await rowOf(fileId)).toMatchObject({ status: 'refused' })
    expect(await namesInVault()).not.toContain(stored)
  })

  test('somebody else’s file is not there', async () => {
    const fileId = await attached()
    for (const act of [releaseFile, refuseFile])
      expect(await settle(act, fileId, ground, other.id)).toEqual({ done: false, reason: 'file.missing' })
    expect(await download(fileId, other.id)).toEqual({ done: false, reason: 'file.missing' })
    expect(await rowOf(fileId)).toMatchObject({ status: 'quarantined' })
  })

  test('the database itself refuses to release what nobody looked at', async () => {
    const fileId = await attached()
    const release = service.look(`UPDATE ev.stored_file SET status = 'released' WHERE id = $1`, [fileId])
    await expect(release).rejects.toMatchObject({ constraint: 'stored_file_let_go' })
  })
})

test('files that no row wants are removed, and no others', async () => {
  const wanted = (await rowOf(await attached()))?.stored_name ?? ''
  const refused = await attached()
  await service.look(`UPDATE ev.stored_file SET status = 'refused' WHERE id = $1`, [refused])
  const leftOver = (await rowOf(refused))?.stored_name ?? ''
  const orphan = (await ground.vault.put({ key: newCaseKey(), bytes: note.bytes })).storedName
  const young = (await ground.vault.put({ key: newCaseKey(), bytes: note.bytes })).storedName
  const longAgo = 1_600_000_000
  for (const name of [wanted, leftOver, orphan]) await utimes(join(ground.folder, name), longAgo, longAgo)

  expect(await removeOrphans(ground.vault).run(service.desk.worker)).toBe(2)
  const left = await namesInVault()
  expect(left).toEqual(expect.arrayContaining([wanted, young]))
  for (const name of [leftOver, orphan]) expect(left).not.toContain(name)
})

test('a party sees the documents of their own zone and the joint one', async () => {
  for (const zone of ['A', 'B', 'both', 'office'] satisfies Zone[])
    await attached(scannedAs(clean), { zone, upload: { name: `${zone}.txt`, bytes: note.bytes } })
  const seenBy = (person: Id) =>
    service.desk.portal.read(person, { purpose: 'mediation', deed: 'file.listed' }, async ({ queries }) =>
      (await queries.selectFrom('stored_file').select('name').orderBy('name').execute()).map((row) => row.name),
    )
  expect(await seenBy(it.A.personId)).toEqual(['A.txt', 'both.txt'])
  expect(await seenBy(it.B.personId)).toEqual(['B.txt', 'both.txt'])
  expect(await seenBy(newId())).toEqual([])
})
