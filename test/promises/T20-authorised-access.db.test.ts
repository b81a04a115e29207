import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/values/ids.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { goodPassword } from '../support/sign-in.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let page: string
beforeAll(async () => {
  day = await officeDay()
  page = `/office/cases/${day.caseId}`
})
afterAll(() => day?.end())

describe('T20: named accounts with a password and a second factor', () => {
  test('the password alone opens nothing, and neither does the code of somebody else', async () => {
    const { own } = day.whole
    const colleague = await own.colleague('coordinator', 'Rosa Named')
    const other = await own.colleague('coordinator', 'Otis Other')
    const visitor = day.whole.visitor()
    await visitor.send('/office/sign-in', { email: colleague.email, password: goodPassword })
    expect((await visitor.get('/office/today')).location).toMatch(/^\/office\/sign-in/)
    const wrong = await visitor.send('/office/sign-in/code', { code: own.freshCode(other) })
    expect(wrong.status).toBe(422)
    expect((await visitor.get('/office/cases')).location).toMatch(/^\/office\/sign-in/)
    await visitor.send('/office/sign-in/code', { code: own.freshCode(colleague) })
    expect(wordsOf((await visitor.get('/office/today')).html)).toContain('Rosa Named')
  })

  test('a wrong password does not come as far as the code', async () => {
    const colleague = await day.whole.own.colleague('coordinator')
    const visitor = day.whole.visitor()
    const sent = await visitor.send('/office/sign-in', { email: colleague.email, password: 'not this one, really' })
    expect([sent.status, visitor.cookies.has('sign_in_step')]).toEqual([422, false])
  })

  test('each account is one person’s: no two have one address, and each act names who did it', async () => {
    const administrator = await day.whole.signedIn('administrator')
    const taken = await day.whole.own.colleague('mediator')
    const invited = await administrator.send('/office/staff/invite', {
      ...{ name: 'Somebody Else', email: taken.email.toUpperCase(), role: 'mediator' },
    })
    expect(invited.status).toBe(422)
    const nameless = await day.db.look(
      `SELECT act FROM ev.access_log WHERE actor IS NULL AND db_role LIKE '%\\_office\\_%' AND act NOT LIKE 'sign-in.%'`,
    )
    expect(nameless).toEqual([])
  })

  test('whoever is suspended is out at once, and whose role changes sees by the new one at once', async () => {
    const administrator = await day.whole.signedIn('administrator')
    const colleague = await day.whole.own.colleague('coordinator')
    const browser = await day.whole.browserOf({ ...colleague, role: 'coordinator' })
    expect((await browser.get(page)).status).toBe(200)
    const account = `/office/staff/${colleague.id}`
    expect((await administrator.send(account, { role: 'privacyOfficer' }, `${account}/role`)).status).toBe(303)
    expect([(await browser.get(page)).status, (await browser.get('/office/records')).status]).toEqual([404, 200])
    expect((await administrator.send(account, {}, `${account}/suspend`)).status).toBe(303)
    expect((await browser.get('/office/records')).location).toMatch(/^\/office\/sign-in/)
  })
})

interface Line {
  readonly actor: string
  readonly db_role: string
  readonly act: string
  readonly case_id: string | null
  readonly row: string
}
const linesSince = (id: string) =>
  day.db.look<Line>(
    'SELECT actor, db_role, act, case_id, a::text AS row FROM ev.access_log a WHERE id > $1 ORDER BY id',
    [id],
  )
const latest = async () =>
  (await day.db.look<{ id: string }>('SELECT max(id)::text AS id FROM ev.access_log'))[0]?.id ?? '0'

