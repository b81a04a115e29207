import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { Browser, goodPassword, type TestSignIn, testSignIn } from '../../../test/support/sign-in.ts'
import { refused } from '../../values/outcome.ts'
import { codeOfStep, stepAt } from './one-time-code.ts'

let service: TestService
let own: TestSignIn
beforeAll(async () => {
  service = await testService()
  own = testSignIn(service)
})
afterAll(() => service.end())

const acts = (subject: string) =>
  service
    .look<{ act: string }>('SELECT act FROM ev.access_log WHERE subject_id = $1 ORDER BY id', [subject])
    .then((rows) => rows.map((row) => row.act))

test('password and code sign in; the role is read anew at each request', async () => {
  const ama = await own.colleague('mediator', 'Ama Ruthven')
  const browser = new Browser()
  await own.enter(ama, browser)
  expect(await own.signIn.staffOf(browser.cookies)).toEqual({ id: ama.id, name: 'Ama Ruthven', role: 'mediator' })
  await service.look('UPDATE ev.staff SET role = $2 WHERE id = $1', [ama.id, 'supervisor'])
  expect(await own.signIn.staffOf(browser.cookies)).toMatchObject({ role: 'supervisor' })
  expect(await acts(ama.id)).toEqual(['sign-in.set-up', 'sign-in.made', 'sign-in.made'])
})

test('no secret of a cookie stands in the database as it is', async () => {
  const ben = await own.colleague('coordinator')
  await own.enter(ben, ben.browser)
  const rows = await service.look<{ text: string }>(
    `SELECT string_agg(t::text, ' ') AS text FROM (SELECT s::text AS t FROM auth.sign_in s UNION ALL SELECT d::text FROM auth.known_device d
       UNION ALL SELECT c::text FROM auth.credential c UNION ALL SELECT r::text FROM auth.recovery_code r) all_rows`,
  )
  const text = rows[0]?.text ?? ''
  expect(text).toContain('Firefox on Linux')
  const secrets = [
    ...Object.values(ben.browser.cookies),
    ...ben.recoveryCodes,
    goodPassword,
    ben.authenticatorKey.toString('hex'),
  ]
  for (const secret of secrets) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(Buffer.from(secret).toString('hex'))
    expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
  }
})

test('a wrong password and a wrong code are refused, and recorded without an actor', async () => {
  const cato = await own.colleague('coordinator')
  const browser = new Browser('192.0.2.20')
  const wrong = await own.signIn.enterPassword({ email: cato.email, password: 'not this orrery', ...browser.from })
  expect(wrong).toEqual(refused('wrong'))
  const right = await own.signIn.enterPassword({ email: cato.email, password: goodPassword, ...browser.from })
  if (right.done) browser.keep([right.value])
  expect(await own.signIn.staffOf(browser.cookies)).toBeNull()
  expect(await own.signIn.enterCode({ code: '000000', ...browser.from })).toEqual(refused('wrong'))
  const rows = await service.look(
    `SELECT act, actor, db_role FROM ev.access_log WHERE subject_id = $1 AND act = 'sign-in.refused'`,
    [cato.id],
  )
  expect(rows).toEqual(
    Array(2).fill({ act: 'sign-in.refused', actor: null, db_role: `${service.place.prefix}_login_auth` }),
  )
})

test('a code works once, also when it is sent twice at the same moment, and an earlier one not after a later', async () => {
  const dee = await own.colleague('mediator')
  const browsers = [new Browser('192.0.2.31'), new Browser('192.0.2.32'), new Browser('192.0.2.33')]
  for (const browser of browsers) {
    const first = await own.signIn.enterPassword({ email: dee.email, password: goodPassword, ...browser.from })
    if (first.done) browser.keep([first.value])
  }
  const code = own.freshCode(dee)
  const earlier = codeOfStep(dee.authenticatorKey, stepAt(own.machine.now()) - 1)
  const [one, two, three] = browsers as [Browser, Browser, Browser]
  const both = await Promise.all([one, two].map((it) => own.signIn.enterCode({ code, ...it.from })))
  expect(both.filter((it) => it.done)).toHaveLength(1)
  expect(await own.signIn.enterCode({ code, ...three.from })).toEqual(refused('wrong'))
  expect(await own.signIn.enterCode({ code: earlier, ...three.from })).toEqual(refused('wrong'))
})

