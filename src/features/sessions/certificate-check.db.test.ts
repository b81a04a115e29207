import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestCase } from '../../../test/support/a-case.ts'
import { paperOf, wordsOfPdf } from '../../../test/support/certificate-words.ts'
import { type FileGround, fileGround } from '../../../test/support/file-ground.ts'
import { elementsOf, valuesOf } from '../../../test/support/html-reading.ts'
import { type ServedRoutes, serveRoutes } from '../../../test/support/serve-routes.tsx'
import { type TestService, testService } from '../../../test/support/service.ts'
import { testSignIn } from '../../../test/support/sign-in.ts'
import { type Id, newId } from '../../values/ids.ts'
import { correctCertificate } from './actions/correct-certificate.ts'
import { issueMiamCertificate } from './actions/issue-miam-certificate.ts'
import { recordMiam } from './actions/record-miam.ts'
import { recordScreening } from './actions/record-screening.ts'
import { publicCertificateRoutes } from './plugin.ts'

let service: TestService
let ground: FileGround
let served: ServedRoutes
let mediator: Id
let it: TestCase
beforeAll(async () => {
  service = await testService()
  ground = await fileGround(service)
  served = await serveRoutes(service, () => publicCertificateRoutes(testSignIn(service).signIn.paperTries))
  mediator = (await service.staff('mediator', 'Ruth Iqbal')).id
  await service.look(
    `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '1234A', 'accredited', '2027-03-31')`,
    [mediator],
  )
})
beforeEach(async () => {
  it = await ground.aCaseWithKey({ mediator, A: { name: ['Zoë', 'Adams'] } })
})
afterAll(async () => {
  await served.app.close()
  await service.end()
  await ground.end()
})

const tools = () => ({ ...ground, serviceName: 'Harbour Mediation', origin: new URL('https://harbour.example') })

async function aMiam(heldOn = '2026-07-21', side: 'A' | 'B' = 'A'): Promise<Id> {
  const of = { caseId: it.caseId, side } as const
  const outcome = await recordMiam(service.desk.office, mediator, {
    ...{ ...of, key: newId(), appointmentId: null, legalQuality: 'without_prejudice' },
    heldOn: Temporal.PlainDate.from(heldOn),
    ...{ information_given: 'a', benefits_explained: 'b', way_suited: 'e', how_to_proceed: 'f', suitable: 'yes' },
  })
  const miamId = (outcome.done ? outcome.value.miamId : '') as Id
  const risk = { key: newId(), miamId, abuseRisk: 'c', childRisk: 'd' }
  await recordScreening(service.desk.office, mediator, { ...of, ...risk })
  return miamId
}

/** A certificate as its person holds it. */
async function issued(miamId: Id) {
  const outcome = await issueMiamCertificate(service.desk.office, tools(), mediator, { key: newId(), miamId })
  if (!outcome.done) throw new Error(outcome.reason)
  return printed(outcome.value.fileId as Id)
}

async function printed(fileId: Id) {
  const [row] = await service.look<{ id: Id; stored_name: string; wrapped: string }>(
    `SELECT c.id, f.stored_name, k.wrapped FROM ev.stored_file f JOIN ev.case_key k USING (case_id)
       JOIN ev.miam_certificate c ON c.file_id = f.id WHERE f.id = $1`,
    [fileId],
  )
  const key = ground.keyring.unwrap(row?.wrapped as Parameters<typeof ground.keyring.unwrap>[0])
  const pdf = await ground.vault.get({ key, storedName: row?.stored_name ?? '' })
  return { id: row?.id as Id, pdf, ...(await paperOf(pdf)) }
}

const correct = (certificateId: Id, miamId: Id | null = null, reason = 'Canary-reason') =>
  correctCertificate(service.desk.office, tools(), mediator, { key: newId(), certificateId, miamId, reason })

let lastAddress = 0
const somebody = () => `198.51.100.${++lastAddress}`
const token = async () =>
  valuesOf(elementsOf((await served.app.inject({ url: '/certificates' })).body), '_form').at(-1) ?? ''
async function check(typed: { number: string; code: string }, from = somebody()) {
  const answer = await served.app.inject({
    method: 'POST',
    url: '/certificates',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.origin.origin },
    payload: new URLSearchParams({ _form: await token(), number: typed.number, code: typed.code }).toString(),
    remoteAddress: from,
  })
  return { status: answer.statusCode, html: answer.body, location: answer.headers.location }
}
/** A page without what differs each time it is drawn. */
const plain = (html: string) => html.replaceAll(/value="[^"]*"/g, '')

