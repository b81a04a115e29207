import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallEndings } from '../../src/features/retention/data/small-writes.ts'
import { sweepRuleOf } from '../../src/policy/enforcing/sweep-plan.ts'
import { noticeOf } from '../../src/policy/notice/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { shippedPolicy } from '../support/policies.ts'
import { readingTime } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor
beforeAll(async () => {
  db = await testService({ policy: 'parents', at: '2026-11-20T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const settings = { telephone: '01632 960 001', openingHours: 'Monday to Friday', privacyLead: 'Kit' }
const list = '/office/professionals'
const priya = {
  ...{ name: 'Priya Marl', work: 'solicitor', organisation: 'Marl & Teal LLP', email: 'priya@marl.example' },
  ...{ telephone: '01632 960 200', source: 'themselves' },
}

describe('S27: professionals are people too', () => {
  test.each(['trust', 'parents'] as const)(
    'their details have a basis, a source and an end in the policy of %s',
    async (name) => {
      const policy = await shippedPolicy(name)
      const purpose = policy.purposes.professionalContacts
      expect(purpose?.state).toBe('active')
      expect(purpose?.subjects.professional).toMatchObject({ told: 'firstContact' })
      expect(sweepRuleOf(policy, 'professional')).toMatchObject({ from: 'professional.lastContact' })
      expect(JSON.stringify(noticeOf(policy, settings))).toContain(purpose?.title)
    },
  )

  test('they are added, put right and found; never twice under one work address', async () => {
    const added = await coordinator.send(`${list}/new`, priya)
    expect(added.status).toBe(303)
    expect((await coordinator.send(`${list}/new`, { ...priya, email: 'PRIYA@marl.example' })).location).toBe(
      added.location,
    )
    await coordinator.send(String(added.location), { ...priya, organisation: 'Teal & Marl' })
    expect(wordsOf((await coordinator.get(list)).html)).toContain('Teal & Marl')
    expect(await db.look('SELECT count(*)::int AS n FROM ev.professional')).toEqual([{ n: 1 }])
  })

  test('are never mixed with clients: nothing of a person, a party or a case can point to them', async () => {
    const ties = await db.look(
      `SELECT conrelid::regclass::text AS tab FROM pg_constraint
        WHERE contype = 'f' AND (confrelid = 'ev.professional'::regclass OR conrelid = 'ev.professional'::regclass) ORDER BY 1`,
    )
    // What is written to them about an account of theirs, and what lets them in to it.
    expect(ties).toEqual(['auth.party_sign_in', 'ev.message', 'ev.party_code'].map((tab) => ({ tab })))
    const mixed = (table: string) =>
      db.look(`SELECT FROM ${table} WHERE professional_id IS NOT NULL AND person_id IS NOT NULL`)
    for (const { tab } of ties as { tab: string }[]) expect(await mixed(tab)).toEqual([])
    const readers = await db.look<{ name: string }>(
      `SELECT r.rolname AS name FROM pg_roles r WHERE r.rolname LIKE $1 AND NOT r.rolsuper AND r.rolname <> $2
          AND has_column_privilege(r.oid, 'ev.professional', 'name', 'SELECT')`,
      [`${db.place.prefix}\\_%`, `${db.place.prefix}_owner`],
    )
    expect(readers.map((it) => it.name.replace(`${db.place.prefix}_`, '')).join(' ')).not.toMatch(
      /mediation|screening|booking|public_/,
    )
    for (const role of ['mediator', 'administrator', 'privacyOfficer'])
      expect((await (await whole.signedIn(role)).get(list)).status, role).toBe(404)
  })

  test('a referral leads to the professional who made it, and keeping them takes nothing of the client along', async () => {
    const referral = {
      ...{
        role: 'agency',
        referrer_name: 'Jo Ash',
        organisation: 'Harbour Advice',
        referrer_email: 'jo@harbour.example',
      },
      ...{ 'permission[]': 'yes', given_name: 'Ade', family_name: 'Brook', topic: 'both' },
      ...{ 'ways[]': ['telephone'], telephone: '01632 960 100', voicemail: 'no' },
    }
    expect((await whole.visitor().send('/refer', referral, '/refer', readingTime)).status).toBe(303)
    const [row] = await db.look<{ id: string }>('SELECT enquiry_id AS id FROM ev.referral')
    const page = `/office/enquiries/${row?.id}`
    const kept = await coordinator.send(page, {}, `${page}/keep-referrer`)
    expect(kept.location).toMatch(/^\/office\/professionals\//)
    const shown = await coordinator.get(String(kept.location))
    expect(shown.html).toContain(page)
    expect(wordsOf(shown.html)).not.toMatch(/Ade|Brook|960 100/)
    expect((await coordinator.get(page)).html).toContain(String(kept.location))
  })

  test('they end by their own clock, counted from the last contact', async () => {
    const keep = sweepRuleOf(db.policy, 'professional')?.keep
    expect(keep).toBeDefined()
    expect(smallEndings.professional).toBeDefined()
    const [row] = await db.look<{ id: string }>(`SELECT id FROM ev.professional WHERE name = 'Jo Ash'`)
    await db.look(`UPDATE ev.professional SET last_contact_on = '2023-01-01'`)
    await coordinator.send(`${list}/${row?.id}`, {}, `${list}/${row?.id}/contacted`)
    await whole.runJobs()
    expect(await db.look('SELECT name FROM ev.professional')).toEqual([{ name: 'Jo Ash' }])
  })

  test('may have an account, which a colleague gives and ends, and which goes with them', async () => {
    const [row] = await db.look<{ id: Id; email: string }>(
      `SELECT id, email FROM ev.professional WHERE name = 'Jo Ash'`,
    )
    const page = `${list}/${row?.id}`
    await coordinator.send(page, {}, `${page}/invite`)
    await whole.runJobs()
    const told = whole.mail.findLast((it) => it.to === row?.email)?.text ?? ''
    expect(told).toContain('/privacy')
    const referrer = await whole.referrerIn(row?.id as Id)
    expect((await referrer.get('/portal/referrals')).status).toBe(200)
    await coordinator.send(page, {}, `${page}/end-account`)
    expect((await referrer.get('/portal/referrals')).status).toBe(303)
  })
})
