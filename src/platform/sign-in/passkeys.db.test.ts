import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { Browser, type Colleague, goodPassword, type TestSignIn, testSignIn } from '../../../test/support/sign-in.ts'
import { SoftPasskey, type Twist } from '../../../test/support/soft-passkey.ts'
import { refused } from '../../values/outcome.ts'
import { passkeysWork } from './passkeys.ts'

const site = { origin: new URL('https://mediation.example.org.uk'), name: 'Test service' }

let service: TestService
let own: TestSignIn
let ama: Colleague
let amas: SoftPasskey
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
  ama = await own.colleague('mediator', 'Ama Ruthven')
  amas = new SoftPasskey(site.origin.origin)
  expect((await add(ama, amas)).done).toBe(true)
})
afterAll(() => service.end())

const optionsToAdd = async (who: Colleague) => {
  const { browser, id: staffId, name: staffName } = who
  const request = { staffId, password: goodPassword, name: 'My telephone', ...browser.from }
  expect(await own.signIn.passkeys.offer(request)).toMatchObject({ done: true })
  const offered = await own.signIn.passkeys.offered(site, { staffId, staffName, cookies: browser.cookies })
  if (!offered) throw new Error('nothing is offered')
  return offered.options
}

async function add(who: Colleague, passkey: SoftPasskey, twist: Twist = {}) {
  const answer = passkey.made(await optionsToAdd(who), twist)
  return own.signIn.passkeys.add(site, { staffId: who.id, cookies: who.browser.cookies, answer })
}

let browsers = 0
/** A browser in which the password was right, and what it is asked with. */
async function halfway(who: Colleague) {
  // One that was not there before, so that its tries are its own.
  const browser = new Browser(`198.51.100.${++browsers}`)
  const first = await own.signIn.enterPassword({ email: who.email, password: goodPassword, ...browser.from })
  if (first.done) browser.keep([first.value])
  const asked = await own.signIn.passkeys.asked(site, browser.cookies)
  if (!asked) throw new Error('no passkey is asked for')
  return { browser, asked }
}

const enter = (browser: Browser, answer: string) => own.signIn.passkeys.enter(site, { answer, ...browser.from })

test('password and passkey sign in, as password and code do', async () => {
  const { browser, asked } = await halfway(ama)
  const outcome = await enter(browser, amas.used(asked))
  if (!outcome.done) throw new Error(outcome.reason)
  browser.keep(outcome.value.cookies)
  expect(await own.signIn.staffOf(browser.cookies)).toMatchObject({ id: ama.id })
  const [row] = await own.signIn.passkeys.of(ama.id)
  expect(row).toMatchObject({ name: 'My telephone', usedAt: own.machine.now() })
  await own.enter(ama, new Browser('192.0.2.77'))
})

describe('does not sign in', () => {
  test('an answer that was given before, in this step or in another', async () => {
    const first = await halfway(ama)
    const answer = amas.used(first.asked)
    const other = await halfway(ama)
    expect(await enter(other.browser, answer)).toEqual(refused('wrong'))
    expect((await enter(first.browser, answer)).done).toBe(true)
    expect(await enter(first.browser, answer)).toEqual(refused('again'))
  })

  test('a second answer to what was asked once', async () => {
    const { browser, asked } = await halfway(ama)
    expect(await enter(browser, amas.used(asked, { userVerified: false }))).toEqual(refused('wrong'))
    expect(await enter(browser, amas.used(asked))).toEqual(refused('wrong'))
    const again = await own.signIn.passkeys.asked(site, browser.cookies)
    expect((await enter(browser, amas.used(again ?? {}))).done).toBe(true)
  })

  test.each<[string, Twist]>([
    ['made for another origin', { origin: 'https://mediation.example.org.uk.evil.example' }],
    ['made for another port', { origin: 'https://mediation.example.org.uk:8443' }],
    ['made for another name', { rpId: 'example.org.uk' }],
    ['without a finger or a PIN', { userVerified: false }],
    ['of a copy that counts behind', { uses: 1 }],
  ])('an answer %s', async (_, twist) => {
    const { browser, asked } = await halfway(ama)
    expect(await enter(browser, amas.used(asked, twist))).toEqual(refused('wrong'))
  })

  test('somebody else’s passkey, though it signs what was asked', async () => {
    const ben = await own.colleague('coordinator', 'Ben Achterberg')
    const bens = new SoftPasskey(site.origin.origin)
    expect((await add(ben, bens)).done).toBe(true)
    const { browser, asked } = await halfway(ama)
    expect(await enter(browser, bens.used(asked))).toEqual(refused('wrong'))
    expect(await enter(browser, 'no answer at all')).toEqual(refused('wrong'))
    expect(await add(ben, amas)).toEqual(refused('wrong'))
  })

  test('anything after five tries', async () => {
    const { browser } = await halfway(ama)
    for (let round = 0; round < 5; round++) expect(await enter(browser, '{}')).toEqual(refused('wrong'))
    expect(await enter(browser, '{}')).toEqual(refused('again'))
  })
})

