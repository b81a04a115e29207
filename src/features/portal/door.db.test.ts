import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Visitor, wordsOf } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import { makeWorld, type World } from '../../../test/support/world.ts'

let db: TestService
let whole: WholeService
let world: World
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

interface Known {
  readonly personId: string
  readonly pointId: string
  readonly email: string
}
/** A party of the live case, with a mailbox that they called safe. */
async function partyOf(
  side: 'A' | 'B',
  email = `${side.toLowerCase()}-${Math.random()}@party.example`,
): Promise<Known> {
  const [party] = await db.look<{ id: string }>(
    'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2',
    [world.live.caseId, side],
  )
  const personId = party?.id ?? ''
  await db.look(`UPDATE ev.contact_point SET ended_at = now() WHERE person_id = $1 AND kind = 'email'`, [personId])
  const [point] = await db.look<{ id: string }>(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source, safety)
     VALUES ($1, 'email', $2, $2, 'self', 'safe') RETURNING id`,
    [personId, email],
  )
  return { personId, pointId: point?.id ?? '', email }
}

/** Asks for a code and reads it in the mail; null when none came. */
async function mailedCode(visitor: Visitor, email: string): Promise<string | null> {
  const before = whole.mail.length
  await visitor.send('/portal/sign-in', { email })
  await whole.runJobs()
  const mail = whole.mail.slice(before).findLast((it) => it.to === email)
  return mail ? (/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(mail.text)?.[0] ?? '') : null
}
const enter = (visitor: Visitor, code: string) => visitor.send('/portal/code', { code })
const isIn = async (visitor: Visitor) => (await visitor.get('/portal')).status === 200

describe('a code by e-mail', () => {
  test('lets its person in to what is theirs, once, and the way out ends it', async () => {
    const a = await partyOf('A')
    const visitor = whole.visitor('192.0.2.1')
    expect((await visitor.get('/portal')).location).toBe('/portal/sign-in')
    const code = await mailedCode(visitor, a.email)
    const sent = await enter(visitor, (code ?? '').toLowerCase().replaceAll('-', ' '))
    expect([sent.status, sent.location]).toEqual([303, '/portal'])
    const page = await visitor.get('/portal')
    expect(wordsOf(page.html)).toContain('Your next appointment is on')
    expect((await visitor.get('/portal/contact')).html).toContain(a.email)
    expect(wordsOf((await visitor.get('/portal/papers')).html)).toContain('MIAM certificate')
    const again = await enter(whole.visitor('192.0.2.2'), code ?? '')
    expect([again.status, wordsOf(again.html).includes('This code does not work')]).toEqual([422, true])
    const cookies = new Map(visitor.cookies)
    expect((await visitor.send('/portal', {}, '/portal/sign-out')).location).toBe('/portal/sign-in?told=out')
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    expect(await isIn(visitor)).toBe(false)
  })

  test('costs no try when it is right: many who come in from one place do not shut each other out', async () => {
    for (let place = 0; place < 25; place++) {
      const { email } = await partyOf('A')
      const code = await mailedCode(whole.visitor(`203.0.113.${place}`), email)
      expect((await enter(whole.visitor('192.0.2.77'), code ?? '')).status).toBe(303)
    }
  })

  test('stands nowhere in the database, and its mail says nothing of what it is for', async () => {
    const a = await partyOf('A')
    const code = (await mailedCode(whole.visitor('192.0.2.3'), a.email)) ?? ''
    const mail = whole.mail.findLast((it) => it.to === a.email)
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/mediat|http|portal|famil|case|paper|appointment/i)
    expect(mail?.text).toContain(code)
    const everything = JSON.stringify([
      await db.look('SELECT * FROM ev.message'),
      await db.look('SELECT * FROM ev.party_code'),
      await db.look('SELECT * FROM ev.access_log'),
    ])
    expect(everything).not.toContain(code)
    expect(everything).not.toContain(code.replaceAll('-', ''))
  })

  test('a newer code ends it, and so does time', async () => {
    const a = await partyOf('A')
    const visitor = whole.visitor('192.0.2.4')
    const first = (await mailedCode(visitor, a.email)) ?? ''
    const second = (await mailedCode(visitor, a.email)) ?? ''
    expect((await enter(visitor, first)).status).toBe(422)
    whole.own.machine.forward('PT31M')
    expect((await enter(visitor, second)).status).toBe(422)
  })

  test('ends after five wrong secrets, and whoever guesses is held off', async () => {
    const a = await partyOf('A')
    const code = (await mailedCode(whole.visitor('192.0.2.5'), a.email)) ?? ''
    const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
    for (let count = 0; count < 5; count++) expect((await enter(whole.visitor('192.0.2.6'), wrong)).status).toBe(422)
    expect((await enter(whole.visitor('192.0.2.5'), code)).status).toBe(422)
    const guesser = whole.visitor('192.0.2.7')
    for (let count = 0; count < 20; count++) await enter(guesser, `2222-2222-22${count + 10}`)
    expect(wordsOf((await enter(guesser, '2222-2222-2222')).html)).toContain('too many tries')
  })

  test('looking at the pages uses nothing up', async () => {
    const a = await partyOf('A')
    const visitor = whole.visitor('192.0.2.8')
    const code = (await mailedCode(visitor, a.email)) ?? ''
    for (const path of ['/portal', '/portal/code', `/portal/code?code=${code}`, `/portal/sign-in?code=${code}`])
      await whole.visitor('192.0.2.9').get(path)
    expect((await enter(visitor, code)).location).toBe('/portal')
  })

  test('goes to nobody but a party at a mailbox that they themselves called safe', async () => {
    const a = await partyOf('A')
    const change = (sql: string) => db.look(`UPDATE ev.contact_point SET ${sql} WHERE id = $1`, [a.pointId])
    const comes = async () => (await mailedCode(whole.visitor('192.0.2.10'), a.email)) !== null
    for (const [taken, given] of [
      [`safety = 'unsafe'`, `safety = 'safe'`],
      [`safety = 'not_asked'`, `safety = 'safe'`],
      [`safety = 'not_asked', source = 'other_party'`, `safety = 'safe', source = 'self'`],
      ['ended_at = now()', 'ended_at = NULL'],
    ] as const) {
      await change(taken)
      expect(await comes(), taken).toBe(false)
      await change(given)
    }
  })

  test('a mailbox that both parties have gets none, and the office is told', async () => {
    const email = 'both@party.example'
    await partyOf('A', email)
    await partyOf('B', email)
    expect(await mailedCode(whole.visitor('192.0.2.11'), email)).toBeNull()
    const tasks = await db.look(`SELECT FROM ev.task WHERE kind = 'shared-mailbox' AND case_id = $1`, [
      world.live.caseId,
    ])
    expect(tasks).toHaveLength(1)
  })

  test('the answer to asking is the same for known and unknown, before and after too many', async () => {
    const a = await partyOf('B')
    const answers = new Set<string>()
    for (const email of [a.email, 'nobody@party.example'])
      for (let count = 0; count < 7; count++) {
        const visitor = whole.visitor('192.0.2.12')
        const sent = await visitor.send('/portal/sign-in', { email })
        const { html } = await visitor.get(sent.location ?? '')
        const masked = html.replaceAll(/value="[0-9a-f-]{36}\.[^"]+"/g, '')
        answers.add(JSON.stringify([sent.status, sent.location, sent.setCookies, masked]))
      }
    expect(answers.size).toBe(1)
    const waiting = () => db.look<{ email: string }>('SELECT email FROM auth.party_request')
    expect((await waiting()).filter((it) => it.email === a.email)).toHaveLength(5)
    await whole.runJobs()
    expect(await waiting()).toEqual([])
  })
})

describe('what is signed in', () => {
  const signedIn = async (side: 'A' | 'B', address: string) => {
    const party = await partyOf(side)
    const visitor = whole.visitor(address)
    await enter(visitor, (await mailedCode(visitor, party.email)) ?? '')
    expect(await isIn(visitor)).toBe(true)
    return { party, visitor }
  }

  test('ends when nothing happens for a quarter of an hour, and after two hours in any case', async () => {
    const idle = await signedIn('A', '192.0.2.20')
    whole.own.machine.forward('PT16M')
    expect(await isIn(idle.visitor)).toBe(false)
    const busy = await signedIn('A', '192.0.2.21')
    for (let quarter = 0; quarter < 8; quarter++) {
      expect(await isIn(busy.visitor)).toBe(true)
      whole.own.machine.forward('PT14M')
    }
    whole.own.machine.forward('PT9M')
    expect(await isIn(busy.visitor)).toBe(false)
  })

  test.each([
    ['is marked unsafe', `safety = 'unsafe'`],
    ['is corrected, so that it ends', 'ended_at = now()'],
  ])('ends when the mailbox %s, and does not come back with it', async (_, change) => {
    const { party, visitor } = await signedIn('A', '192.0.2.22')
    const cookies = new Map(visitor.cookies)
    await db.look(`UPDATE ev.contact_point SET ${change} WHERE id = $1`, [party.pointId])
    expect(await isIn(visitor)).toBe(false)
    await db.look(`UPDATE ev.contact_point SET safety = 'safe', ended_at = NULL WHERE id = $1`, [party.pointId])
    for (const [name, value] of cookies) visitor.cookies.set(name, value)
    expect(await isIn(visitor)).toBe(false)
  })
})

describe('a code on paper', () => {
  test('is made by the office, works for its person alone, once, and is recorded', async () => {
    const a = await partyOf('A')
    const coordinator = await world.as('coordinator')
    const path = `/office/cases/${world.live.caseId}/people/${a.personId}/code`
    const slip = await coordinator.send(path, {})
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip.html)?.[0] ?? ''
    expect(code).not.toBe('')
    const visitor = whole.visitor('192.0.2.30')
    expect((await enter(visitor, code)).location).toBe('/portal')
    expect((await visitor.get('/portal/contact')).html).toContain(a.email)
    expect((await enter(whole.visitor('192.0.2.31'), code)).status).toBe(422)
    const [line] = await db.look<{ actor: string; subject_id: string }>(
      `SELECT actor, subject_id FROM ev.access_log WHERE act = 'portal.code-handed' ORDER BY id DESC LIMIT 1`,
    )
    expect(line).toEqual({ actor: coordinator.staff.id, subject_id: a.personId })
  })

  test('is made for the people of that case and for nobody else', async () => {
    const stranger = await partyOf('A')
    const coordinator = await world.as('coordinator')
    const path = `/office/cases/${world.closed.caseId}/people/${stranger.personId}/code`
    expect((await coordinator.get(path)).status).toBe(404)
  })
})
