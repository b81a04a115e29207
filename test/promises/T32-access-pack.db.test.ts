import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findReady, releasePack } from '../../src/features/access-packs/index.ts'
import { zipEntries } from '../../src/platform/files/zip-entries.ts'
import type { Staff } from '../../src/platform/web/route.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aCase, type TestCase } from '../support/a-case.ts'
import { letting } from '../support/a-pack.ts'
import { undoubted } from '../support/a-request.ts'
import { bothSign } from '../support/both-sign.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Typed, Visitor } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor & { readonly staff: Staff }
let officer: Visitor
let file: TestCase
let request: Id
beforeAll(async () => {
  db = await testService({ at: '2026-11-23T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
  const seen = await whole.signedIn('privacyOfficer')
  officer = seen
  file = await aCase(db, {
    A: { name: ['Ade', 'Brook'], email: ['ade@mail.example', 'safe'], address: ['1 High Street\nNR1 3AA', 'safe'] },
    B: { name: ['Bo', 'Brook'], email: ['bo@mail.example', 'safe'], address: ['9 Hidden Lane\nNR9 9ZZ', 'safe'] },
  })
  // Theirs before they asked, on whichever day this runs.
  await db.look(`UPDATE ev.contact_point SET made_at = '2026-06-01'`)
  await notes()
  request = await undoubted(db, seen.staff.id, file.A.personId, 'access')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

/** What is on the file: a note of each party, and one of both. */
async function notes(): Promise<void> {
  const author = (await db.staff('mediator', 'Mel Mediator')).id
  const { caseId } = file
  await bothSign(db, caseId)
  const [session] = await db.look<{ id: Id }>(
    `INSERT INTO ev.mediation_session (case_id, held_on, way, opened_by) VALUES ($1, '2026-11-20', 'shuttle', $2) RETURNING id`,
    [caseId, author],
  )
  for (const [zone, words] of [
    ['A', 'She says that Bo lives at 9 Hidden Lane, NR9 9ZZ, with Kit Newman'],
    ['B', 'He speaks of his debts'],
    ['both', 'They agree on Sundays'],
  ])
    await db.look(
      `INSERT INTO ev.session_note (case_id, session_id, zone, kind, legal_quality, words, passing, author)
       VALUES ($1, $2, $3, 'proposal', 'open', $4, CASE WHEN $3 <> 'both' THEN 'ask' END, $5)`,
      [caseId, session?.id, zone, words, author],
    )
}

const page = () => `/office/requests/${request}/pack`
const act = (by: Visitor, name: string, typed: Typed = {}) => by.send(page(), typed, `${page()}/${name}`)
const decide = (typed: Record<string, string>) => coordinator.send(`${page()}?item=${typed.item}`, typed, page())
const weighed = {
  ...{ nature: 'own_words', confidence: 'none', steps: 'not_safe', able: 'not_known', refused: 'not_asked' },
  ...{ health: 'none', opinion: 'none', opinion_on: '', more: '' },
}
const items = (more: string) =>
  db.look<{ id: Id; place: string; field: string; text: string | null; belongs: string; course: string }>(
    `SELECT * FROM ev.pack_item WHERE ${more} ORDER BY turn`,
  )

describe('T32: what somebody gets who asks to see what is held', () => {
  test('is collected by the service and by nobody at a screen', async () => {
    expect((await act(coordinator, 'collect')).status).toBe(303)
    expect((await coordinator.get(page())).html).toContain('being collected')
    await whole.runJobs()
    const all = await items('true')
    expect(all.length).toBeGreaterThan(10)
    const given = all.filter((it) => it.course === 'given').map((it) => it.text)
    expect(given).toContain('Ade')
    expect(given).toContain('ade@mail.example')
    const kept = JSON.stringify(all)
    expect(kept).not.toContain('debts')
    expect(kept).not.toContain('bo@mail.example')
    expect(all.some((it) => it.place === 'session_note' && it.belongs === 'theirs')).toBe(true)
  })

  test('is read where it was written freely; where the other lives is taken out whatever is decided', async () => {
    const [note] = await items(`place = 'session_note' AND text LIKE '%Hidden Lane%'`)
    const { html } = await coordinator.get(`${page()}?item=${note?.id}`)
    expect(html).toContain('<mark>9 Hidden Lane</mark>')
    const early = await findReady(db.desk.office, coordinator.staff.id, { key: newId(), requestId: request })
    expect(early).toEqual({ done: false, reason: 'undecided' })
    const sent = { item: note?.id ?? '', decision: 'given', ...weighed, more: 'Kit Newman' }
    expect((await decide(sent)).status).toBe(303)
    for (const it of await items(`course = 'to_review' AND decision IS NULL`))
      await decide({ item: it.id, decision: 'given', ...weighed })
    expect(await items(`course = 'to_review' AND decision IS NULL`)).toEqual([])
  })

  test('is let go by two people and not by one, and what is taken out is gone', async () => {
    expect((await act(coordinator, 'ready')).status).toBe(303)
    const key = newId()
    const alone = { key, requestId: request }
    expect(await releasePack(db.desk.office, letting, coordinator.staff.id, alone)).toEqual({
      done: false,
      reason: 'same_person',
    })
    expect((await coordinator.get(page())).html).not.toContain('/pack/release')
    await expect(
      db.look(
        `UPDATE ev.access_pack SET state = 'released', released_by = ready_by, released_at = now(), good_until = '2027-01-01'`,
      ),
    ).rejects.toThrow()
    expect((await act(officer, 'release')).status).toBe(303)
    const kept = JSON.stringify(await items('true'))
    for (const secret of ['Hidden Lane', 'NR9 9ZZ', 'Kit Newman']) expect(kept).not.toContain(secret)
    await expect(db.look(`UPDATE ev.pack_item SET text = 'other' WHERE text = 'Ade'`)).rejects.toThrow('has gone')
  })

  test('is taken in the portal by the person alone and for a time; each taking is recorded', async () => {
    const [pack] = await db.look<{ id: Id }>('SELECT id FROM ev.access_pack')
    const at = `/portal/data/${pack?.id}`
    const own = await whole.partyIn(file.A.personId)
    expect((await own.get('/portal/data')).html).toContain(at)
    const json = await own.send(at, { what: 'json' })
    const got = JSON.parse(json.html) as { records: { fields: Record<string, string> }[] }
    const words = JSON.stringify(got.records)
    expect(words).toContain('They agree on Sundays')
    expect(words).toContain('[taken out]')
    for (const secret of ['Hidden Lane', 'debts', 'Kit Newman', 'bo@mail.example']) expect(words).not.toContain(secret)
    const pdf = await own.send(at, { what: 'pdf' })
    expect(pdf.html.slice(0, 5)).toBe('%PDF-')
    expect(await db.look('SELECT what FROM ev.pack_taking')).toHaveLength(2)
    expect(zipEntries((await own.send(at, { what: 'archive' })).bytes)?.length).toBe(2)
    expect((await coordinator.get(page())).html).toContain('By e-mail')
    await whole.runJobs()
    expect(whole.mail.at(-1)?.to).toBe('ade@mail.example')
    expect(whole.mail.at(-1)?.text).toContain('is ready')
    const other = await whole.partyIn(file.B.personId)
    expect((await other.get(at)).status).toBe(404)
    db.clock.forward('P31D')
    expect((await own.get(at)).status).toBe(404)
    await whole.runJobs()
    expect(await items('text IS NOT NULL')).toEqual([])
    db.clock.set('2026-11-23T12:00:00Z')
  })
})
