import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../src/platform/web/route.ts'
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
