import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settleObjection } from '../../src/features/answers/index.ts'
import { partiesOf } from '../../src/features/cases/index.ts'
import { contactPointsOf, personOf } from '../../src/features/people/index.ts'
import { objectionableUses } from '../../src/policy/index.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aCase, type TestCase } from '../support/a-case.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

const path = '/portal/data/uses'
let db: TestService
let whole: WholeService
let officer: Visitor & { readonly staff: { readonly id: Id } }
let file: TestCase
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  officer = await whole.signedIn('privacyOfficer')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})
beforeEach(async () => {
  file = await aCase(db, {
    A: { name: ['Ade', 'Brook'], email: ['ade@mail.example', 'safe'] },
    B: { name: ['Bo', 'Brook'], email: ['bo@mail.example', 'safe'] },
  })
  await db.look(`UPDATE ev.contact_point SET made_at = '2026-01-01'`)
})

const stop = async (purpose: string, side: 'A' | 'B' = 'B') =>
  (await whole.partyIn(file[side].personId)).send(path, {}, `${path}/${purpose}/stop`)
const register = () =>
  db.look<{ id: Id; request_id: Id; purpose: string; outcome: string | null }>(
    `SELECT o.* FROM ev.objection o JOIN ev.rights_request r ON r.id = o.request_id WHERE r.person_id = ANY ($1) ORDER BY o.made_at, o.purpose`,
    [[file.A.personId, file.B.personId]],
  )
const first = async () => {
  const [one] = await register()
  if (!one) throw new Error('there is no objection')
  return one
}
/** What a use can read of somebody: their name, and how they are reached. */
const seen = async (purpose: 'invitation' | 'booking' | 'recognition', personId: Id) => {
  const coordinator = (await db.staff('coordinator')).id
  return db.desk.office.read(coordinator, { purpose, deed: 'person.sought' }, async (scope) => ({
    person: await personOf(scope, personId),
    points: (await contactPointsOf(scope, personId)).length,
  }))
}
const settle = (
  outcome: 'upheld' | 'compelling',
  one: { id: Id; request_id: Id },
  reason: string | null = 'Both need it',
) =>
  settleObjection(db.desk.office, officer.staff.id, {
    ...{ key: newId(), requestId: one.request_id, objectionId: one.id, outcome, reason },
  })