describe('is not added', () => {
  test('without the password, or by a sign-in that did not ask', async () => {
    const cleo = await own.colleague('coordinator', 'Cleo Marsh')
    const passkey = new SoftPasskey(site.origin.origin)
    const wrong = { staffId: cleo.id, password: 'not this one at all', name: 'Mine', ...cleo.browser.from }
    expect(await own.signIn.passkeys.offer(wrong)).toEqual(refused('wrong'))
    const options = await optionsToAdd(cleo)
    const elsewhere = new Browser('192.0.2.90')
    await own.enter(cleo, elsewhere)
    const answer = passkey.made(options)
    const { id: staffId } = cleo
    const by = (browser: Browser) => own.signIn.passkeys.add(site, { staffId, cookies: browser.cookies, answer })
    expect(await by(elsewhere)).toEqual(refused('gone'))
    expect((await by(cleo.browser)).done).toBe(true)
    expect(await by(cleo.browser)).toEqual(refused('gone'))
    expect(await own.signIn.staffOf(elsewhere.cookies)).toBeNull()
    expect(await own.signIn.staffOf(cleo.browser.cookies)).toMatchObject({ id: cleo.id })
  })

  test.each<[string, Twist]>([
    ['elsewhere', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['without a finger or a PIN', { userVerified: false }],
  ])('when it was made %s', async (_, twist) => {
    const passkey = new SoftPasskey(site.origin.origin)
    expect(await add(ama, passkey, twist)).toEqual(refused('wrong'))
    expect(await own.signIn.passkeys.of(ama.id)).toHaveLength(1)
  })

  test('too long after the password', async () => {
    const options = await optionsToAdd(ama)
    own.machine.forward('PT11M')
    const answer = new SoftPasskey(site.origin.origin).made(options)
    const added = { staffId: ama.id, cookies: ama.browser.cookies, answer }
    expect(await own.signIn.passkeys.add(site, added)).toEqual(refused('gone'))
  })
})

test('ending one is for its owner; it is recorded, told, and ends other sign-ins', async () => {
  const dov = await own.colleague('coordinator', 'Dov Lindqvist')
  const passkey = new SoftPasskey(site.origin.origin)
  await add(dov, passkey)
  const phone = new Browser('192.0.2.95')
  await own.enter(dov, phone)
  const [row] = await own.signIn.passkeys.of(dov.id)
  if (!row) throw new Error('there is no passkey')
  const end = (who: Colleague) => own.signIn.passkeys.end({ staffId: who.id, cookies: who.browser.cookies, id: row.id })
  expect(await end(ama)).toBe(false)
  expect(await end(dov)).toBe(true)
  expect(await own.signIn.staffOf(phone.cookies)).toBeNull()
  expect(await own.signIn.staffOf(dov.browser.cookies)).toMatchObject({ id: dov.id })
  const acts = await service.look<{ act: string; actor: string }>(
    `SELECT act, actor FROM ev.access_log WHERE subject_id = $1 AND act LIKE 'sign-in.passkey-%' ORDER BY id`,
    [dov.id],
  )
  expect(acts).toEqual(['added', 'ended'].map((it) => ({ act: `sign-in.passkey-${it}`, actor: dov.id })))
  const notices = (await own.signIn.passkeys.notices(100)).filter((it) => it.email === dov.email)
  expect(notices.map((it) => it.kind)).toEqual(['passkey-added', 'passkey-ended'])
})

test('they end when somebody is set up again, and when they leave', async () => {
  const eda = await own.colleague('coordinator', 'Eda Ferris')
  await add(eda, new SoftPasskey(site.origin.origin))
  const link = await own.signIn.newOperatorLink(eda.email)
  const offer = await own.signIn.lookAtLink(link ?? '')
  const set = { password: goodPassword, code: own.freshCode(offer ?? eda), ...new Browser().from }
  expect((await own.signIn.setUpByLink(link ?? '', set)).done).toBe(true)
  expect(await own.signIn.passkeys.of(eda.id)).toEqual([])
  expect(await own.signIn.passkeys.of(ama.id)).toHaveLength(1)
  await service.look(`UPDATE ev.staff SET left_on = '2026-11-23' WHERE id = $1`, [ama.id])
  expect(await own.signIn.passkeys.of(ama.id)).toEqual([])
})

test('an address that is a number has none', () => {
  const works = (address: string) => passkeysWork({ origin: new URL(address) })
  expect(['http://localhost:3000', 'https://a.example'].map(works)).toEqual([true, true])
  expect(['http://127.0.0.1:3000', 'http://[::1]:3000'].map(works)).toEqual([false, false])
})
