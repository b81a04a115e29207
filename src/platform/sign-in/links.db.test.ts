import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { Browser, goodPassword, type TestSignIn, testSignIn } from '../../../test/support/sign-in.ts'
import { refused } from '../../values/outcome.ts'

let service: TestService
let own: TestSignIn
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
})
afterAll(() => service.end())

async function linkFor(staffId: string, kind: 'join' | 'reset') {
  const link = own.signIn.newLink(kind)
  await service.look('INSERT INTO ev.staff_link (token_hash, staff_id, kind, expires_at) VALUES ($1, $2, $3, $4)', [
    link.tokenHash,
    staffId,
    kind,
    link.expiresAt.toString(),
  ])
  return link.token
}

async function setUp(token: string, person?: { name: string; email: string }) {
  const offer = await own.signIn.lookAtLink(token)
  const code = offer ? own.freshCode(offer) : '123456'
  return own.signIn.setUpByLink(token, { password: goodPassword, code, person, ...new Browser().from })
}

test('looking at a link, however often, changes nothing and shows the same key', async () => {
  const { id } = await service.staff('mediator', 'Ama Ruthven')
  const token = await linkFor(id, 'join')
  const looks = await Promise.all(Array.from({ length: 10 }, () => own.signIn.lookAtLink(token)))
  expect(new Set(looks.map((it) => it?.authenticatorKey.toString('hex'))).size).toBe(1)
  expect(looks[0]).toMatchObject({ kind: 'join', name: 'Ama Ruthven', email: `${id}@service.example` })
  expect(await service.look('SELECT spent_at FROM ev.staff_link WHERE staff_id = $1', [id])).toEqual([
    { spent_at: null },
  ])
  expect((await setUp(token)).done).toBe(true)
})

test('a link is spent once, also by two at the same moment', async () => {
  const { id } = await service.staff('mediator')
  const token = await linkFor(id, 'join')
  const offer = await own.signIn.lookAtLink(token)
  const code = own.freshCode(offer ?? { authenticatorKey: Buffer.alloc(20) })
  const spend = () => own.signIn.setUpByLink(token, { password: goodPassword, code, ...new Browser().from })
  const both = await Promise.all([spend(), spend()])
  expect(both.filter((it) => it.done)).toHaveLength(1)
  expect(both.filter((it) => !it.done)).toEqual([refused('gone')])
  expect(await own.signIn.lookAtLink(token)).toBeNull()
  expect(await spend()).toEqual(refused('gone'))
})

test('a link that is too old, made up, or for somebody suspended is worth nothing', async () => {
  const [late, shut] = [await service.staff('mediator'), await service.staff('mediator')]
  const [old, stopped] = [await linkFor(late.id, 'join'), await linkFor(shut.id, 'join')]
  await service.look('UPDATE ev.staff SET suspended_at = now() WHERE id = $1', [shut.id])
  own.machine.forward('P7D')
  for (const token of [old, stopped, 'made-up', '']) {
    expect(await own.signIn.lookAtLink(token)).toBeNull()
    expect(await setUp(token)).toEqual(refused('gone'))
  }
})

test('a wrong code spends nothing', async () => {
  const { id } = await service.staff('mediator')
  const token = await linkFor(id, 'join')
  const sent = { password: goodPassword, code: '000000', ...new Browser().from }
  expect(await own.signIn.setUpByLink(token, sent)).toEqual(refused('wrong-code'))
  expect((await setUp(token)).done).toBe(true)
})