test('a step ends after five codes, after ten minutes, and when it was used', async () => {
  const eve = await own.colleague('mediator')
  const start = async () => {
    const browser = new Browser('192.0.2.40')
    const first = await own.signIn.enterPassword({ email: eve.email, password: goodPassword, ...browser.from })
    if (first.done) browser.keep([first.value])
    return browser
  }
  const tired = await start()
  for (let round = 0; round < 5; round++) await own.signIn.enterCode({ code: '000000', ...tired.from })
  expect(await own.signIn.enterCode({ code: own.freshCode(eve), ...tired.from })).toEqual(refused('again'))
  const late = await start()
  own.machine.forward('PT10M1S')
  expect(await own.signIn.awaitsCode(late.cookies)).toBe(false)
  expect(await own.signIn.enterCode({ code: own.freshCode(eve), ...late.from })).toEqual(refused('again'))
  const used = await start()
  const before = used.from
  const entered = await own.signIn.enterCode({ code: own.freshCode(eve), ...before })
  expect(entered.done).toBe(true)
  expect(await own.signIn.enterCode({ code: own.freshCode(eve), ...before })).toEqual(refused('again'))
})

test('a recovery code stands in for the authenticator once', async () => {
  const flo = await own.colleague('mediator')
  const enter = async (code: string) => {
    const browser = new Browser('192.0.2.50')
    const first = await own.signIn.enterPassword({ email: flo.email, password: goodPassword, ...browser.from })
    if (first.done) browser.keep([first.value])
    return (await own.signIn.enterRecoveryCode({ code, ...browser.from })).done
  }
  const [code = ''] = flo.recoveryCodes
  expect(flo.recoveryCodes).toHaveLength(10)
  expect(await enter(code.toLowerCase().replace('-', ' '))).toBe(true)
  expect(await enter(code)).toBe(false)
  expect(await own.signIn.recoveryCodesLeft(flo.id)).toBe(9)
  expect(await acts(flo.id)).toContain('sign-in.recovered')
})

test('a sign-in ends after a quarter of an hour of nothing, and after twelve hours whatever is done', async () => {
  const gil = await own.colleague('mediator')
  const idle = new Browser()
  await own.enter(gil, idle)
  own.machine.forward('PT14M59S')
  expect(await own.signIn.staffOf(idle.cookies)).not.toBeNull()
  own.machine.forward('PT14M59S')
  expect(await own.signIn.staffOf(idle.cookies)).not.toBeNull()
  own.machine.forward('PT15M')
  expect(await own.signIn.staffOf(idle.cookies)).toBeNull()
  const busy = new Browser()
  await own.enter(gil, busy)
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    own.machine.forward('PT10M')
    expect(await own.signIn.staffOf(busy.cookies)).not.toBeNull()
  }
  own.machine.forward('PT10M')
  expect(await own.signIn.staffOf(busy.cookies)).toBeNull()
})

test('signing in changes the token, ends the browser’s former one, and signing out ends it for good', async () => {
  const hal = await own.colleague('mediator')
  const browser = new Browser()
  await own.enter(hal, browser)
  const former = { ...browser.cookies }
  await own.enter(hal, browser)
  expect(browser.cookies.sign_in).not.toBe(former.sign_in)
  expect(browser.cookies.device).not.toBe(former.device)
  expect(await own.signIn.staffOf(former)).toBeNull()
  const kept = { ...browser.cookies }
  await own.signIn.signOut(browser.cookies)
  expect(await own.signIn.staffOf(kept)).toBeNull()
  expect((await acts(hal.id)).filter((it) => it === 'sign-in.ended')).toHaveLength(2)
})

test('one sees where one is signed in and ends any of them; somebody else’s identifier ends nothing', async () => {
  const [ida, jo] = [await own.colleague('mediator'), await own.colleague('mediator')]
  const [desk, phone] = [new Browser(), new Browser('198.51.100.7')]
  await own.enter(ida, desk)
  await own.enter(ida, phone)
  const list = await own.signIn.signInsOf(ida.id, desk.cookies)
  expect(list.map((it) => [it.device, it.current])).toEqual([
    ['Firefox on Linux', false],
    ['Firefox on Linux', true],
    ['Firefox on Linux', false],
  ])
  const [newest] = list
  if (!newest) throw new Error('nothing listed')
  expect(await own.signIn.endSignIns({ staffId: jo.id, id: newest.id, by: jo.id })).toBe(0)
  expect(await own.signIn.endSignIns({ staffId: ida.id, id: newest.id, by: ida.id })).toBe(1)
  expect(await own.signIn.staffOf(phone.cookies)).toBeNull()
  expect(await own.signIn.staffOf(desk.cookies)).not.toBeNull()
})

