import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationRoutes } from '../../src/app/demonstration/demonstration-pages.tsx'
import { healthRoute } from '../../src/app/health.ts'
import { staffRoles } from '../../src/features/staff/index.ts'
import type { Route, Staff } from '../../src/platform/web/route.ts'
import { checkRoutes, openDoors } from '../../src/platform/web/route-checks.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { newId } from '../../src/values/ids.ts'
import { attribute, elementsOf, valuesOf } from '../support/html-reading.ts'
import { type Examples, examplesOf, partsOf } from '../support/route-examples.ts'
import { type TestService, testService } from '../support/service.ts'
import type { Seen, Visitor } from '../support/visitor.ts'
import { changedTables, wholeDatabase } from '../support/whole-database.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'

let db: TestService
let whole: WholeService
let world: World
let examples: Examples
let routes: readonly Route<PurposeKey>[]
let everyRoute: readonly Route<PurposeKey>[]
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  world = await makeWorld(whole)
  examples = await examplesOf(whole, world)
  routes = whole.routes
  const nobody = demonstrationRoutes({} as Parameters<typeof demonstrationRoutes>[0])
  everyRoute = [...routes, ...nobody, healthRoute(whole.service, { secondsSinceTick: () => 0 })]
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

type Colleague = Visitor & { readonly staff: Staff }
const nameOf = ({ method, path }: Route<PurposeKey>) => `${method} ${path}`
const ofOffice = () => routes.filter((it) => it.area === 'office')
const locked = () => ofOffice().filter((it) => it.entry !== 'anybody')

/** Whether the policy lets a role in: its own account is everybody's, those of others are not. */
function mayEnter(role: string, route: Route<PurposeKey>): boolean {
  if (route.entry === 'staff') return true
  // An enquiry that became no case was given to nobody.
  if (role === 'mediator' && route.path.startsWith('/office/enquiries/')) return false
  const may = db.policy.roles[role as 'mediator']?.may.find((it) => it.purpose === route.purpose)
  // What somebody only adds is handed in by them, and seen by others.
  if (may?.rows === 'added') return /\/concerns\/(new|handed-in)$/.test(route.path)
  return may !== undefined && may.rows !== 'own'
}

/** Asks a route as a browser does; a form is sent without what proves that it came from a page, so it changes nothing. */
const ask = (visitor: Visitor, route: Route<PurposeKey>, path = examples.pathOf(route.path)): Promise<Seen> =>
  route.method === 'GET' ? visitor.get(path) : visitor.post(path, {})

/** What a page says but for what is made anew each time: the reference of the request. */
const withoutReference = ({ html }: Seen) => html.replaceAll(/\b[0-9a-f]{8}\b(?=<)/g, 'reference')

/** A token such as any page of this person holds. */
const tokenOf = async (visitor: Colleague) =>
  valuesOf(elementsOf((await visitor.get('/office/account')).html), '_form').at(-1) ?? ''

