import { afterAll, beforeAll, expect, test } from 'vitest'
import { attribute, elementsOf } from '../../../../../test/support/html-reading.ts'
import { officeOrigin, openOffice } from '../../../../../test/support/office-client.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import {
  Browser,
  type Colleague,
  goodPassword,
  type TestSignIn,
  testSignIn,
} from '../../../../../test/support/sign-in.ts'
import { SoftPasskey } from '../../../../../test/support/soft-passkey.ts'

let service: TestService
let own: TestSignIn
let office: Awaited<ReturnType<typeof openOffice>>
let ama: Colleague
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  office = await openOffice(service, own)
  ama = await own.colleague('mediator', 'Ama Ruthven')
})
afterAll(async () => {
  await office.app.close()
  await service.end()
})

test('one signs in by two forms, and out by one', async () => {
  const client = office.client()
  expect(await client.get('/office/account')).toMatchObject({
    status: 303,
    location: '/office/sign-in?next=%2Foffice%2Faccount',
  })
  await client.signIn(ama)
  expect(await client.get('/office/kept')).toMatchObject({ location: '/office/today' })
  const account = await client.get('/office/account')
  expect(account.html).toContain('Ama Ruthven')
  expect(await client.get('/office/sign-in')).toMatchObject({ location: '/office/today' })
  const kept = { ...client.browser.cookies }
  const out = await client.send('/office/account', {}, '/office/sign-out')
  expect(out.status).toBe(403)
  const token = /name="_form" value="([^"]+)"/.exec(account.html)?.[1] ?? ''
  expect(await client.post('/office/sign-out', { _form: token })).toMatchObject({
    location: '/office/sign-in?told=out',
  })
  client.browser.cookies = kept
  expect((await client.get('/office/account')).status).toBe(303)
})

test('cookies are closed to scripts and other sites, and are bound to the host where there is TLS', async () => {
  const client = office.client()
  const first = await client.send('/office/sign-in', { email: ama.email, password: goodPassword })
  const second = await client.send('/office/sign-in/code', { code: own.freshCode(ama) })
  const all = [...first.setCookies, ...second.setCookies]
  expect(all.map((it) => it.split('=')[0])).toEqual(['sign_in_step', 'sign_in', 'device', 'sign_in_step'])
  for (const cookie of all) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
})

test('one comes back to where one wanted to go, and nowhere else', async () => {
  for (const [wanted, expected] of [
    ['/office/account', '/office/kept?next=%2Foffice%2Faccount'],
    ['//evil.example', '/office/kept'],
    ['https://evil.example/office', '/office/kept'],
  ] as const) {
    const client = office.client()
    const at = `/office/sign-in?next=${encodeURIComponent(wanted)}`
    const first = await client.send(at, { email: ama.email, password: goodPassword }, '/office/sign-in')
    const second = await client.send(first.location ?? '', { code: own.freshCode(ama) }, '/office/sign-in/code')
    expect(second.location).toBe(expected)
  }
})

test('whether there is an account is not told: the same status and the same page', async () => {
  const answers = []
  for (const [index, email] of [ama.email, 'nobody.at.all@service.example'].entries()) {
    const client = office.client(new Browser(`198.51.100.${index + 1}`))
    const wrong = await client.send('/office/sign-in', { email, password: 'a guess like any other' })
    for (let round = 0; round < 9; round++)
      await client.send('/office/sign-in', { email, password: 'a guess like any other' })
    const held = await client.send('/office/sign-in', { email, password: 'a guess like any other' })
    const plain = (html: string) => html.replaceAll(email, 'EMAIL').replaceAll(/value="[0-9a-f-]{36}\.[^"]+"/g, 'TOKEN')
    answers.push([wrong, held].map((it) => ({ status: it.status, html: plain(it.html), cookies: it.setCookies })))
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[0]?.status).toBe(422)
  expect(answers[0]?.[0]?.html).toContain('The e-mail address or the password is not right')
  expect(answers[0]?.[1]?.html).toContain('There were too many tries')
})