describe('T20: opening a file is recorded in the same transaction as the reading', () => {
  test('each opening leaves lines that say who, for which purpose, which case, and no values', async () => {
    for (const reader of [day.coordinator, day.mediator]) {
      const before = await latest()
      expect((await reader.get(page)).status).toBe(200)
      const lines = (await linesSince(before)).filter((it) => it.db_role.includes('_office_'))
      expect(lines.map((it) => it.act)).toContain('case.opened')
      expect(new Set(lines.map((it) => it.actor))).toEqual(new Set([reader.staff.id]))
      expect(new Set(lines.map((it) => it.case_id))).toEqual(new Set([day.caseId]))
      const purposes = new Set(lines.map((it) => it.db_role.split('_office_')[1]))
      expect(purposes.has('mediation'), reader.staff.role).toBe(reader === day.mediator)
      expect(JSON.stringify(lines)).not.toMatch(/Tess|Otto|Ivy|Testcaller|01632|example\.org/)
    }
  })

  test('every page of a case is such an opening', async () => {
    const { html } = await day.mediator.get(page)
    const links = [...html.matchAll(new RegExp(`href="(${page}/[^"#?]+)"`, 'g'))].map(([, href]) => href ?? '')
    expect(new Set(links).size).toBeGreaterThan(4)
    for (const link of new Set(links)) {
      const before = await latest()
      expect((await day.mediator.get(link)).status, link).toBe(200)
      const lines = (await linesSince(before)).filter((it) => it.db_role.includes('_office_'))
      expect(new Set(lines.map((it) => it.actor)), link).toEqual(new Set([day.mediator.staff.id]))
      // A line without a case is of something that every case shares, such as the list of mediators.
      expect(new Set(lines.map((it) => it.case_id).filter((it) => it !== null)), link).toEqual(new Set([day.caseId]))
    }
  })

  test('what cannot be recorded is not shown', async () => {
    await day.db.look(
      `CREATE FUNCTION ev.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
    )
    await day.db.look(
      'CREATE TRIGGER no_room BEFORE INSERT ON ev.access_log FOR EACH ROW EXECUTE FUNCTION ev.no_room()',
    )
    const seen = await day.coordinator.get(page)
    await day.db.look('DROP TRIGGER no_room ON ev.access_log')
    await day.db.look('DROP FUNCTION ev.no_room()')
    expect(seen.status).toBe(500)
    expect(seen.html).not.toContain('Testcaller')
    expect((await day.coordinator.get(page)).html).toContain('Testcaller')
  })

  test('nobody can add to the list in another’s name or at another time, or take a line out', async () => {
    const rights = await day.db.look<{ right: string }>(
      `SELECT r.rolname || ' ' || p.privilege || ' ' || a.attname AS right FROM pg_roles r CROSS JOIN pg_attribute a
        CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE']) AS p(privilege)
        WHERE a.attrelid = 'ev.access_log'::regclass AND a.attnum > 0 AND starts_with(r.rolname, $1) AND r.rolname <> $2
          AND has_column_privilege(r.oid, a.attrelid, a.attnum, p.privilege)
          AND (p.privilege = 'UPDATE' OR a.attname IN ('at', 'written_at', 'actor', 'db_role', 'xid', 'id'))`,
      [`${day.db.place.prefix}_`, `${day.db.place.prefix}_owner`],
    )
    expect(rights).toEqual([])
    const removers = await day.db.look<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles r WHERE starts_with(rolname, $1) AND rolname <> $2
          AND has_table_privilege(r.oid, 'ev.access_log', 'DELETE')`,
      [`${day.db.place.prefix}_`, `${day.db.place.prefix}_owner`],
    )
    expect(removers.map((it) => it.name)).toEqual([`${day.db.place.prefix}_worker_retention`])
  })

  test('the privacy lead sees who opened this file, by name', async () => {
    const officer = await day.whole.signedIn('privacyOfficer')
    const words = wordsOf((await officer.get(`/office/records/files/${day.caseId}`)).html)
    for (const text of ['Test coordinator', 'Test mediator', 'Opened the file']) expect(words).toContain(text)
    expect(words).not.toContain('Testcaller')
  })
})

describe('T20: nobody else has access', () => {
  const calm = (html: string) => html.replaceAll(/\b[0-9a-f]{8}\b(?=<)/g, '')

  test('a mediator to whom the case was not given sees what stands where no case is', async () => {
    const real = await day.stranger.get(page)
    const unknown = await day.stranger.get(`/office/cases/${newId()}`)
    expect([real.status, unknown.status]).toEqual([404, 404])
    expect(calm(real.html)).toBe(calm(unknown.html))
    expect(real.html).not.toMatch(/Testcaller|C-[0-9A-Z]{4}/)
  })

  test('roles without files do not open them, and the database has no row for them either', async () => {
    for (const role of ['administrator', 'privacyOfficer'])
      expect((await (await day.whole.signedIn(role)).get(page)).status, role).toBe(404)
    const deed = { purpose: 'mediation', deed: 'case.opened' } as const
    for (const actor of [day.stranger.staff.id, day.coordinator.staff.id, newId(), null]) {
      const rows = await day.db.desk.office.read(actor, deed, ({ queries }) =>
        queries.selectFrom('case_file').select('id').execute(),
      )
      expect(rows).toEqual([])
    }
    const own = await day.db.desk.office.read(day.mediator.staff.id, deed, ({ queries }) =>
      queries.selectFrom('case_file').select('id').execute(),
    )
    expect(own).toEqual([{ id: day.caseId }])
  })
})