describe('every address', () => {
  test('says its area, its purpose and who may come in, and acts for a purpose that the policy gives to its area', () => {
    expect(everyRoute.length).toBeGreaterThan(150)
    for (const route of everyRoute) {
      expect(['public', 'portal', 'office'], nameOf(route)).toContain(route.area)
      expect(['anybody', 'staff', 'purpose', 'party', 'referrer', 'portal'], nameOf(route)).toContain(route.entry)
      expect(db.policy.purposes[route.purpose]?.state, nameOf(route)).toBe('active')
    }
    expect(new Set(everyRoute.map(nameOf)).size).toBe(everyRoute.length)
    checkRoutes(everyRoute, accessesOf(db.policy))
  })

  test('is of the area that its place says', () => {
    for (const route of everyRoute)
      for (const [area, start] of [
        ['office', '/office'],
        ['portal', '/portal'],
      ] as const)
        expect(route.path.startsWith(start), nameOf(route)).toBe(route.area === area)
  })

  test('of the office and the portal is shut to strangers, but for the doors themselves', () => {
    const open = routes.filter((it) => it.area !== 'public' && it.entry === 'anybody')
    expect(new Set(open.map((it) => it.path))).toEqual(openDoors)
  })

  const planted = {
    ...{ method: 'GET', path: '/office/planted', area: 'office', purpose: 'booking', entry: 'purpose' },
    handle: async () => ({ text: 'in' }),
  } as const satisfies Route<PurposeKey>
  test.each<[string, object, string]>([
    ['no area', { area: undefined }, 'does not say its area, purpose and entry'],
    ['no purpose', { purpose: undefined }, 'does not say its area, purpose and entry'],
    ['no entry', { entry: undefined }, 'does not say its area, purpose and entry'],
    ['a purpose that nobody has in its area', { purpose: 'retention' }, 'the policy gives to nobody in the office'],
    ['a purpose that is only planned', { purpose: 'fundraising' }, 'the policy gives to nobody in the office'],
    ['a purpose that there is not', { purpose: 'gossip' }, 'the policy gives to nobody in the office'],
    ['anybody let into the office', { entry: 'anybody' }, 'is open to anybody in the office'],
    ['anybody let into the portal', { area: 'portal', entry: 'anybody' }, 'is open to anybody in the portal'],
    ['a party let into the office', { entry: 'party' }, 'lets in who does not belong in the office'],
    ['staff let into the portal', { area: 'portal' }, 'lets in who does not belong in the portal'],
  ])('with %s keeps the server from starting', async (_, fault, words) => {
    const route = { ...planted, ...fault } as Route<PurposeKey>
    await expect(wholeService(db, { more: [route] })).rejects.toThrow(words)
  })

  test('is planted rightly: without a fault the server starts with it', async () => {
    const fine = await wholeService(db, { more: [planted] })
    const coordinator = await fine.signedIn('coordinator')
    expect((await coordinator.get('/office/planted')).html).toBe('in')
    await fine.end()
  })

  test('of the demonstration is missing from the service that people run', async () => {
    const own = everyRoute.filter((it) => it.path.startsWith('/demonstration'))
    expect(own).toHaveLength(7)
    for (const route of own) {
      expect(routes.map(nameOf)).not.toContain(nameOf(route))
      expect((await ask(whole.visitor(), route, route.path)).status, nameOf(route)).toBe(404)
    }
  })
})

describe('who gets in', () => {
  /** Not there; or, where a role acts for the purpose with other rows than this one, not there even with the right form. */
  async function isShut(visitor: Colleague, route: Route<PurposeKey>, seen: Seen): Promise<boolean> {
    if (seen.status === 404 || route.method === 'GET') return seen.status === 404
    return (await visitor.post(examples.pathOf(route.path), { _form: await tokenOf(visitor) })).status === 404
  }
  const isSentToSignIn = ({ status, location }: Seen) => status === 303 && location?.startsWith('/office/sign-in')

  test.each(staffRoles)('a %s, where the policy says so and nowhere else', async (role) => {
    const visitor = await world.as(role)
    const before = await wholeDatabase(db)
    const wrong: string[] = []
    for (const route of locked()) {
      const seen = await ask(visitor, route)
      expect(isSentToSignIn(seen), nameOf(route)).toBe(false)
      if (mayEnter(role, route)) {
        if (!(route.method === 'POST' ? [403] : [200, 303]).includes(seen.status))
          wrong.push(`${nameOf(route)} answers ${seen.status}`)
      } else if (!(await isShut(visitor, route, seen))) wrong.push(`${nameOf(route)} lets in`)
    }
    expect(changedTables(before, await wholeDatabase(db))).toEqual(['ev.access_log'])
    expect(wrong).toEqual([])
  })

  async function expectShutOut(stranger: Visitor): Promise<void> {
    const cookies = new Map(stranger.cookies)
    for (const route of locked()) {
      // A browser forgets a sign-in that ended; a thief who copied the cookie does not.
      for (const [name, value] of cookies) stranger.cookies.set(name, value)
      expect(isSentToSignIn(await ask(stranger, route)), nameOf(route)).toBe(true)
    }
  }

  test('nobody who is not signed in, made a cookie up, was suspended, left, or was away too long', async () => {
    const strangers: Visitor[] = [whole.visitor(), whole.visitor()]
    strangers[1]?.cookies.set('sign_in', 'x'.repeat(43))
    const away: Visitor[] = []
    for (const role of staffRoles) {
      const suspended = await whole.signedIn(role)
      const left = await whole.signedIn(role)
      expect((await suspended.get('/office/today')).status).toBe(200)
      await db.look('UPDATE ev.staff SET suspended_at = $2 WHERE id = $1', [suspended.staff.id, '2026-11-23T10:00:00Z'])
      await db.look(`UPDATE ev.staff SET left_on = '2026-11-22' WHERE id = $1`, [left.staff.id])
      strangers.push(suspended, left)
      away.push(await whole.signedIn(role))
    }
    for (const stranger of strangers) await expectShutOut(stranger)
    whole.own.machine.forward('PT16M')
    for (const stranger of away) await expectShutOut(stranger)
  }, 120_000)
})

