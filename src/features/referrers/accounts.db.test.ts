import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseFrom, officeOf } from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Visitor, wordsOf } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import type { Id } from '../../values/ids.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const page = (id: Id) => `/office/professionals/${id}`
let made = 0
/** A professional of one and the same firm; `invited`: with an account. */
async function solicitor(name: string, invited = true): Promise<{ readonly id: Id; readonly email: string }> {
  const email = `${name.toLowerCase()}${++made}@marl.example`
  const work = { work: 'solicitor', organisation: 'Marl & Teal LLP', telephone: '', source: 'themselves' }
  const added = await coordinator.send('/office/professionals/new', { name, email, ...work })
  const id = String(added.location).split('/').at(-1) as Id
  if (invited) await coordinator.send(page(id), {}, `${page(id)}/invite`)
  return { id, email }
}

const codePattern = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/
async function mailedCode(visitor: Visitor, email: string): Promise<string | null> {
  const before = whole.mail.length
  await visitor.send('/portal/sign-in', { email })
  await whole.runJobs()
  const mail = whole.mail.slice(before).findLast((it) => it.to === email)
  return mail ? (codePattern.exec(mail.text)?.[0] ?? '') : null
}

const referral = {
  ...{ 'permission[]': 'yes', topic: 'both', given_name: 'Ade', family_name: 'Brook', own_reference: 'MT/4411' },
  ...{ 'ways[]': ['telephone'], telephone: '01632 960 100', voicemail: 'no' },
}
const refer = (visitor: Visitor, typed: Readonly<Record<string, string | readonly string[]>> = {}) =>
  visitor.send('/portal/referrals/new', { ...referral, ...typed })
const list = async (visitor: Visitor) => wordsOf((await visitor.get('/portal/referrals')).html)
const newest = async () => {
  const [row] = await db.look<{ id: Id }>('SELECT id FROM ev.enquiry ORDER BY received_at DESC LIMIT 1')
  if (!row) throw new Error('there is no enquiry')
  return row.id
}

