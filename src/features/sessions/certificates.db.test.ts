import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../test/support/a-case.ts'
import { wordsOfPdf } from '../../../test/support/certificate-words.ts'
import { type FileGround, fileGround } from '../../../test/support/file-ground.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { newCaseKey } from '../../platform/files/keyring.ts'
import { type Id, newId } from '../../values/ids.ts'
import { issueMiamCertificate } from './actions/issue-miam-certificate.ts'
import { recordMiam } from './actions/record-miam.ts'
import { recordScreening } from './actions/record-screening.ts'

let service: TestService
let ground: FileGround
let mediator: Id
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
})
beforeEach(async () => {
  mediator = await someMediator('Ruth Iqbal')
  it = await ground.aCaseWithKey({ mediator, A: { name: ['Zoë', 'Adams'] } })
})
afterAll(async () => {
  await service.end()
  await ground.end()
})

type Entry = readonly [number: string, kind: 'accredited' | 'provisional' | 'trainee', validUntil: string]
const accredited: Entry = ['1234A', 'accredited', '2027-03-31']

async function someMediator(name: string, entry: Entry | null = accredited): Promise<Id> {
  const { id } = await service.staff('mediator', name)
  if (entry) await register(id, entry)
  return id
}
const register = (id: Id, [number, kind, until]: Entry) =>
  service.look('INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, $2, $3, $4)', [
    ...[id, number, kind, until],
  ])

async function aMiam(options: { heldOn?: string; author?: Id; risk?: boolean } = {}): Promise<Id> {
  const { heldOn = '2026-07-21', author = mediator, risk = true } = options
  const outcome = await recordMiam(service.desk.office, author, {
    ...{ key: newId(), caseId: it.caseId, side: 'A', appointmentId: null, legalQuality: 'without_prejudice' },
    heldOn: Temporal.PlainDate.from(heldOn),
    ...{ information_given: 'a', benefits_explained: 'b', way_suited: 'e', how_to_proceed: 'f', suitable: 'yes' },
  })
  if (!outcome.done) throw new Error(outcome.reason)
  const miamId = outcome.value.miamId as Id
  const words = { side: 'A', abuseRisk: 'c', childRisk: 'd' } as const
  if (risk) await recordScreening(service.desk.office, author, { key: newId(), caseId: it.caseId, miamId, ...words })
  return miamId
}

const issue = (miamId: Id, actor: Id = mediator, key = newId()) =>
  issueMiamCertificate(
    service.desk.office,
    { ...ground, serviceName: 'Harbour Mediation', origin: new URL('https://harbour.example') },
    actor,
    { key, miamId },
  )
const issuedFor = async (miamId: Id) =>
  (
    await service.look<{ number: string; held_on: string; valid_until: string; zone: string; file_id: Id }>(
      'SELECT *, held_on::text, valid_until::text FROM ev.miam_certificate WHERE miam_record_id = $1',
      [miamId],
    )
  )[0]

async function storedPdf(fileId: Id): Promise<Buffer> {
  const [row] = await service.look<{ stored_name: string; wrapped: string }>(
    'SELECT stored_name, wrapped FROM ev.stored_file JOIN ev.case_key USING (case_id) WHERE id = $1',
    [fileId],
  )
  const key = ground.keyring.unwrap(row?.wrapped as Parameters<typeof ground.keyring.unwrap>[0])
  return ground.vault.get({ key, storedName: row?.stored_name ?? '' })
}

