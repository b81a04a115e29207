import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OfficeClient, openOffice } from '../../../../../test/support/office-client.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import { type Colleague, goodPassword, type TestSignIn, testSignIn } from '../../../../../test/support/sign-in.ts'
import { newId } from '../../../../values/ids.ts'

let service: TestService
let own: TestSignIn
let office: Awaited<ReturnType<typeof openOffice>>
let ada: Colleague
let admin: OfficeClient
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  office = await openOffice(service, own)
  ada = await own.colleague('administrator', 'Ada Voss')
  admin = office.client()
  await admin.signIn(ada)
})
afterAll(async () => {
  await office.app.close()
  await service.end()
})

const linkIn = (html: string) => new URL(/http:\/\/localhost:3000\/office\/\w+\/[\w-]+/.exec(html)?.[0] ?? '').pathname

test('an administrator invites, the colleague joins by the link, and it is shown once', async () => {
  const { html } = await admin.get('/office/staff/invite')
  const token = /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const fields = { _form: token, name: 'Ben Achterberg', email: 'ben@service.example', role: 'mediator' }
  const made = await admin.post('/office/staff/invite', fields)
  const again = await admin.post('/office/staff/invite', fields)
  expect(made.status).toBe(200)
  expect(again.location).toMatch(/^\/office\/staff\/[0-9a-f-]{36}$/)
  const path = linkIn(made.html)
  const ben = office.client()
  const offer = await own.signIn.lookAtLink(path.split('/').at(-1) ?? '')
  const set = await ben.send(path, { password: goodPassword, code: own.freshCode(offer ?? ada) })
  expect(set.status).toBe(200)
  expect((await ben.get('/office/account')).html).toContain('Ben Achterberg')
  expect((await admin.get('/office/staff')).html).toContain('Ben Achterberg')
})

test('the invitation form says at each field what to do, and keeps what was typed', async () => {
  const empty = await admin.send('/office/staff/invite', {})
  expect(empty.status).toBe(422)
  for (const words of ['Enter their name', 'Enter their e-mail address', 'Choose a role'])
    expect(empty.html).toContain(words)
  const typed = { name: '<b>Zoë</b> "q"', email: 'not an address', role: 'owner' }
  const wrong = await admin.send('/office/staff/invite', typed)
  expect(wrong.html).toContain('value="&lt;b>Zoë&lt;/b> &quot;q&quot;"')
  expect(wrong.html).toContain('value="not an address"')
  const taken = await admin.send('/office/staff/invite', { name: 'Eve', email: ada.email, role: 'mediator' })
  expect(taken.html).toContain('Somebody has an account with this e-mail address already')
})

test('nobody else reaches the accounts: to them they are not there', async () => {
  for (const role of ['mediator', 'coordinator', 'privacyOfficer', 'supervisor']) {
    const other = office.client()
    await other.signIn(await own.colleague(role))
    expect((await other.get(`/office/staff/${ada.id}`)).status).toBe(404)
    expect((await other.get('/office/staff/invite')).status).toBe(404)
    const { html } = await other.get('/office/account')
    const token = /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? ''
    for (const act of ['role', 'suspend', 'resume', 'leave', 'reset', 'link', 'end-sign-in']) {
      const answer = await other.post(`/office/staff/${ada.id}/${act}`, {
        _form: token,
        role: 'mediator',
        signIn: newId(),
      })
      expect([act, answer.status]).toEqual([act, 404])
    }
    expect((await other.get('/office/staff')).status).toBe(404)
    expect((await other.get('/office/resets')).status).toBe(role === 'supervisor' ? 200 : 404)
  }
  expect((await admin.get('/office/account')).status).toBe(200)
})

test('role, suspension and end of a sign-in count from the next click', async () => {
  const flo = await own.colleague('coordinator', 'Flo')
  const hers = office.client()
  await hers.signIn(flo)
  const at = `/office/staff/${flo.id}`
  await admin.send(at, { role: 'administrator' }, `${at}/role`)
  expect((await hers.get('/office/staff/invite')).status).toBe(200)
  await admin.send(at, { role: 'mediator' }, `${at}/role`)
  expect((await hers.get('/office/staff/invite')).status).toBe(404)
  const [row] = await own.signIn.signInsOf(flo.id, hers.browser.cookies)
  await admin.send(at, { signIn: row?.id ?? '' }, `${at}/end-sign-in`)
  expect((await hers.get('/office/account')).status).toBe(303)
  await hers.signIn(flo)
  expect((await admin.send(at, {}, `${at}/suspend`)).location).toBe(at)
  expect((await hers.get('/office/account')).status).toBe(303)
  expect((await admin.get(at)).html).toContain('Let them sign in again')
  await admin.send(at, {}, `${at}/resume`)
  await hers.signIn(flo)
})

test('the last administrator is told so', async () => {
  const at = `/office/staff/${ada.id}`
  const answer = await admin.send(at, { role: 'mediator' }, `${at}/role`)
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('This is the last administrator')
  expect((await admin.send(at, {}, `${at}/suspend`)).html).toContain('You cannot do this to your own account')
})

test('a lost authenticator: one asks, another agrees, and the link sets the colleague up again', async () => {
  const [gil, hal] = [await own.colleague('mediator', 'Gil Ostrander'), await own.colleague('supervisor', 'Hal')]
  const at = `/office/staff/${gil.id}`
  await admin.send(at, {}, `${at}/reset`)
  const [reset] = await service.look<{ id: string }>('SELECT id FROM ev.authenticator_reset WHERE staff_id = $1', [
    gil.id,
  ])
  const approve = `/office/resets/${reset?.id}/approve`
  const own1 = await admin.get('/office/resets')
  expect(own1.html).toContain('Waits for a second person')
  const token = /name="_form" value="([^"]+)"/.exec(own1.html)?.[1] ?? ''
  expect((await admin.post(approve, { _form: token })).location).toBe('/office/resets?problem=same-person')
  const second = office.client()
  await second.signIn(hal)
  const agreed = await second.send('/office/resets', {}, approve)
  expect(agreed.status).toBe(200)
  const path = linkIn(agreed.html)
  const again = office.client()
  const offer = await own.signIn.lookAtLink(path.split('/').at(-1) ?? '')
  const set = await again.send(path, { password: 'nine lanterns, wet slate', code: own.freshCode(offer ?? gil) })
  expect(set.status).toBe(200)
  expect((await again.get('/office/account')).html).toContain('Gil Ostrander')
})

test('a leaver’s account asks for who takes over, and closes', async () => {
  const [ida, jo] = [await own.colleague('mediator', 'Ida'), await own.colleague('mediator', 'Jo')]
  const caseId = newId()
  await service.look(
    `INSERT INTO ev.case_file (id, reference, topic, channel, mediator_id) VALUES ($1, 'x', 'money', 'telephone', $2)`,
    [caseId, ida.id],
  )
  const at = `/office/staff/${ida.id}`
  expect((await admin.send(at, {}, `${at}/leave`)).html).toContain('Choose who takes over their live cases')
  expect((await admin.send(at, { handOverTo: jo.id }, `${at}/leave`)).location).toBe(at)
  expect(await service.look('SELECT mediator_id FROM ev.case_file WHERE id = $1', [caseId])).toEqual([
    { mediator_id: jo.id },
  ])
  const closed = await admin.get(at)
  expect(closed.html).toContain('Left')
  expect(closed.html).not.toContain('<form')
})