describe('S23: an objection is taken seriously', () => {
  test('it is offered for each use that rests on an interest, and for no other', async () => {
    const page = wordsOf((await (await whole.partyIn(file.B.personId)).get(path)).html)
    const { purposes } = db.policy
    for (const [key, purpose] of Object.entries(purposes)) {
      const basis = purpose.state === 'active' ? purpose.subjects.otherParty?.basis.a6 : undefined
      const offered = objectionableUses(db.policy, 'otherParty').some((it) => it.purpose === key)
      expect(offered, key).toBe(
        basis === 'legitimateInterests' || basis === 'recognisedInterest' || basis === 'publicTask',
      )
      if (offered) expect(page).toContain(purpose.title)
    }
    expect((await whole.partyIn(file.A.personId)).get(path)).toBeDefined()
  })

  test('the use stops for that person at once and for nobody else, and other uses go on', async () => {
    expect((await seen('invitation', file.B.personId)).points).toBe(1)
    expect((await stop('invitation')).status).toBe(303)
    expect(await seen('invitation', file.B.personId)).toEqual({ person: null, points: 0 })
    expect((await seen('invitation', file.A.personId)).points).toBe(1)
    expect((await seen('booking', file.B.personId)).points).toBe(1)
    expect(await register()).toMatchObject([{ purpose: 'invitation', outcome: null }])
    // Twice is once.
    const again = await whole.partyIn(file.B.personId)
    expect(wordsOf((await again.get(path)).html)).toContain('It has stopped while we look at it')
    expect(await register()).toHaveLength(1)
  })

  test('upheld it stays stopped, also when the request is closed; a reason that weighs more lets it go on, and is written to them', async () => {
    await stop('invitation')
    const one = await first()
    expect((await settle('upheld', one)).done).toBe(true)
    expect((await seen('invitation', file.B.personId)).points).toBe(0)
    expect(await settle('compelling', one)).toEqual({ done: false, reason: 'decided' })
    const page = `/office/requests/${one.request_id}`
    expect((await officer.send(page, { outcome: 'done' }, `${page}/close`)).status).toBe(303)
    expect((await seen('invitation', file.B.personId)).points).toBe(0)

    await stop('recognition')
    const other = (await register()).find((it) => it.purpose === 'recognition')
    if (!other) throw new Error('there is no objection')
    expect((await settle('compelling', other)).done).toBe(true)
    expect((await seen('recognition', file.B.personId)).points).toBe(1)
    const answer = `/office/requests/${other.request_id}/answer`
    expect((await officer.send(answer, { answer_told: 'written' }, `${answer}/letter`)).status).toBe(303)
    await whole.runJobs()
    const mail = whole.mail.filter((it) => it.to === 'bo@mail.example').at(-1)?.text ?? ''
    expect(mail).toContain('UK GDPR, Article 21(1)')
    expect(mail).toContain('Information Commission')
    expect(mail).toContain('go to a court')
  })

  test('a decision is by name and with a reason; none is made about writing for gifts, which stops whatever is said', async () => {
    await stop('invitation')
    const one = await first()
    const forged = (sql: string) => db.look(`UPDATE ev.objection SET ${sql} WHERE id = $1`, [one.id])
    const by = `decided_by = '${officer.staff.id}', decided_at = now()`
    await expect(forged(`outcome = 'compelling', ${by}`)).rejects.toMatchObject({ constraint: 'objection_reason' })
    await expect(forged(`outcome = 'upheld'`)).rejects.toMatchObject({ constraint: 'objection_decided' })
    await db.look(`INSERT INTO ev.objection (request_id, purpose, made_by) VALUES ($1, 'fundraising', $2)`, [
      one.request_id,
      officer.staff.id,
    ])
    const gifts = (await register()).find((it) => it.purpose === 'fundraising')
    if (!gifts) throw new Error('there is no objection')
    expect(await settle('compelling', gifts)).toEqual({ done: false, reason: 'marketing' })
    const page = `/office/requests/${one.request_id}`
    const early = await officer.send(page, { outcome: 'done' }, `${page}/close`)
    expect(wordsOf(early.html)).toContain('Decide first on each use')
  })

  test('said in the office it stops as well; the page of the case stands without them', async () => {
    await stop('booking')
    const coordinator = await whole.signedIn('coordinator')
    const answer = await coordinator.get(`/office/cases/${file.caseId}`)
    expect(answer.status).toBe(200)
    expect(wordsOf(answer.html)).not.toContain('bo@mail.example')
    const names = await db.desk.office.read(
      coordinator.staff.id,
      { purpose: 'booking', deed: 'case.parties-opened', caseId: file.caseId },
      (scope) => partiesOf(scope, file.caseId),
    )
    expect(names.map((it) => it.side)).toEqual(['A'])
  })

  test('the database obeys it under every purpose of the office, of one word or of several', async () => {
    await stop('invitation')
    const one = await first()
    const offices = Object.values(db.policy.roles).filter((role) => role.area === 'office')
    const active = (key: PurposeKey) => db.policy.purposes[key]?.state === 'active'
    const purposes = new Set(offices.flatMap((role) => role.may.map((may) => may.purpose)).filter(active))
    expect([...purposes].filter((key) => /[A-Z]/.test(key)).length).toBeGreaterThan(3)
    for (const purpose of purposes) {
      await db.look(
        `INSERT INTO ev.objection (request_id, purpose, made_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [one.request_id, purpose, officer.staff.id],
      )
      const deed = { purpose, deed: 'person.sought' }
      const { rows } = await db.desk.office.read(officer.staff.id, deed, ({ queries }) =>
        sql<{ them: Id[] }>`SELECT ev.people_objecting() AS them`.execute(queries),
      )
      expect(rows[0]?.them, purpose).toContain(file.B.personId)
    }
  })

  test('the other party sees and hears nothing', async () => {
    const a = await whole.partyIn(file.A.personId)
    const before = wordsOf((await a.get('/portal')).html)
    await stop('invitation')
    expect(wordsOf((await a.get('/portal')).html)).toBe(before)
    expect(wordsOf((await a.get(path)).html)).not.toContain('You objected')
  })

  test('an objection is in the journal before it stands', async () => {
    await stop('invitation')
    const lines = await whole.service.journal.lines()
    const one = await first()
    expect(JSON.stringify(lines)).toContain(one.id)
  })
})