describe('the portal', () => {
  const lockedInPortal = () => routes.filter((it) => it.area === 'portal' && it.entry !== 'anybody')
  const ofPortal = () => lockedInPortal().filter((it) => it.entry === 'party')
  const ofReferrers = () => lockedInPortal().filter((it) => it.entry === 'referrer')

  test('lets in those who have a code and nobody else, whatever they are at the service', async () => {
    expect([ofPortal().length > 3, ofReferrers().length > 2]).toEqual([true, true])
    const strangers: Visitor[] = [whole.visitor(), await world.as('supervisor'), await world.as('mediator')]
    const madeUp = whole.visitor()
    madeUp.cookies.set('party_sign_in', 'x'.repeat(43))
    for (const stranger of [...strangers, madeUp])
      for (const route of lockedInPortal()) {
        const { status, location } = await ask(stranger, route)
        expect([status, location?.startsWith('/portal/sign-in')], nameOf(route)).toEqual([303, true])
      }
  })

  test('is the one place into which a party gets', async () => {
    const party = await world.asParty('A')
    for (const route of ofPortal().filter((it) => it.method === 'GET'))
      expect((await ask(party, route)).status, nameOf(route)).toBe(200)
    for (const route of locked())
      expect((await ask(party, route)).location?.startsWith('/office/sign-in'), nameOf(route)).toBe(true)
  })

  test('shows a party nothing of a referrer’s pages, and a referrer nothing of a party’s', async () => {
    const [party, referrer] = [await world.asParty('A'), await world.asReferrer()]
    for (const route of ofReferrers()) expect((await ask(party, route)).status, nameOf(route)).toBe(404)
    for (const route of ofPortal()) expect((await ask(referrer, route)).status, nameOf(route)).toBe(404)
    for (const route of ofReferrers().filter((it) => it.method === 'GET'))
      expect((await ask(referrer, route)).status, nameOf(route)).toBe(200)
    for (const route of locked())
      expect((await ask(referrer, route)).location?.startsWith('/office/sign-in'), nameOf(route)).toBe(true)
  })

  test('gives a party nothing by an address that is the other’s', async () => {
    const other = await world.asParty('B')
    const crossed = ofPortal().filter((it) => it.method === 'GET' && partsOf(it.path).length > 0)
    expect(crossed.length).toBeGreaterThan(0)
    for (const route of crossed) expect((await ask(other, route)).status, nameOf(route)).toBe(404)
  })
})