describe('the certificate', () => {
  test('says who attended when, who says so, how long it is good, and that it is of attendance', async () => {
    const miamId = await aMiam()
    const outcome = await issue(miamId)
    expect(outcome.done && outcome.value.number).toMatch(/^M-[2-9A-Z]{4}-[2-9A-Z]{3}$/)
    const row = await issuedFor(miamId)
    expect(row).toMatchObject({ held_on: '2026-07-21', valid_until: '2026-11-21', zone: 'A' })
    const text = await wordsOfPdf(await storedPdf(row?.file_id as Id))
    for (const words of [
      'Certificate of attendance at a MIAM',
      row?.number ?? 'no number',
      'Zoë Adams attended',
      '21 July 2026',
      '21 November 2026',
      'Ruth Iqbal, registration number 1234A',
      'Registration number: 1234A',
      'Harbour Mediation',
      'It certifies attendance',
      'https://harbour.example/certificates',
      'Code: ',
      'Open document',
    ])
      expect(text).toContain(words)
  })

  test('is an accessible PDF, released, open, in the party’s zone, and named without the party', async () => {
    const outcome = await issue(await aMiam())
    const fileId = (outcome.done ? outcome.value.fileId : '') as Id
    const [file] = await service.look<{ name: string }>('SELECT * FROM ev.stored_file WHERE id = $1', [fileId])
    expect(file).toMatchObject({ status: 'released', legal_quality: 'open', zone: 'A', media_type: 'application/pdf' })
    expect(file?.name).not.toMatch(/Zoë|Adams/)
    const pdf = (await storedPdf(fileId)).toString('latin1')
    for (const mark of [/pdfuaid:part(?:="1"|>1<)/, /\/Marked true/, /\/Lang\s*\(en-GB\)/, /\/DisplayDocTitle true/])
      expect(pdf).toMatch(mark)
  })

  test('is seen by its party and not by the other', async () => {
    await issue(await aMiam())
    const seenBy = (person: Id) =>
      service.desk.portal.read(person, { purpose: 'mediation', deed: 'certificate.listed' }, ({ queries }) =>
        queries.selectFrom('miam_certificate').select('zone').execute(),
      )
    expect(await seenBy(it.A.personId)).toEqual([{ zone: 'A' }])
    expect(await seenBy(it.B.personId)).toEqual([])
  })

  test('is one, however often and from however many hands it is asked for', async () => {
    const miamId = await aMiam()
    const answers = await Promise.all([1, 2, 3, 4].map(() => issue(miamId)))
    const later = await issue(miamId)
    expect(later.done).toBe(true)
    for (const answer of answers) expect(answer).toEqual(later)
    expect(await service.look('SELECT FROM ev.miam_certificate WHERE miam_record_id = $1', [miamId])).toHaveLength(1)
    expect(await service.look('SELECT FROM ev.stored_file WHERE case_id = $1', [it.caseId])).toHaveLength(1)
  })
})

describe('is refused to', () => {
  test.each<[string, Entry | null, string]>([
    ['a trainee', ['1234T', 'trainee', '2027-03-31'], 'not_registered'],
    ['somebody whom Settings does not name', null, 'not_registered'],
    ['somebody whose registration has ended', ['1234A', 'accredited', '2026-11-22'], 'registration_ended'],
  ])('%s', async (name, entry, reason) => {
    mediator = await someMediator(name, entry)
    it = await ground.aCaseWithKey({ mediator })
    const miamId = await aMiam()
    expect(await issue(miamId)).toEqual({ done: false, reason })
    expect(await issuedFor(miamId)).toBeUndefined()
    expect(await service.look('SELECT FROM ev.stored_file WHERE case_id = $1', [it.caseId])).toEqual([])
  })

  test('another mediator, for whom the meeting is not there', async () => {
    const miamId = await aMiam()
    expect(await issue(miamId, await someMediator('Owen Price'))).toEqual({ done: false, reason: 'miam.missing' })
  })

  test('a supervisor, registered or not', async () => {
    const miamId = await aMiam()
    const supervisor = (await service.staff('supervisor')).id
    await register(supervisor, ['7777A', 'accredited', '2030-01-01'])
    expect(await issue(miamId, supervisor)).toEqual({ done: false, reason: 'not_case_mediator' })
  })

  test('a registered mediator for a meeting that a trainee held', async () => {
    const trainee = await someMediator('Ida Moss', ['4321T', 'trainee', '2030-01-01'])
    await service.look('UPDATE ev.case_file SET mediator_id = $2 WHERE id = $1', [it.caseId, trainee])
    const miamId = await aMiam({ author: trainee })
    await service.look('UPDATE ev.case_file SET mediator_id = $2 WHERE id = $1', [it.caseId, mediator])
    expect(await issue(miamId)).toEqual({ done: false, reason: 'held_by_unregistered' })
  })

  test('anybody, before the risks were assessed', async () => {
    expect(await issue(await aMiam({ risk: false }))).toEqual({ done: false, reason: 'risk_missing' })
  })
})

test('a mediator who took over certifies what a registered colleague held, and the certificate names both', async () => {
  const miamId = await aMiam()
  const successor = await someMediator('Owen Price', ['5678P', 'provisional', '2027-01-31'])
  await service.look('UPDATE ev.case_file SET mediator_id = $2 WHERE id = $1', [it.caseId, successor])
  const outcome = await issue(miamId, successor)
  const text = await wordsOfPdf(await storedPdf((outcome.done ? outcome.value.fileId : '') as Id))
  expect(text).toContain('Ruth Iqbal, registration number 1234A')
  expect(text).toContain('Registration number: 5678P')
})

test('once the case’s key is destroyed, nothing opens the certificate', async () => {
  const outcome = await issue(await aMiam())
  const fileId = (outcome.done ? outcome.value.fileId : '') as Id
  const wrapped = ground.keyring.wrap(newCaseKey())
  await service.look('UPDATE ev.case_key SET wrapped = $2 WHERE case_id = $1', [it.caseId, wrapped])
  await expect(storedPdf(fileId)).rejects.toMatchObject({ name: 'Unreadable' })
})