describe('whoever holds a certificate', () => {
  test('learns that it is real, its dates, and nothing else', async () => {
    const paper = await issued(await aMiam())
    const answer = await check(paper)
    expect(answer.status).toBe(200)
    expect(answer.location).toBeUndefined()
    for (const words of ['This certificate is real', '21 July 2026', '23 November 2026', 'It stands'])
      expect(answer.html).toContain(words)
    for (const secret of ['Zoë', 'Adams', 'Ruth', 'Iqbal', '1234A', it.caseId, paper.number, paper.code])
      expect(answer.html).not.toContain(secret)
  })

  test('may type it in small letters, with spaces or without hyphens', async () => {
    const paper = await issued(await aMiam())
    const typed = {
      number: ` ${paper.number.toLowerCase().replaceAll('-', ' ')}`,
      code: paper.code.replaceAll('-', ''),
    }
    expect((await check(typed)).html).toContain('This certificate is real')
  })

  test('is told that the page knows it no longer than the file is kept', async () => {
    expect((await served.app.inject({ url: '/certificates' })).body).toContain('Once the file is destroyed')
    const paper = await issued(await aMiam())
    await service.look('DELETE FROM ev.miam_certificate WHERE id = $1', [paper.id])
    expect((await check(paper)).status).toBe(422)
  })
})

describe('whoever guesses', () => {
  test('has one answer, whether the number is there or not', async () => {
    const [mine, other] = [await issued(await aMiam()), await issued(await aMiam('2026-07-22', 'B'))]
    const wrongCode = await check({ number: mine.number, code: other.code })
    const wrongNumber = await check({ number: 'M-2222-222', code: mine.code })
    const nothing = await check({ number: 'x', code: 'x' })
    expect(wrongCode.status).toBe(422)
    expect(plain(wrongCode.html)).toBe(plain(wrongNumber.html))
    expect(plain(nothing.html)).toBe(plain(wrongNumber.html))
  })

  test('has ten tries in a quarter of an hour, and even the right code is then not heard', async () => {
    const paper = await issued(await aMiam())
    const from = somebody()
    for (let tried = 0; tried < 10; tried++)
      expect((await check({ number: paper.number, code: `wrong${tried}` }, from)).status).toBe(422)
    const late = await check(paper, from)
    expect(late.status).toBe(429)
    expect(late.html).not.toContain('This certificate is real')
    expect((await check(paper)).html).toContain('This certificate is real')
  })

  test('a right code costs no try', async () => {
    const paper = await issued(await aMiam())
    const from = somebody()
    for (let asked = 0; asked < 12; asked++) expect((await check(paper, from)).status).toBe(200)
  })
})

describe('a certificate that was wrong', () => {
  test('is superseded by a new one with its own number and code, and is not changed itself', async () => {
    const wrong = await issued(await aMiam('2026-07-20'))
    const before = await service.look('SELECT * FROM ev.miam_certificate WHERE id = $1', [wrong.id])
    const again = await aMiam('2026-07-21')
    const outcome = await correct(wrong.id, again)
    const right = await printed((outcome.done ? outcome.value.fileId : '') as Id)
    expect([right.number, right.code]).not.toEqual([wrong.number, wrong.code])
    expect(await service.look('SELECT * FROM ev.miam_certificate WHERE id = $1', [wrong.id])).toEqual(before)
    const old = await check(wrong)
    expect(old.html).toContain('A newer certificate took its place')
    expect(old.html).toContain('20 July 2026')
    expect(old.html).not.toContain(right.number)
    const now = await check(right)
    expect(now.html).toContain('It stands')
    expect(now.html).toContain('21 July 2026')
    expect(await wordsOfPdf(right.pdf)).not.toContain('Canary-reason')
    expect(await service.look('SELECT FROM ev.stored_file WHERE case_id = $1', [it.caseId])).toHaveLength(2)
  })

  test('is superseded once, however many try at once', async () => {
    const wrong = await issued(await aMiam())
    const outcomes = await Promise.all([1, 2, 3].map(() => correct(wrong.id)))
    expect(outcomes.filter((one) => one.done)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.done && one.reason === 'certificate.superseded')).toHaveLength(2)
  })

  test('is not put right with the meeting of the other party', async () => {
    const wrong = await issued(await aMiam())
    expect(await correct(wrong.id, await aMiam('2026-07-21', 'B'))).toEqual({ done: false, reason: 'miam.missing' })
  })

  test('no purpose that checks may read a certificate, or ask for one without its code', async () => {
    await issued(await aMiam())
    const tried = service.desk.public.read(null, { purpose: 'verification', deed: 'certificate.checked' }, (scope) =>
      scope.queries.selectFrom('miam_certificate').select('number').execute(),
    )
    await expect(tried).rejects.toMatchObject({ code: '42501' })
  })
})