test('a typed password never comes back, a typed address does', async () => {
  const client = office.client(new Browser('198.51.100.30'))
  const answer = await client.send('/office/sign-in', { email: 'a<b>@service.example', password: 'my secret phrase' })
  expect(answer.html).toContain('value="a&lt;b>@service.example"')
  expect(answer.html).not.toContain('my secret phrase')
})

test('each form says at the field what is missing', async () => {
  const client = office.client(new Browser('198.51.100.31'))
  const empty = await client.send('/office/sign-in', {})
  expect(empty.status).toBe(422)
  for (const words of ['Enter your e-mail address', 'Enter your password']) expect(empty.html).toContain(words)
  expect((await client.send('/office/sign-in', { email: 'a\u0000b', password: 'x' })).html).toContain(
    'hidden character',
  )
  await client.send('/office/sign-in', { email: ama.email, password: goodPassword })
  expect((await client.send('/office/sign-in/code', {})).html).toContain('Enter the code')
  const wrong = await client.send('/office/sign-in/code', { code: '000000' })
  expect(wrong).toMatchObject({ status: 422 })
  expect(wrong.html).toContain('This code is not right, or it was used before')
})

test('the second step is not there without the first, and begins again after five codes', async () => {
  const client = office.client(new Browser('198.51.100.32'))
  expect(await client.get('/office/sign-in/code')).toMatchObject({ location: '/office/sign-in' })
  await client.send('/office/sign-in', { email: ama.email, password: goodPassword })
  const page = await client.get('/office/sign-in/code')
  const token = /name="_form" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  for (let round = 0; round < 5; round++) await client.post('/office/sign-in/code', { _form: token, code: '000000' })
  const code = own.freshCode(ama)
  expect(await client.post('/office/sign-in/code', { _form: token, code })).toMatchObject({
    location: '/office/sign-in?told=again',
  })
})

test('a recovery code lets in where the authenticator is not at hand', async () => {
  const client = office.client(new Browser('198.51.100.33'))
  await client.send('/office/sign-in', { email: ama.email, password: goodPassword })
  const answer = await client.send('/office/sign-in/recover', { code: ama.recoveryCodes[3] ?? '' })
  expect(answer.location).toBe('/office/kept')
  expect((await client.get('/office/account')).html).toContain('(9 left)')
})

test('the first administrator comes from the printed link, which looking at does not spend', async () => {
  const link = await office.plugin.firstAdministratorLink()
  const path = new URL(link ?? '').pathname
  const client = office.client()
  for (let round = 0; round < 5; round++) {
    expect((await client.head(path)).status).toBe(200)
    expect((await client.get(path)).status).toBe(200)
  }
  const offer = await own.signIn.lookAtLink(path.split('/').at(-1) ?? '')
  const filled = { name: 'Ada Voss', email: 'ada@service.example', password: goodPassword }
  const poor = await client.send(path, { ...filled, password: 'ada-voss-2026', code: '123456' })
  expect(poor.html).toContain('one of the first that a stranger would try')
  expect((await client.send(path, { ...filled, code: '000000' })).html).toContain('This code is not right')
  const set = await client.send(path, { ...filled, code: own.freshCode(offer ?? ama) })
  expect(set.status).toBe(200)
  expect(set.html.match(/<code>[2-9A-Z]{5}-[2-9A-Z]{5}<\/code>/g)).toHaveLength(10)
  expect((await client.get('/office/staff')).html).toContain('Ada Voss')
  expect((await office.client().get(path)).status).toBe(404)
  expect(await office.plugin.firstAdministratorLink()).toBeNull()
})

test('the square code and the key are drawn in the page; nothing is inline or foreign', async () => {
  const { id } = await service.staff('mediator', 'Ben <i>Achterberg</i>')
  const link = own.signIn.newLink('join')
  await service.look(`INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES ($1, $2, 'join', $3)`, [
    link.tokenHash,
    id,
    link.expiresAt.toString(),
  ])
  const { html } = await office.client().get(`/office/join/${link.token}`)
  expect(html).toContain('<svg role="img"')
  expect(html).toMatch(/<code>([A-Z2-7]{4} ){7}[A-Z2-7]{4}<\/code>/)
  expect(html).toContain('Ben &lt;i>Achterberg&lt;/i>')
  expect(html).not.toMatch(/ style=|data:image|<script|<img/)
  expect((await office.client().get(`/office/reset/${link.token}`)).status).toBe(404)
})