test('suspending ends every sign-in at once, whoever writes it; resuming brings none back', async () => {
  const kim = await own.colleague('mediator')
  await own.enter(kim, kim.browser)
  await service.look(`UPDATE ev.staff SET suspended_at = now() WHERE id = $1`, [kim.id])
  expect(await own.signIn.staffOf(kim.browser.cookies)).toBeNull()
  expect(await own.signIn.enterPassword({ email: kim.email, password: goodPassword, ...kim.browser.from })).toEqual(
    refused('wrong'),
  )
  await service.look('UPDATE ev.staff SET suspended_at = NULL WHERE id = $1', [kim.id])
  expect(await own.signIn.staffOf(kim.browser.cookies)).toBeNull()
  await own.enter(kim, kim.browser)
  expect(await own.signIn.staffOf(kim.browser.cookies)).not.toBeNull()
})

test('leaving ends password, authenticator and devices too', async () => {
  const lou = await own.colleague('mediator')
  await service.look(`UPDATE ev.staff SET left_on = '2026-11-23' WHERE id = $1`, [lou.id])
  expect(await own.signIn.staffOf(lou.browser.cookies)).toBeNull()
  for (const table of ['credential', 'recovery_code', 'known_device', 'sign_in_step']) {
    expect(await service.look(`SELECT FROM auth.${table} WHERE staff_id = $1`, [lou.id])).toEqual([])
  }
})

test('the last administrator cannot be removed, also when two remove each other at once', async () => {
  const [mo, nan] = [await own.colleague('administrator'), await own.colleague('administrator')]
  const remove = (id: string) =>
    service.look(`UPDATE ev.staff SET suspended_at = now() WHERE id = $1`, [id]).then(
      () => 'removed',
      (error: { constraint?: string }) => error.constraint,
    )
  expect((await Promise.all([remove(mo.id), remove(nan.id)])).sort()).toEqual(['removed', 'staff_last_administrator'])
  const [left] = await service.look<{ id: string }>(
    `SELECT id FROM ev.staff WHERE role = 'administrator' AND joined_at IS NOT NULL AND suspended_at IS NULL`,
  )
  const last = left?.id ?? ''
  for (const change of [`role = 'mediator'`, `left_on = '2026-11-23'`]) {
    const outcome = service.look(`UPDATE ev.staff SET ${change} WHERE id = $1`, [last])
    await expect(outcome).rejects.toMatchObject({ constraint: 'staff_last_administrator' })
  }
})

test('what is over is forgotten, and nothing else', async () => {
  const oz = await own.colleague('mediator')
  await own.enter(oz, oz.browser)
  await own.signIn.enterPassword({ email: oz.email, password: goodPassword, ...new Browser().from })
  const count = async () =>
    (await service.look<{ n: string }>('SELECT count(*)::text AS n FROM auth.sign_in WHERE staff_id = $1', [oz.id]))[0]
      ?.n
  await own.signIn.tidy('P90D')
  expect(await count()).toBe('2')
  own.machine.forward('P91D')
  await own.signIn.tidy('P90D')
  expect(await count()).toBe('0')
  expect(await service.look('SELECT FROM auth.sign_in_step WHERE staff_id = $1', [oz.id])).toEqual([])
  expect(await service.look('SELECT FROM auth.known_device WHERE staff_id = $1', [oz.id])).toHaveLength(1)
})

test('a code of a party is forgotten when its time has long been over, and not before', async () => {
  const code = (expires: string) =>
    service.look(
      `WITH them AS (INSERT INTO ev.person (given_name, family_name) VALUES ('Pat', 'Test') RETURNING id)
       INSERT INTO ev.party_code (id, person_id, way, number_hash, secret_hash, expires_at)
       SELECT gen_random_uuid(), id, 'paper', '\\x01', '\\x02', $1 FROM them`,
      [expires],
    )
  const now = own.machine.now().toZonedDateTimeISO('UTC')
  await code(now.subtract('P91D').toInstant().toString())
  await code(now.subtract('P89D').toInstant().toString())
  await own.signIn.tidy('P90D')
  expect(await service.look('SELECT FROM ev.party_code')).toHaveLength(1)
})
