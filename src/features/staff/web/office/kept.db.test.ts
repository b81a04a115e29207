import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type OfficeClient, openOffice } from '../../../../../test/support/office-client.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { type Colleague, type TestSignIn, testSignIn } from '../../../../../test/support/sign-in.ts'
import { newCaseKey } from '../../../../platform/files/keyring.ts'
import type { Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../../values/ids.ts'

let service: TestService
let own: TestSignIn
let office: Awaited<ReturnType<typeof openOffice>>
let ama: Colleague
let client: OfficeClient
let caseId: Id
const taken: unknown[] = []

/** A page of some other feature: its form is refused when the note is empty. */
const notes: Route<PurposeKey>[] = (
  ['/office/cases/:id/note', '/office/cases/:id/note/draft', '/office/enquiries/note'] as const
).flatMap((path) => {
  const purpose = path.includes('cases') ? 'mediation' : 'booking'
  const common = { area: 'office', purpose, entry: 'staff', path } as const
  return [
    {
      ...common,
      method: 'GET',
      handle: async (request) => ({ text: `_form=${request.formToken()}` }),
    },
    {
      ...common,
      method: 'POST',
      handle: async (request) => {
        const { values, lists } = request.form
        if (values.note === 'refuse me') return { text: 'refused' }
        taken.push({ values, lists })
        if (path.endsWith('/draft')) return { text: 'Saved' }
        return { redirect: '/office/today' }
      },
    },
  ]
})

beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  office = await openOffice(service, own, notes)
  ama = await own.colleague('mediator', 'Ama Ruthven')
  caseId = newId()
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, 'x', 'money', 'telephone', $2)`,
    [caseId, ama.id],
  )
  const wrapped = office.keyring.wrap(newCaseKey())
  await service.look('INSERT INTO ev.case_key (case_id, wrapped) VALUES ($1, $2)', [caseId, wrapped])
})
beforeEach(async () => {
  taken.length = 0
  await service.look('DELETE FROM ev.draft')
  client = office.client()
  await client.signIn(ama)
})
afterAll(async () => {
  await office.app.close()
  await service.end()
})

const at = () => `/office/cases/${caseId}/note`
const tokenOf = async (path = at()) => (await client.get(path)).html.replace('_form=', '')
const drafts = () => service.look<Record<string, unknown>>('SELECT * FROM ev.draft')
const words = 'What A said: “we agree on Saturdays” <not final>\nand a second line'

/** Sends a form after the sign-in has ended for want of anything happening. */
async function sendLate(fields: Record<string, string> = { note: words, zone: 'A', 'needs[]': 'lift' }, path = at()) {
  const _form = await tokenOf(path)
  own.machine.forward('PT16M')
  return client.post(path, { ...fields, _form })
}

test('what was sent after an idle end is kept sealed with its case, offered after signing in, sent once, and forgotten', async () => {
  expect((await sendLate()).location).toBe('/office/sign-in?told=kept')
  expect(taken).toEqual([])
  const [draft] = await drafts()
  expect(draft).toMatchObject({ author: ama.id, form: 'late', case_id: caseId })
  expect(String(draft?.sealed)).toMatch(/^case\./)
  expect(JSON.stringify(draft)).not.toContain('Saturdays')
  expect((await client.get('/office/sign-in?told=kept')).html).toContain('What you sent is kept')
  await client.signIn(ama)
  const page = await client.get('/office/kept')
  expect(page.html).toContain('we agree on Saturdays” &lt;not final>')
  expect(page.html).toContain(`href="${at()}"`)
  const sent = await client.send('/office/kept', { 'needs[]': 'lift' }, at())
  expect(sent.location).toBe('/office/today')
  expect(taken).toEqual([{ values: { note: words, zone: 'A' }, lists: { needs: ['lift'] } }])
  expect(await drafts()).toEqual([])
  expect(await client.get('/office/kept')).toMatchObject({ location: '/office/today' })
  const acts = await service.look(`SELECT act FROM ev.access_log WHERE actor = $1 AND act LIKE 'draft.%' ORDER BY id`, [
    ama.id,
  ])
  expect(acts.map((row) => (row as { act: string }).act)).toEqual([
    'draft.kept',
    'draft.listed',
    'draft.listed',
    'draft.sent',
    'draft.listed',
  ])
})

test('refused again, it stays kept; thrown away, it is gone', async () => {
  await sendLate({ note: 'refuse me' })
  await client.signIn(ama)
  expect((await client.send('/office/kept', {}, at())).html).toBe('refused')
  expect(await drafts()).toHaveLength(1)
  const [draft] = await drafts()
  await client.send('/office/kept', { kept: String(draft?.id) }, '/office/kept/discard')
  expect(await drafts()).toEqual([])
  expect(taken).toEqual([])
})

test('it is kept also when no cookie is left, since the form itself tells whose it is', async () => {
  const _form = await tokenOf()
  client.browser.cookies = {}
  expect((await client.post(at(), { note: words, _form })).location).toBe('/office/sign-in?told=kept')
  expect(await drafts()).toHaveLength(1)
})

test('the same form sent twice is kept once; two forms are kept both', async () => {
  const [one, two] = [await tokenOf(), await tokenOf()]
  own.machine.forward('PT16M')
  await client.post(at(), { note: 'first', _form: one })
  await client.post(at(), { note: 'first, longer', _form: one })
  await client.post(at(), { note: 'second', _form: two })
  expect(await drafts()).toHaveLength(2)
})

test('a stranger fills no table: without a token of ours nothing is kept, nor with one for somebody else’s page', async () => {
  client.browser.cookies = {}
  for (const _form of ['', 'made.up.token', `${newId()}.abc.def`]) {
    expect((await client.post(at(), { note: words, _form })).location).toBe('/office/sign-in?told=lost')
  }
  const outside = /name="_form" value="([^"]+)"/.exec((await client.get('/office/sign-in')).html)?.[1] ?? ''
  expect((await client.post(at(), { note: words, _form: outside })).location).toBe('/office/sign-in?told=lost')
  expect(await drafts()).toEqual([])
})

test('what was still being written becomes a draft again, and its writer goes on with it', async () => {
  await sendLate({ note: 'half a sentence and' }, `${at()}/draft`)
  await client.signIn(ama)
  expect((await client.get('/office/kept')).html).toContain('Go on writing')
  expect((await client.send('/office/kept', {}, `${at()}/draft`)).location).toBe(at())
  expect(taken).toEqual([{ values: { note: 'half a sentence and' }, lists: {} }])
  expect(await drafts()).toEqual([])
})

test('only its writer is offered it', async () => {
  await sendLate()
  const other = office.client()
  await other.signIn(await own.colleague('supervisor'))
  expect(await other.get('/office/kept')).toMatchObject({ location: '/office/today' })
})

test('about no case it has a key of its own; somebody who writes about no case is told that it is lost', async () => {
  await sendLate({ note: 'about an enquiry' }, '/office/enquiries/note')
  const [draft] = await drafts()
  expect(draft).toMatchObject({ case_id: null })
  expect(String(draft?.sealed)).toMatch(/^own\./)
  await client.signIn(ama)
  expect((await client.get('/office/kept')).html).toContain('about an enquiry')
  client = office.client()
  await client.signIn(await own.colleague('administrator'))
  expect((await sendLate({ note: 'x' }, '/office/enquiries/note')).location).toBe('/office/sign-in?told=lost')
})

test('once the key of its case is destroyed, what was kept cannot be read', async () => {
  await sendLate()
  await service.look('DELETE FROM ev.case_key')
  await client.signIn(ama)
  expect(await client.get('/office/kept')).toMatchObject({ location: '/office/today' })
})
