import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayActFor } from '../../src/app/navigation.ts'
import { todayParts } from '../../src/app/pages/today-parts.ts'
import { staffRoles } from '../../src/features/staff/index.ts'
import { roleNames } from '../../src/platform/database/role-names.ts'
import type { Route } from '../../src/platform/web/route.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { type Examples, examplesOf } from '../support/route-examples.ts'
import { type TestService, testService } from '../support/service.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

let db: TestService
let whole: WholeService
let world: World
let examples: Examples
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
  examples = await examplesOf(whole, world)
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

interface Line {
  readonly xid: string
  readonly db_role: string
  readonly act: string
}
/** What was recorded from some moment on. Signing in is recorded apart: nobody acts under a purpose then. */
const recordedAfter = (id: number) =>
  db.look<Line>(
    `SELECT xid::text, db_role, act FROM ev.access_log WHERE id > $1 AND act NOT LIKE 'sign-in.%' ORDER BY id`,
    [id],
  )
const latest = async () =>
  Number((await db.look<{ id: string }>('SELECT max(id)::text AS id FROM ev.access_log'))[0]?.id)
/** The purpose of a line, by the name of its database role. */
const purposeIn = ({ db_role }: Line): string =>
  accessesOf(db.policy).find(({ area, purpose }) => roleNames(db.place.prefix).purpose(area, purpose) === db_role)
    ?.purpose ?? db_role

/** Pages that are put together from parts, each with a purpose of its own, and those that look under a second one before they act. */
const ofParts = (): Readonly<Record<string, readonly PurposeKey[]>> => ({
  '/office/today': todayParts(db.policy).map((it) => it.purpose),
  // Whose appointment it is, is read for its booking.
  '/office/appointments/:id/online': ['booking'],
  '/office/online/:attendanceId': ['booking'],
  '/office/cases/:caseId': [
    'booking',
    'mediation',
    'papers',
    'screening',
    'accountability',
    'invitation',
    'recognition',
  ],
  '/office/enquiries/:id': ['recognition', 'returningClient'],
  '/office/enquiries/:id/open-case': ['recognition', 'returningClient'],
  '/office/cases/:caseId/cards': ['recognition'],
  '/office/miams/:id': ['mediation', 'screening'],
  '/office/miams/:id/certificate': ['mediation', 'screening'],
  '/office/imports/:importId/known': ['recognition'],
  '/office/requests/:requestId': ['recognition'],
  '/office/complaints/:complaintId': ['recognition'],
  '/office/letters': ['enquiries'],
  '/office/letters/print': ['enquiries'],
  '/office/kept': ['mediation', 'booking', 'enquiries'],
  // Whoever takes calls hands a worry in: the case is theirs by booking, and what was recorded they do not see.
  '/office/cases/:caseId/concerns/new': ['booking'],
  '/office/cases/:caseId/concerns/handed-in': ['booking'],
  '/office/oversight/openings': ['safeguarding'],
})
/** Whatever page it is, its frame names the service. */
const frame = 'information'

describe('T12: code acts under exactly one purpose at a time', () => {
  test('each address states one, which the policy has, with a basis for every kind of person in it', () => {
    for (const { path, purpose } of whole.routes) {
      const stated = db.policy.purposes[purpose]
      expect(stated?.state, path).toBe('active')
      expect(
        Object.values(stated?.subjects ?? {}).every((it) => it.basis.a6),
        path,
      ).toBe(true)
      expect(stated?.title, path).toBeTruthy()
    }
  })

  test('whatever page is looked at, by whomever: one purpose in each transaction, and none but what the page states', async () => {
    const looked = new Set<string>()
    const wrong: string[] = []
    for (const role of staffRoles) {
      const visitor = await world.as(role)
      for (const route of whole.routes.filter((it) => it.method === 'GET')) {
        const before = await latest()
        const { status } = await visitor.get(examples.pathOf(route.path))
        const lines = await recordedAfter(before)
        wrong.push(...faultsOf(route, role, lines))
        if (status === 200) looked.add(route.path)
      }
    }
    const party = await world.asParty('A')
    for (const route of whole.routes.filter((it) => it.area === 'portal' && it.method === 'GET')) {
      const before = await latest()
      const { status } = await party.get(examples.pathOf(route.path))
      wrong.push(...faultsOf(route, 'party', await recordedAfter(before)))
      if (status === 200) looked.add(route.path)
    }
    const referrer = await world.asReferrer()
    for (const route of whole.routes.filter((it) => it.entry === 'referrer' && it.method === 'GET')) {
      const before = await latest()
      const { status } = await referrer.get(route.path)
      wrong.push(...faultsOf(route, 'referrer', await recordedAfter(before)))
      if (status === 200) looked.add(route.path)
    }
    expect(wrong).toEqual([])
    expect(looked.size).toBeGreaterThan(70)
    expect([...looked]).toEqual(
      expect.arrayContaining(['/portal', '/portal/papers', '/portal/papers/:fileId', '/portal/referrals']),
    )
  }, 240_000)

  function faultsOf(route: Route<PurposeKey>, role: string, lines: readonly Line[]): string[] {
    const stated = new Set<string>([route.purpose, frame, ...(ofParts()[route.path] ?? [])])
    const roles = Map.groupBy(lines, (it) => it.xid)
    return [
      ...[...roles]
        .filter(([, of]) => new Set(of.map((it) => it.db_role)).size > 1)
        .map(([xid]) => `${route.path}: ${xid}`),
      ...lines.filter((it) => !stated.has(purposeIn(it))).map((it) => `${route.path} acts for ${purposeIn(it)}`),
      ...lines
        .filter((it) => it.db_role.includes('_office_') && !mayActFor(db.policy, role, purposeIn(it) as PurposeKey))
        .map((it) => `${route.path} acts for ${purposeIn(it)} in the name of a ${role}`),
    ]
  }

  test('on a page of parts each part is read for its own purpose, and not for one that the reader has not', async () => {
    const partsOf = async (role: 'mediator' | 'coordinator') => {
      const before = await latest()
      await (await world.as(role)).get(examples.pathOf('/office/cases/:caseId'))
      return new Set((await recordedAfter(before)).map(purposeIn))
    }
    expect(await partsOf('coordinator')).not.toContain('mediation')
    const mediators = await partsOf('mediator')
    expect(mediators).toContain('booking')
    expect(mediators).toContain('mediation')
  })

  test('what is done by a form is recorded for the purpose that its address states', async () => {
    const coordinator = await world.as('coordinator')
    const before = await latest()
    const sent = await coordinator.send('/office/enquiries/new', {
      given_name: 'Jo',
      family_name: 'Tarn',
      topic: 'both',
    })
    expect(sent.status).toBe(303)
    const [line, ...more] = (await recordedAfter(before)).filter((it) => it.act === 'enquiry.recorded')
    expect([line && purposeIn(line), more]).toEqual(['enquiries', []])
  })

  test('in an area nobody can take a purpose that the policy gives to another', async () => {
    for (const [area, purpose] of [
      ['public', 'booking'],
      ['public', 'mediation'],
      ['office', 'retention'],
      ['worker', 'mediation'],
      ['portal', 'letters'],
    ] as const) {
      const read = db.desk[area].read(null, { purpose, deed: 'case.listed' }, async () => [])
      await expect(read, `${area} ${purpose}`).rejects.toThrow(/role/)
    }
  })
})
