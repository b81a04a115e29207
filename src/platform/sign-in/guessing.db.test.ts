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

const guess = (email: string, address: string, password = 'a guess like any other') =>
  own.signIn.enterPassword({ email, password, cookies: {}, address })

const answer = async (tried: ReturnType<typeof guess>) => {
  const outcome = await tried
  return outcome.done ? 'done' : outcome.reason
}

const counted = async (tries: Promise<string>[]) => {
  const all = await Promise.all(tries)
  return Object.fromEntries([...new Set(all)].sort().map((it) => [it, all.filter((other) => other === it).length]))
}

test('a thousand wrong tries from elsewhere keep nobody out of a known device, and are few guesses', async () => {
  const ama = await own.colleague('mediator')
  let wrong = 0
  for (let round = 0; round < 100; round++) {
    const tries = Array.from({ length: 10 }, () => answer(guess(ama.email, '203.0.113.9')))
    wrong += (await counted(tries)).wrong ?? 0
  }
  expect(wrong).toBe(10)
  await own.enter(ama, ama.browser)
  expect(await own.signIn.staffOf(ama.browser.cookies)).not.toBeNull()
})

test('a guesser with a hundred addresses is held off after sixty guesses an hour, and the known device still gets in', async () => {
  const ben = await own.colleague('mediator')
  const tries = Array.from({ length: 10 }, (_, n) => n)
  let wrong = 0
  for (let net = 0; net < 10; net++) {
    const round = await counted(tries.map((n) => answer(guess(ben.email, `203.0.${net}.${n + 1}`))))
    wrong += round.wrong ?? 0
  }
  expect(wrong).toBe(60)
  expect(await guess(ben.email, '198.51.100.200')).toEqual(refused('wait'))
  await own.enter(ben, ben.browser)
  own.machine.forward('PT1H')
  expect(await guess(ben.email, '198.51.100.200')).toEqual(refused('wrong'))
})

test('one guesser does not keep a colleague out of a new device', async () => {
  const cato = await own.colleague('mediator')
  for (let quarter = 0; quarter < 4; quarter++) {
    for (let round = 0; round < 12; round++) await guess(cato.email, '203.0.113.77')
    own.machine.forward('PT14M')
  }
  await own.enter(cato, new Browser('192.0.2.200'))
})

test('a known device has its own limit, and time gives the tries back', async () => {
  const dee = await own.colleague('mediator')
  const wrong = () => own.signIn.enterPassword({ email: dee.email, password: 'forgotten again', ...dee.browser.from })
  for (let round = 0; round < 10; round++) expect(await wrong()).toEqual(refused('wrong'))
  expect(await wrong()).toEqual(refused('wait'))
  await own.enter(dee, new Browser('192.0.2.201'))
  own.machine.forward('PT15M')
  await own.enter(dee, dee.browser)
})

test('somebody who knows the password cannot use up the codes of the known device', async () => {
  const eve = await own.colleague('mediator')
  const outcomes: string[] = []
  for (let round = 0; round < 20; round++) {
    const thief = new Browser(`203.0.113.${round + 1}`)
    const first = await own.signIn.enterPassword({ email: eve.email, password: goodPassword, ...thief.from })
    if (!first.done) continue
    thief.keep([first.value])
    for (let code = 0; code < 6; code++) {
      const tried = await own.signIn.enterCode({ code: String(100_000 + code), ...thief.from })
      outcomes.push(tried.done ? 'done' : tried.reason)
    }
  }
  expect(outcomes.filter((it) => it === 'wrong')).toHaveLength(60)
  expect(outcomes).not.toContain('done')
  await own.enter(eve, eve.browser)
})

test('a device token that a stranger planted is worth nothing once its owner has signed in', async () => {
  const flo = await own.colleague('mediator')
  const planted = new Browser()
  planted.cookies.device = 'planted-by-a-stranger'
  await own.enter(flo, planted)
  const rows = await service.look<{ n: number }>(
    'SELECT count(*)::int AS n FROM auth.known_device WHERE staff_id = $1',
    [flo.id],
  )
  expect(planted.cookies.device).not.toBe('planted-by-a-stranger')
  expect(rows[0]?.n).toBe(2)
  for (let round = 0; round < 11; round++) {
    const cookies = { device: 'planted-by-a-stranger' }
    await own.signIn.enterPassword({ email: flo.email, password: 'a guess', cookies, address: '203.0.113.201' })
  }
  expect(await guess(flo.email, '203.0.113.201')).toEqual(refused('wait'))
})

test('being held off is recorded once, not a thousand times', async () => {
  const gil = await own.colleague('mediator')
  for (let round = 0; round < 30; round++) await guess(gil.email, '203.0.113.60')
  const rows = await service.look<{ act: string; n: number }>(
    `SELECT act, count(*)::int AS n FROM ev.access_log WHERE subject_id = $1 AND actor IS NULL GROUP BY act ORDER BY act`,
    [gil.id],
  )
  expect(rows).toEqual([
    { act: 'sign-in.held-off', n: 1 },
    { act: 'sign-in.refused', n: 10 },
  ])
})

test('an account that is not there, is suspended or has not joined is answered as one with another password', async () => {
  const hal = await own.colleague('mediator')
  await service.look('UPDATE ev.staff SET suspended_at = now() WHERE id = $1', [hal.id])
  const invited = await service.staff('mediator')
  const emails = ['nobody@service.example', hal.email, `${invited.id}@service.example`]
  for (const [index, email] of emails.entries()) {
    const address = `198.51.100.${index + 1}`
    expect(await guess(email, address, goodPassword)).toEqual(refused('wrong'))
    for (let round = 1; round < 10; round++) await guess(email, address)
    expect(await guess(email, address)).toEqual(refused('wait'))
  }
})

test('time does not tell whether an account is there: pairs of tries, in turn', { timeout: 120_000 }, async () => {
  const ida = await own.colleague('mediator')
  const timed = async (email: string, address: string) => {
    const start = performance.now()
    await guess(email, address)
    return performance.now() - start
  }
  const pairs: [number, number][] = []
  for (let round = 0; round < 150; round++) {
    if (round % 50 === 0) own.machine.forward('PT1H')
    const [one, other] = [
      `198.51.${100 + Math.floor(round / 50)}.${round}`,
      `198.51.${110 + Math.floor(round / 50)}.${round}`,
    ]
    const missing = `nobody-${round % 3}@service.example`
    const first = round % 2 === 0
    const a = first ? await timed(ida.email, one) : 0
    const b = await timed(missing, other)
    pairs.push([first ? a : await timed(ida.email, one), b])
  }
  const there = pairs.map(([a]) => a)
  const missing = pairs.map(([, b]) => b)
  const above = there.flatMap((a) => missing.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
  const area = above.reduce((sum: number, it) => sum + it, 0) / above.length
  expect(area).toBeGreaterThan(0.35)
  expect(area).toBeLessThan(0.65)
})