describe('what is not yours', () => {
  /** Addresses of something in a case. */
  const ofCase = () =>
    locked().filter((it) =>
      /:(caseId|fileId|miamId)|^\/office\/(appointments|miams|sessions|summaries|messages)\//.test(it.path),
    )
  const forMediators = () => ofCase().filter((it) => mayEnter('mediator', it))
  const idParts = (path: string) => partsOf(path).filter((it) => /id$/i.test(it))

  /** All that a form of the office could want, so that it is no mistake in the form that is answered. */
  const filled = {
    ...{ given_name: 'Mallory', family_name: 'Canary', kind: 'telephone', value: '01632 960 111', source: 'self' },
    ...{ safety: 'safe', voicemail_safety: 'safe', outcome: 'withdrawn', legal_quality: 'open', suitable: 'yes' },
    ...{ 'held_on-day': '20', 'held_on-month': '11', 'held_on-year': '2026', way: 'joint', summary: 'Canary' },
    ...{ information_given: 'Canary', benefits_explained: 'Canary', way_suited: 'Canary', how_to_proceed: 'Canary' },
    ...{ discussed: 'Canary', agreed: 'Canary', abuse_risk: 'Canary', child_risk: 'Canary', revision: '0' },
    ...{ 'date-day': '18', 'date-month': '12', 'date-year': '2026', time: '10:00', minutes: '60', place: 'telephone' },
    ...{ decision: 'posted', what: 'session', by: 'service', 'attended-A': 'attended', 'attended-B': 'attended' },
    ...{ reason: 'Canary', review: 'P1M' },
  }
  const tryAll = async (visitor: Colleague, route: Route<PurposeKey>, path: string) => {
    if (route.method === 'GET') return [await visitor.get(path)]
    const mediator = world.cast.mediators[2] as string
    const sent = { ...filled, mediator, mediatorId: mediator }
    return [
      await visitor.post(path, { _form: await tokenOf(visitor) }),
      await visitor.post(path, { _form: await tokenOf(visitor), ...sent }),
    ]
  }

  test('there are many such addresses', () => expect(forMediators().length).toBeGreaterThan(50))

  test('answers a mediator who was not given the case as if it were not there, and changes nothing', async () => {
    const stranger = await world.as('otherMediator')
    const before = await wholeDatabase(db)
    const wrong: string[] = []
    for (const route of forMediators()) {
      const missing = idParts(route.path).reduce((path, part) => path.replace(`:${part}`, newId()), route.path)
      const nowhere = missing.replace(':zone', 'a')
      const real = await tryAll(stranger, route, examples.pathOf(route.path))
      const unknown = await tryAll(stranger, route, nowhere)
      for (const [index, seen] of real.entries()) {
        const other = unknown[index] as Seen
        if (seen.status !== 404) wrong.push(`${nameOf(route)} answers ${seen.status}`)
        if (seen.status !== other.status)
          wrong.push(`${nameOf(route)}: ${seen.status}, and ${other.status} for nothing`)
        else if (withoutReference(seen) !== withoutReference(other)) wrong.push(`${nameOf(route)} tells them apart`)
        expect(Object.keys(seen.headers)).toEqual(Object.keys(other.headers))
      }
    }
    expect(wrong).toEqual([])
    expect(changedTables(before, await wholeDatabase(db))).toEqual(['ev.access_log'])
  }, 120_000)

  test('in an address with two things, the one does not open the other’s case', async () => {
    const coordinator = await world.as('coordinator')
    const closed = String(world.closed.caseId)
    const before = await wholeDatabase(db)
    const wrong: string[] = []
    // Post that came in belongs to no case until somebody puts it to one, whichever they may see.
    const placing = '/office/mailbox/:postId/cases/:caseId'
    const apart = ofCase().filter((it) => idParts(it.path).length > 1 && it.path !== placing)
    for (const route of apart.filter((it) => mayEnter('coordinator', it))) {
      const crossed = examples.pathWith(route.path, 'caseId', closed)
      for (const seen of await tryAll(coordinator, route, crossed))
        if (seen.status !== 404) wrong.push(`${nameOf(route)} answers ${seen.status} to a part of another case`)
    }
    expect(wrong).toEqual([])
    expect(changedTables(before, await wholeDatabase(db))).toEqual(['ev.access_log'])
  })
})

describe('looking', () => {
  const gets = () =>
    everyRoute.filter((it) => it.method === 'GET' && it.path !== '/health' && !it.path.startsWith('/demonstration'))

  test('at a page while signed in leaves no copy in a browser or on the way', async () => {
    for (const role of staffRoles) {
      const visitor = await world.as(role)
      for (const route of gets().filter((it) => it.area === 'office'))
        expect((await ask(visitor, route)).headers['cache-control'], nameOf(route)).toBe('no-store')
    }
  })

  test('changes nothing but the list of who looked', async () => {
    const visitors = [whole.visitor(), await world.asParty('A'), await world.asParty('B')]
    for (const role of staffRoles) visitors.push(await world.as(role))
    const before = await wholeDatabase(db)
    const seen: number[] = []
    for (const visitor of visitors) for (const route of gets()) seen.push((await ask(visitor, route)).status)
    expect(seen.filter((it) => it === 200).length).toBeGreaterThan(120)
    expect(seen.filter((it) => it >= 500)).toEqual([])
    expect(changedTables(before, await wholeDatabase(db))).toEqual(['ev.access_log'])
  }, 120_000)

  test('asks for no script, style or picture of anybody else, on any page', async () => {
    const visitor = await world.as('coordinator')
    for (const route of gets()) {
      const { html, headers } = await ask(visitor, route)
      if (!String(headers['content-type']).startsWith('text/html')) continue
      const fetched = elementsOf(html).flatMap((it) =>
        it.tagName === 'a' ? [] : [attribute(it, 'src') ?? attribute(it, 'href') ?? []].flat(),
      )
      expect(
        fetched.filter((it) => !/^\/(?!\/)/.test(it)),
        nameOf(route),
      ).toEqual([])
    }
  })
})