describe('an account', () => {
  test('is given by the office, told by mail, and opened by a code of the parties’ own kind, once', async () => {
    const { id, email } = await solicitor('Priya')
    await whole.runJobs()
    expect(whole.mail.findLast((it) => it.to === email)?.text).toContain('/portal/sign-in')
    const visitor = whole.visitor('192.0.2.60')
    const code = (await mailedCode(visitor, email)) ?? ''
    // Looking at the page, as programs that read mail do, uses nothing up.
    for (let look = 0; look < 3; look++) await whole.visitor('192.0.2.61').get('/portal/code')
    expect((await visitor.send('/portal/code', { code })).location).toBe('/portal/referrals')
    expect((await visitor.get('/portal/referrals')).status).toBe(200)
    expect((await whole.visitor('192.0.2.62').send('/portal/code', { code })).status).toBe(422)
    expect(wordsOf((await coordinator.get(page(id))).html)).toContain('They have one since')
    expect((await visitor.send('/portal/referrals', {}, '/portal/sign-out')).location).toContain('/portal/sign-in')
    expect((await visitor.get('/portal/referrals')).status).toBe(303)
  })

  test('nobody learns at the door who has one: the answer is the same, and is given before anybody looks', async () => {
    const { email } = await solicitor('Known')
    const without = await solicitor('Without', false)
    const ask = async (typed: string) => {
      const visitor = whole.visitor('192.0.2.70')
      const asked = await visitor.send('/portal/sign-in', { email: typed })
      const { html } = await visitor.get(String(asked.location))
      return [asked.status, asked.location, html.replaceAll(/(value|nonce)="[^"]*"/g, '')]
    }
    const answers = [await ask(email), await ask(without.email), await ask('nobody@example.org')]
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
    const before = whole.mail.length
    await whole.runJobs()
    const codes = whole.mail.slice(before).filter((it) => codePattern.test(it.text))
    expect(codes.map((it) => it.to)).toEqual([email])
  })

  test('ends at once: what is signed in shows nothing more, and no code comes', async () => {
    const { id, email } = await solicitor('Ends')
    const visitor = await whole.referrerIn(id)
    expect((await visitor.get('/portal/referrals')).status).toBe(200)
    await coordinator.send(page(id), {}, `${page(id)}/end-account`)
    expect((await visitor.get('/portal/referrals')).location).toContain('/portal/sign-in')
    expect(await mailedCode(whole.visitor('192.0.2.63'), email)).toBeNull()
    await coordinator.send(page(id), {}, `${page(id)}/invite`)
    expect((await visitor.get('/portal/referrals')).status).toBe(303)
  })

  test('a mailbox that changes lets nobody in by what was signed in before; one that two would share is refused', async () => {
    const { id } = await solicitor('Moves')
    const other = await solicitor('Other')
    const visitor = await whole.referrerIn(id)
    const details = { name: 'Moves', work: 'solicitor', organisation: 'Marl', telephone: '', source: 'themselves' }
    const taken = await coordinator.send(page(id), { ...details, email: other.email })
    expect([taken.status, taken.html.includes('Somebody else has an account with this mailbox')]).toEqual([422, true])
    expect((await visitor.get('/portal/referrals')).status).toBe(200)
    expect((await coordinator.send(page(id), { ...details, email: 'moved@marl.example' })).status).toBe(303)
    expect((await visitor.get('/portal/referrals')).status).toBe(303)
  })
})

describe('a referrer', () => {
  test('is let in to their own referrals and to no page of a party, nor a party to theirs', async () => {
    const visitor = await whole.referrerIn((await solicitor('Alone')).id)
    for (const path of ['/portal', '/portal/papers', '/portal/contact'])
      expect((await visitor.get(path)).status).toBe(404)
    const office = await officeOf(db)
    await refer(visitor)
    const caseId = await caseFrom(db, office, whole.service.keyring, await newest())
    const [party] = await db.look<{ id: Id }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1', [caseId])
    const own = await whole.partyIn(party?.id as Id)
    expect((await own.get('/portal')).status).toBe(200)
    for (const path of ['/portal/referrals', '/portal/referrals/new']) expect((await own.get(path)).status).toBe(404)
  })

  test('finds their details filled in, whatever is sent in their place', async () => {
    const { id, email } = await solicitor('Filled')
    const visitor = await whole.referrerIn(id)
    expect(wordsOf((await visitor.get('/portal/referrals/new')).html)).toContain(email)
    db.clock.forward('PT1M')
    const sent = await refer(visitor, { referrer_name: 'Mallory', referrer_email: 'mallory@evil.example' })
    expect(sent.location).toBe('/portal/referrals?told=sent')
    const [row] = await db.look('SELECT name, email, professional_id FROM ev.referral ORDER BY made_at DESC LIMIT 1')
    expect(row).toEqual({ name: 'Filled', email, professional_id: id })
    const refused = await refer(visitor, { 'permission[]': [], own_reference: 'x'.repeat(61) })
    expect([refused.status, refused.html.includes('Ade')]).toEqual([422, true])
  })

  test('sees of their own three words each, and nothing of a colleague’s of the same firm', async () => {
    const one = await whole.referrerIn((await solicitor('One')).id)
    const two = await whole.referrerIn((await solicitor('Two')).id)
    await refer(one, { own_reference: 'ONE/1' })
    expect(await list(one)).toMatch(/ONE\/1.*Received ?Yes.*booked ?Not yet.*attended ?Not yet/)
    expect(await list(one)).not.toMatch(/Ade|Brook|960 100/)
    expect(await list(two)).toContain('There is no referral to show')
  })

  test('sees nothing more once the person ends it, nor that it was there', async () => {
    const visitor = await whole.referrerIn((await solicitor('Shown')).id)
    const before = await list(visitor)
    db.clock.forward('PT1M')
    await refer(visitor)
    expect(await list(visitor)).not.toBe(before)
    const enquiry = `/office/enquiries/${await newest()}`
    await coordinator.send(enquiry, {}, `${enquiry}/end-progress`)
    expect(await list(visitor)).toBe(before)
  })
})

describe('in the database', () => {
  const inPortal = async <Result>(actor: Id, table: 'enquiry' | 'referral' | 'professional' | 'message') =>
    db.desk.portal.read(actor, { purpose: 'enquiries', deed: 'referral.own-listed' }, ({ queries }) =>
      queries.selectFrom(table).select('id').execute(),
    ) as Promise<Result>

  test('they read no table', async () => {
    const { id } = await solicitor('Reads')
    for (const table of ['enquiry', 'referral', 'professional', 'message'] as const)
      await expect(inPortal(id, table), table).rejects.toMatchObject({ code: '42501' })
  })

  test('nobody without an account adds anything there, and nobody into another’s account', async () => {
    const { id } = await solicitor('Holder')
    const stranger = (await solicitor('Stranger', false)).id
    const other = (await solicitor('Another')).id
    const add = (desk: 'portal' | 'public', actor: Id | null, professionalId: Id) =>
      db.desk[desk].read(actor, { purpose: 'enquiries', deed: 'referral.received' }, ({ queries }) =>
        queries
          .insertInto('referral')
          .values({
            ...{
              id: crypto.randomUUID() as Id,
              enquiry_id: crypto.randomUUID() as Id,
              professional_id: professionalId,
            },
            ...({ name: 'x', work: 'solicitor', organisation: 'x', email: 'x@y.example' } as const),
            link_hash: Buffer.from(crypto.randomUUID()),
          })
          .execute(),
      )
    const refused = { code: '42501' }
    await expect(add('portal', stranger, stranger)).rejects.toMatchObject(refused)
    await expect(add('portal', other, id)).rejects.toMatchObject(refused)
    await expect(add('public', null, id)).rejects.toMatchObject(refused)
  })
})