test('one changes one’s own password, authenticator and recovery codes, each with the present password', async () => {
  const cato = await own.colleague('mediator', 'Cato')
  const client = office.client()
  await client.signIn(cato)
  const wrong = await client.send('/office/account/recovery-codes', { present: 'not this one' })
  expect(wrong.html).toContain('This is not your password')
  const codes = await client.send('/office/account/recovery-codes', { present: goodPassword })
  expect(codes.html.match(/<code>/g)).toHaveLength(10)
  const key = await own.signIn.newAuthenticatorKey(cato.id, client.browser.cookies)
  const code = own.freshCode({ authenticatorKey: key })
  const changed = await client.send('/office/account/authenticator', { present: goodPassword, code })
  expect(changed.location).toBe('/office/account')
  const short = await client.send('/office/account/password', { present: goodPassword, password: 'short' })
  expect(short.html).toContain('12 characters or more')
  const next = { present: goodPassword, password: 'nine lanterns, wet slate' }
  expect((await client.send('/office/account/password', next)).location).toBe('/office/account')
  expect((await client.get('/office/account')).status).toBe(200)
})

test('one ends another sign-in of one’s own, not the one that one uses', async () => {
  const dee = await own.colleague('mediator', 'Dee')
  const [desk, phone] = [office.client(), office.client(new Browser('198.51.100.40'))]
  await desk.signIn(dee)
  await phone.signIn(dee)
  const list = await own.signIn.signInsOf(dee.id, desk.browser.cookies)
  for (const { id } of list) await desk.send('/office/account', { signIn: id }, '/office/account/end-sign-in')
  expect((await phone.get('/office/account')).status).toBe(303)
  expect((await desk.get('/office/account')).status).toBe(200)
})

/** What a page asks the browser's passkeys with. */
function askedOn(html: string): Record<string, unknown> {
  const form = elementsOf(html).find((it) => attribute(it, 'data-passkey') !== undefined)
  return JSON.parse((form && attribute(form, 'data-passkey-options')) ?? '{}')
}

test('one adds a passkey after the password, and enters with it where one wanted to go', async () => {
  const eli = await own.colleague('mediator', 'Eli')
  const client = office.client(new Browser('198.51.100.50'))
  const passkey = new SoftPasskey(officeOrigin.origin)
  const [list, making] = ['/office/account/passkeys', '/office/account/passkeys/new']
  await client.signIn(eli)
  expect((await client.get(making)).location).toBe(list)
  const wrong = await client.send(list, { name: 'Mine <b>', present: 'not this one' })
  expect([wrong.status, wrong.html.includes('This is not your password')]).toEqual([422, true])
  expect((await client.send(list, { name: 'Mine <b>', present: goodPassword })).location).toBe(making)
  const { html } = await client.get(making)
  expect(html).toContain('Your authenticator app goes on working.')
  expect((await client.send(making, { answer: passkey.made(askedOn(html)) })).location).toBe(`${list}?told=added`)
  expect((await client.get(list)).html).toContain('Mine &lt;b>')

  const other = office.client(new Browser('198.51.100.51'))
  const at = '/office/sign-in?next=%2Foffice%2Faccount'
  const first = await other.send(at, { email: eli.email, password: goodPassword }, '/office/sign-in')
  const enter = (answer: string) => other.send(first.location ?? '', { answer }, '/office/sign-in/passkey')
  const refused = await enter('')
  expect([refused.status, refused.html.includes('This passkey did not let you in')]).toEqual([422, true])
  expect(refused.html).toContain('action="/office/sign-in/code"')
  const page = await other.get(first.location ?? '')
  expect(page.html).toContain('here, enter the code')
  expect((await enter(passkey.used(askedOn(page.html)))).location).toBe('/office/kept?next=%2Foffice%2Faccount')
  expect((await client.get(list)).status).toBe(200)
})
