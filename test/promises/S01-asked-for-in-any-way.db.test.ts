import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../src/platform/web/route.ts'
import type { Id } from '../../src/values/ids.ts'
import { caseFrom, officeOf } from '../support/case-life.ts'
import { readingTime, sendContact, sendReferral, shortContact } from '../support/public-pages.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor & { readonly staff: Staff }
beforeAll(async () => {
  db = await testService({ policy: 'parents' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

interface Source {
  readonly id: string
  readonly channel: string
  readonly asked_by: string
  readonly organisation: string | null
  readonly permission_stated: boolean
}
const sources = () =>
  db.look<Source>('SELECT id, channel, asked_by, organisation, permission_stated FROM ev.enquiry ORDER BY received_at')

/** What came last, and the page on which the office reads it. */
async function latest() {
  const source = (await sources()).at(-1)
  if (!source) throw new Error('no enquiry was made')
  const { id, ...rest } = source
  return { ...rest, page: wordsOf((await coordinator.get(`/office/enquiries/${id}`)).html) }
}

const forClient = { 'for_client[]': 'yes', role: 'solicitor', organisation: 'Marl & Teal LLP' }
const self = { asked_by: 'self', organisation: null, permission_stated: false }

describe('S01: an appointment can be asked for in any way, and it is noted who asked', () => {
  test('by a message', async () => {
    await sendContact(whole.visitor())
    expect(await latest()).toMatchObject({ channel: 'contact_form', ...self })
  })

  test('by referring oneself', async () => {
    db.clock.forward('PT1M')
    await sendReferral(whole.visitor())
    expect(await latest()).toMatchObject({ channel: 'self_referral', ...self })
  })

  test('by telephone, by oneself or by somebody for one', async () => {
    db.clock.forward('PT1M')
    const call = { given_name: 'Ife', family_name: 'Rowe', topic: 'children' }
    await coordinator.send('/office/enquiries/new', call)
    expect(await latest()).toMatchObject({ channel: 'telephone', ...self })
    db.clock.forward('PT1M')
    const agency = { asked_by: 'agency', organisation: 'Harbour Women’s Aid', 'permission[]': 'yes' }
    await coordinator.send('/office/enquiries/new', { ...call, ...agency })
    const { page, ...source } = await latest()
    expect(source).toEqual({
      ...{ channel: 'telephone', asked_by: 'agency', organisation: agency.organisation },
      permission_stated: true,
    })
    expect(page).toContain('An agency, Harbour Women’s Aid. Says that the client agreed.')
  })

  test('by a solicitor with their client’s permission', async () => {
    db.clock.forward('PT1M')
    await sendContact(whole.visitor(), { ...forClient, 'permission[]': 'yes' })
    const { page, ...source } = await latest()
    expect(source).toEqual({
      ...{ channel: 'contact_form', asked_by: 'solicitor', organisation: 'Marl & Teal LLP' },
      permission_stated: true,
    })
    expect(page).toContain('A solicitor, Marl & Teal LLP. Says that the client agreed.')
  })

  test('and not by one who does not say that their client agreed', async () => {
    const before = await sources()
    const sent = await whole.visitor().send('/contact', { ...shortContact, ...forClient }, '/contact', readingTime)
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('Ask your client first')
    expect(sent.html).toContain('Marl &amp; Teal LLP')
    expect(await sources()).toEqual(before)
  })

  test('every enquiry has its channel and its source, and neither can be changed afterwards', async () => {
    const rights = await db.look<{ name: string }>(
      `SELECT r.rolname || ' ' || a.attname AS name FROM pg_roles r CROSS JOIN pg_attribute a
        WHERE a.attrelid = 'ev.enquiry'::regclass AND a.attname IN ('channel', 'asked_by', 'permission_stated')
          AND r.rolname LIKE $1 AND has_column_privilege(r.oid, a.attrelid, a.attnum, 'UPDATE')
          AND NOT r.rolsuper AND r.rolname <> $2`,
      [`${db.place.prefix}\\_%`, `${db.place.prefix}_owner`],
    )
    expect(rights).toEqual([])
    await expect(
      db.look(`INSERT INTO ev.enquiry (reference, given_name, family_name) VALUES ('x', 'a', 'b')`),
    ).rejects.toThrow('channel')
  })
})

const referral = {
  ...{ role: 'solicitor', referrer_name: 'Priya Marl', organisation: 'Marl & Teal LLP' },
  ...{ referrer_email: 'priya@marl.example', 'permission[]': 'yes', topic: 'both' },
  ...{ given_name: 'Ade', family_name: 'Brook', 'ways[]': ['telephone'], telephone: '01632 960 100', voicemail: 'no' },
}
const refer = (typed: Readonly<Record<string, string | readonly string[]>> = {}) =>
  whole.visitor().send('/refer', { ...referral, ...typed }, '/refer', readingTime)

/** The link that went to the referrer last, as its path. */
async function linkSent(): Promise<string> {
  await whole.runJobs()
  const found = /\/refer\/progress\/[\w-]{43}/.exec(JSON.stringify(whole.mail.at(-1)))
  if (!found) throw new Error('no link was sent')
  return found[0]
}

/** What a link shows when its button is pressed. */
const press = async (link: string) => wordsOf((await whole.visitor().send(link, {}, link)).html)

describe('S01: a referral by a form of its own', () => {
  test('notes who asked, in whose name, and that the person agreed; and is refused without that', async () => {
    db.clock.forward('PT1M')
    expect((await refer({ 'permission[]': [] })).status).toBe(422)
    expect((await refer()).status).toBe(303)
    const { page, ...source } = await latest()
    expect(source).toEqual({
      ...{ channel: 'referral', asked_by: 'solicitor', organisation: 'Marl & Teal LLP' },
      permission_stated: true,
    })
    expect(page).toContain('Priya Marl')
    expect(page).toContain('Says that the client agreed.')
  })

  test('writes to the referrer alone, and names nobody', async () => {
    const link = await linkSent()
    const sent = JSON.stringify(whole.mail.at(-1))
    expect(sent).toContain('priya@marl.example')
    expect(sent).not.toMatch(/Ade|Brook|960 100/)
    expect(link).toMatch(/^\/refer\/progress\//)
  })

  test('does not show whether the person is known: every page and every mail is the same', async () => {
    const seen = async (typed: Readonly<Record<string, string>>) => {
      db.clock.forward('PT1M')
      const sent = await refer(typed)
      const { html } = await whole.visitor().get(String(sent.location))
      await whole.runJobs()
      const { text } = whole.mail.at(-1) as { text: string }
      return [sent.status, html, text].map((it) =>
        String(it)
          .replaceAll(/E-[A-Z0-9]{4}-[A-Z0-9]{3}/g, 'E')
          .replaceAll(/progress\/[\w-]{43}/g, 'progress')
          .replaceAll(/(value|content|nonce)="[^"]*"/g, ''),
      )
    }
    const stranger = await seen({ given_name: 'Wholly', family_name: 'Unknown', telephone: '01632 960 555' })
    expect(await seen({})).toEqual(stranger)
  })
})

describe('S01: what a referrer can follow', () => {
  test('opening the link shows a button and tells nothing; pressing it tells three things and no more', async () => {
    db.clock.forward('PT1M')
    await refer({ given_name: 'Hidden', family_name: 'Name' })
    const link = await linkSent()
    const opened = wordsOf((await whole.visitor().get(link)).html)
    expect(opened).not.toContain('Received')
    const shown = await press(link)
    expect(shown).toMatch(/Received ?Yes.*First meeting booked ?Not yet.*First meeting attended ?Not yet/)
    expect(shown).not.toMatch(/Hidden|Name|Priya/)
  })

  test('booked and attended are those of this person, never of the other party', async () => {
    const office = await officeOf(db)
    const [row] = await db.look<{ id: string }>('SELECT id FROM ev.enquiry ORDER BY received_at DESC LIMIT 1')
    const link = await linkSent()
    const caseId = await caseFrom(db, office, whole.service.keyring, row?.id as Id)
    const meet = (zone: 'A' | 'B', status: string) =>
      db.look(
        `WITH a AS (INSERT INTO ev.appointment (case_id, kind, zone, mediator_id, means, starts_at, ends_at)
           VALUES ($1, 'miam', $2, $4, 'telephone', now() + ($5 || ' days')::interval, now() + ($5 || ' days')::interval + '1 hour') RETURNING id)
         INSERT INTO ev.attendance (appointment_id, case_id, party_id, zone, status)
         SELECT a.id, $1, p.id, $2, $3 FROM a, ev.party p WHERE p.case_id = $1 AND p.side = $2`,
        [caseId, zone, status, office.mediator, zone === 'A' ? 3 : 5],
      )
    await meet('B', 'attended')
    expect(await press(link)).toMatch(/booked ?Not yet.*attended ?Not yet/)
    await meet('A', 'expected')
    expect(await press(link)).toMatch(/booked ?Yes.*attended ?Not yet/)
    await db.look(`UPDATE ev.attendance SET status = 'attended' WHERE case_id = $1 AND zone = 'A'`, [caseId])
    expect(await press(link)).toMatch(/booked ?Yes.*attended ?Yes/)
  })

  test('it ends when the person says so, and then shows what a wrong link shows', async () => {
    db.clock.forward('PT1M')
    await refer({ given_name: 'Ends', family_name: 'It' })
    const link = await linkSent()
    const [row] = await db.look<{ id: string }>('SELECT id FROM ev.enquiry ORDER BY received_at DESC LIMIT 1')
    const page = `/office/enquiries/${row?.id}`
    expect((await coordinator.send(page, {}, `${page}/end-progress`)).status).toBe(303)
    expect(await press(link)).toBe(await press(`/refer/progress/${'x'.repeat(43)}`))
    expect((await coordinator.get(page)).html).toContain('the person ended it')
  })
})

test('S01: what a referrer told of somebody’s details is noted as theirs, and is not safe before the person says so', async () => {
  db.clock.forward('PT1M')
  await refer({ given_name: 'From', family_name: 'Referrer' })
  const [row] = await db.look<{ id: string }>('SELECT id FROM ev.enquiry ORDER BY received_at DESC LIMIT 1')
  const caseId = await caseFrom(db, await officeOf(db), whole.service.keyring, row?.id as Id)
  const points = await db.look(
    `SELECT source, safety FROM ev.contact_point c JOIN ev.party p USING (person_id) WHERE p.case_id = $1`,
    [caseId],
  )
  expect(points).toEqual([{ source: 'referrer', safety: 'not_asked' }])
})