test('a reset ends what was: sign-ins, password’s device, codes, and other links', async () => {
  const ben = await own.colleague('mediator')
  await own.enter(ben, ben.browser)
  const [token, other] = [await linkFor(ben.id, 'reset'), await linkFor(ben.id, 'reset')]
  expect(await own.signIn.staffOf(ben.browser.cookies)).not.toBeNull()
  const reset = await setUp(token)
  expect(reset.done).toBe(true)
  expect(await own.signIn.staffOf(ben.browser.cookies)).toBeNull()
  expect(await own.signIn.lookAtLink(other)).toBeNull()
  const browser = new Browser()
  const first = await own.signIn.enterPassword({ email: ben.email, password: goodPassword, ...browser.from })
  if (first.done) browser.keep([first.value])
  expect(await own.signIn.enterCode({ code: own.freshCode(ben), ...browser.from })).toEqual(refused('wrong'))
  expect((await own.signIn.enterRecoveryCode({ code: ben.recoveryCodes[0] ?? '', ...browser.from })).done).toBe(false)
})

test('the first link makes the first administrator, once; then there is none', async () => {
  const [former, token] = [await own.signIn.newFirstLink(), await own.signIn.newFirstLink()]
  expect(await own.signIn.lookAtLink(former ?? '')).toBeNull()
  expect(await own.signIn.lookAtLink(token ?? '')).toMatchObject({ kind: 'first', name: null, email: null })
  expect(await setUp(token ?? '')).toEqual(refused('gone'))
  const made = await setUp(token ?? '', { name: 'Ada Voss', email: 'ada@service.example' })
  expect(made.done).toBe(true)
  expect(
    await service.look(
      `SELECT name, role, joined_at IS NOT NULL AS joined FROM ev.staff WHERE email = 'ada@service.example'`,
    ),
  ).toEqual([{ name: 'Ada Voss', role: 'administrator', joined: true }])
  expect(await own.signIn.newFirstLink()).toBeNull()
  expect(await setUp(token ?? '', { name: 'Eva', email: 'eva@service.example' })).toEqual(refused('gone'))
})

test('the operator can let somebody back in by their address; for an unknown one there is no link', async () => {
  const cato = await own.colleague('mediator')
  expect(await own.signIn.newOperatorLink('nobody@service.example')).toBeNull()
  const token = await own.signIn.newOperatorLink(cato.email.toUpperCase())
  expect((await setUp(token ?? '')).done).toBe(true)
})

test('one changes one’s own password, authenticator and recovery codes with the password, and other sign-ins end', async () => {
  const dee = await own.colleague('mediator')
  const elsewhere = new Browser('198.51.100.9')
  await own.enter(dee, elsewhere)
  const request = { staffId: dee.id, password: goodPassword, ...dee.browser.from }
  expect(await own.signIn.renewRecoveryCodes({ ...request, password: 'not this one' })).toEqual(refused('wrong'))
  const renewed = await own.signIn.renewRecoveryCodes(request)
  expect(renewed.done && new Set(renewed.value).size).toBe(10)
  const fresh = await own.signIn.newAuthenticatorKey(dee.id, dee.browser.cookies)
  const old = own.freshCode(dee)
  expect(await own.signIn.changeAuthenticator({ ...request, code: old })).toEqual(refused('wrong-code'))
  const code = own.freshCode({ authenticatorKey: fresh })
  expect((await own.signIn.changeAuthenticator({ ...request, code })).done).toBe(true)
  expect(await own.signIn.staffOf(elsewhere.cookies)).toBeNull()
  expect(await own.signIn.staffOf(dee.browser.cookies)).not.toBeNull()
  expect(await own.signIn.newAuthenticatorKey(dee.id, dee.browser.cookies)).not.toEqual(fresh)
  expect((await own.signIn.changePassword({ ...request, newPassword: 'nine lanterns, wet slate' })).done).toBe(true)
  const enter = (password: string) => own.signIn.enterPassword({ email: dee.email, password, ...elsewhere.from })
  expect(await enter(goodPassword)).toEqual(refused('wrong'))
  const first = await enter('nine lanterns, wet slate')
  if (first.done) elsewhere.keep([first.value])
  expect(await own.signIn.enterCode({ code: own.freshCode(dee), ...elsewhere.from })).toEqual(refused('wrong'))
  const entered = await own.signIn.enterCode({ code: own.freshCode({ authenticatorKey: fresh }), ...elsewhere.from })
  expect(entered.done).toBe(true)
})