describe('a form that did not come from a page of ours', () => {
  const posts = () => routes.filter((it) => it.method === 'POST')
  const here = 'http://localhost:3000'
  const browserFor = async (route: Route<PurposeKey>): Promise<Visitor> => {
    if (route.entry === 'party' || route.entry === 'portal') return world.asParty('A')
    if (route.entry === 'referrer') return world.asReferrer()
    const role = staffRoles.find((it) => mayEnter(it, route))
    return route.area === 'office' && route.entry !== 'anybody' && role ? world.as(role) : whole.visitor()
  }
  const goodToken = async (visitor: Visitor, route: Route<PurposeKey>) => {
    const page = pageWithToken(visitor, route)
    return valuesOf(elementsOf((await visitor.get(page)).html), '_form').at(-1) ?? ''
  }

  const pageWithToken = (visitor: Visitor, { area, entry }: Route<PurposeKey>) => {
    if (area === 'public') return '/contact'
    if (entry === 'referrer') return '/portal/referrals/new'
    if (area === 'portal') return entry === 'anybody' ? '/portal/sign-in' : '/portal'
    return visitor.cookies.has('sign_in') ? '/office/account' : '/office/sign-in'
  }

  test.each<[string, Record<string, string>]>([
    ['another website', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:3001' }],
    ['a page whose origin is hidden', { origin: 'null' }],
    ['another website, as the browser says', { origin: here, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }],
    ['an address that somebody typed', { 'sec-fetch-site': 'none' }],
    ['a program that says nothing of itself', {}],
  ])(
    'from %s is refused, with everything else right',
    async (_, headers) => {
      const before = await wholeDatabase(db)
      for (const route of posts()) {
        const visitor = await browserFor(route)
        const _form = await goodToken(visitor, route)
        const { status } = await visitor.post(examples.pathOf(route.path), { _form }, headers)
        expect(status, nameOf(route)).toBe(403)
      }
      expect(onlyLooked(changedTables(before, await wholeDatabase(db)))).toEqual([])
    },
    120_000,
  )

  /** A browser that signs in for the test leaves its sign-in. */
  const onlyLooked = (tables: readonly string[]) =>
    tables.filter((it) => !['auth.sign_in', 'auth.party_sign_in', 'ev.access_log'].includes(it))

  test.each<[string, (visitor: Visitor, route: Route<PurposeKey>) => Promise<string>]>([
    ['no token', async () => ''],
    ['a made-up token', async () => `${newId()}.abc.def`],
    ['a token that somebody changed', async (visitor, route) => `${(await goodToken(visitor, route)).slice(0, -1)}x`],
    [
      'the token of somebody else',
      async () => goodToken(await whole.signedIn('supervisor'), ofOffice()[0] as Route<PurposeKey>),
    ],
    [
      'the token of another area',
      async (visitor, route) =>
        route.area === 'public'
          ? goodToken(await world.as('coordinator'), locked()[0] as Route<PurposeKey>)
          : goodToken(visitor, routes[0] as Route<PurposeKey>),
    ],
  ])(
    'with %s is refused',
    async (_, tokenFor) => {
      const before = await wholeDatabase(db)
      for (const route of posts()) {
        const visitor = await browserFor(route)
        const _form = await tokenFor(visitor, route)
        const { status } = await visitor.post(examples.pathOf(route.path), { _form }, { origin: here })
        expect(status, nameOf(route)).toBe(403)
      }
      const changed = changedTables(before, await wholeDatabase(db))
      expect(onlyLooked(changed).filter((it) => it !== 'ev.staff')).toEqual([])
    },
    120_000,
  )
})
