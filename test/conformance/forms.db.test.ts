import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askClosure } from '../../src/features/casework/index.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { aBreach } from '../support/a-breach.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aConcern, aGlassBreak } from '../support/a-concern.ts'
import { aCollectedPack } from '../support/a-pack.ts'
import { aRequest } from '../support/a-request.ts'
import { type FormUnderTest, strangeTexts, triesBadInput } from '../support/bad-input.ts'
import { bothSign } from '../support/both-sign.ts'
import { callFrom, caseFrom, close } from '../support/case-life.ts'
import { attribute, byId, elementsOf, textOf, valuesOf } from '../support/html-reading.ts'
import { letterTo } from '../support/mails.ts'
import { type Examples, examplesOf } from '../support/route-examples.ts'
import { type TestService, testService } from '../support/service.ts'
import { goodPassword } from '../support/sign-in.ts'
import { mergedRecords, twoRecords } from '../support/two-records.ts'
import { hiddenFields, type Visitor } from '../support/visitor.ts'
import { type WholeService, wholeOrigin, wholeService } from '../support/whole-service.ts'
import { makeWorld, type World } from '../support/world.ts'
import { type OfficeForm, officeForms } from './office-forms.ts'

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

let otherPlace = ''
beforeAll(async () => {
  const place = `INSERT INTO ev.venue (name, address, postcode) VALUES ('The Chapel', '2 Quay Street', 'NR1 1AB') RETURNING id`
  otherPlace = String((await db.look<{ id: string }>(place))[0]?.id)
})

const browsers = new Map<string, Promise<Visitor>>()
function browserOf(who: OfficeForm['as']): Promise<Visitor> {
  const browser = browsers.get(who) ?? world.as(who)
  browsers.set(who, browser)
  return browser
}

const tokenFor = async (visitor: Visitor, page: string): Promise<string> =>
  valuesOf(elementsOf((await visitor.get(page)).html), '_form').at(-1) ?? ''

const hiddenOn = async (visitor: Visitor, path: string) => hiddenFields((await visitor.get(path)).html, path)

const sent = async (visitor: Visitor, path: string, body: URLSearchParams) => {
  const names = [...new Set(body.keys())]
  const fields = Object.fromEntries(names.map((name) => [name, body.getAll(name)]))
  return visitor.post(path, fields, { origin: wholeOrigin.origin })
}

const table = officeForms({ mediator: '', otherPlace: '' })
const pathOf = (route: string): string => examples.pathOf(route.replace('POST ', ''))
const office = () => {
  const { coordinator, privacyOfficer, mediators } = world.cast
  return { coordinator, privacyOfficer, mediator: mediators[0] as (typeof mediators)[0] }
}

/** The address about which a form is sent, with something new behind it where it can be sent once. */
async function addressOf(route: string, about: OfficeForm['about']): Promise<string> {
  const path = route.replace('POST ', '')
  if (about === 'an enquiry') return path.replace(':id', await callFrom(db, office()))
  if (about === 'a case') return path.replace(':caseId', await caseFrom(db, office(), whole.service.keyring))
  if (about === 'a child') await db.look(`UPDATE ev.child_meeting SET status = 'not_held' WHERE status = 'booked'`)
  if (about === 'a closed case' || about === 'a closure') {
    const caseId = await caseFrom(db, office(), whole.service.keyring)
    if (about === 'a closed case') await close(db, office(), caseId)
    else {
      const asked = { key: newId(), caseId, outcome: 'withdrawn', reason: '' } as const
      await askClosure(db.desk.office, office().coordinator, asked)
    }
    return path.replace(':caseId', caseId)
  }
  if (about === 'two records') {
    const [one, other] = await twoRecords(db)
    return path.replace(':oneId', one).replace(':otherId', other)
  }
  if (about === 'a merge') return path.replace(':id', await mergedRecords(db, office().coordinator))
  if (about === 'a request')
    return path.replace(':requestId', await aRequest(db, office().coordinator, await partyId()))
  if (about === 'a breach') return path.replace(':breachId', await aBreach(db, office().coordinator))
  if (about === 'a complaint')
    return path.replace(':complaintId', await aComplaint(db, office().coordinator, await partyId()))
  if (about?.startsWith('a worry')) {
    const { mediator } = office()
    const told = about === 'a worry to tell' ? office().coordinator : null
    const by = about === 'a worry decided alone' ? mediator : told
    return path.replace(':concernId', await aConcern(db, world.live.caseId as Id, mediator, by))
  }
  if (about === 'a file that was opened')
    return path.replace(':breakId', await aGlassBreak(db, world.live.caseId as Id, office().mediator))
  if (about === 'a file to open') {
    await db.look(`UPDATE ev.case_file SET reference = 'C-XXXX-XXX' WHERE id = $1`, [world.live.caseId])
    return path
  }
  if (about === 'a pack')
    return path.replace(':requestId', await aCollectedPack(whole, office().coordinator, await partyId()))
  if (about === 'a letter') return examples.pathWith(path, 'postId', await letterTo(whole, office().coordinator))
  if (about === 'what was held') {
    const [held] = await db.look<{ id: string }>(
      `SELECT id FROM ev.appointment WHERE status = 'held' AND kind = 'session'`,
    )
    return path.replace(':id', held?.id ?? '')
  }
  if (about?.endsWith('case') || about?.endsWith('session'))
    return path.replace(/:caseId|:id/, await ofMediation(about)).replace(':zone', 'a')
  if (about === 'a document') return path.replace(':fileId', await ofOneParty())
  if (about === 'a certificate') {
    const [standing] = await db.look<{ id: string }>(
      `SELECT id FROM ev.miam_certificate c WHERE zone = 'A' AND NOT EXISTS (SELECT FROM ev.miam_certificate WHERE supersedes = c.id)`,
    )
    return path.replace(':id', standing?.id ?? '')
  }
  return examples.pathOf(path)
}

/** A new case with what comes before a session in it, or a session. */
async function ofMediation(about: string): Promise<string> {
  const caseId = await caseFrom(db, office(), whole.service.keyring)
  if (about === 'an unsigned case') return caseId
  await bothSign(db, caseId)
  if (about === 'a signed case') return caseId
  const [session] = await db.look<{ id: string }>(
    `INSERT INTO ev.mediation_session (case_id, held_on, way, opened_by) VALUES ($1, '2026-11-26', 'shuttle', $2) RETURNING id`,
    [caseId, office().mediator],
  )
  if (about === 'a stopped session')
    await db.look(
      `INSERT INTO ev.session_stop (case_id, session_id, reason, stopped_by) VALUES ($1, $2, 'It may not pass', $3)`,
      [caseId, session?.id, office().mediator],
    )
  return session?.id ?? ''
}

/** Party A of the live case. */
async function partyId(): Promise<Id> {
  const [row] = await db.look<{ id: Id }>(`SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`, [
    world.live.caseId,
  ])
  return row?.id as Id
}

/** A document that one party alone can see. */
async function ofOneParty(): Promise<string> {
  const [file] = await db.look<{ id: string }>(
    `INSERT INTO ev.stored_file (case_id, zone, legal_quality, name, media_type, size_bytes, sha256, stored_name, scan, status, added_by)
     VALUES ($1, 'A', 'open', 'a.txt', 'text/plain', 1, 'x', gen_random_uuid()::text, 'made_here', 'released', $2) RETURNING id`,
    [world.live.caseId, office().mediator],
  )
  return file?.id ?? ''
}

/** Each act that was done has left its key. */
const actsDone = async (): Promise<number> =>
  Number((await db.look<{ many: string }>('SELECT count(*) AS many FROM ev.request_key'))[0]?.many)

/** Acts that only made something to send a form about. */
let prepared = 0

/** About what each form is sent next. */
const addresses = new Map<string, string>()

/** A form as the harness tries it. */
function underTest(route: string): FormUnderTest {
  const form = officeForms({ mediator: String(world.cast.mediators[2]), otherPlace })[route] as OfficeForm
  return {
    ...{ valid: form.valid, spoiled: form.spoiled, typed: {} },
    fresh: async () => {
      const before = await actsDone()
      addresses.set(route, await addressOf(route, form.about))
      prepared += (await actsDone()) - before
      const browser = await browserOf(form.as)
      if (form.fromPage) return hiddenOn(browser, addresses.get(route) ?? '')
      return { _form: await tokenFor(browser, '/office/account') }
    },
    send: async (body) => {
      const answer = await sent(await browserOf(form.as), addresses.get(route) ?? pathOf(route), body)
      const isShown = form.shows !== undefined && answer.status === 200 && answer.html.includes(form.shows)
      return isShown ? { ...answer, status: 303 } : answer
    },
    saved: async () => (await actsDone()) - prepared,
  }
}

describe.each(Object.entries(table))('%s', (route, { as: _, valid: __, spoiled: ___, typed = {}, ...shape }) => {
  triesBadInput(route, { typed, ...shape }, () => underTest(route))
})

/** Tried by the harness beside their feature; what brings a file along is tried there by hand. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /contact': 'src/features/enquiries/web/public/public-forms.db.test.ts',
  'POST /contact-me': 'src/features/enquiries/web/public/public-forms.db.test.ts',
  'POST /refer': 'src/features/enquiries/web/public/public-forms.db.test.ts',
  'POST /portal/referrals/new': 'src/features/referrers/own-referral-form.db.test.ts',
  'POST /portal/times/:offerId/answer': 'src/features/portal/web/party/times-form.db.test.ts',
  'POST /complain': 'src/features/complaints/web/complain-forms.db.test.ts',
  'POST /portal/complaint': 'src/features/complaints/web/complain-forms.db.test.ts',
  'POST /your-data': 'src/features/requests/web/ask-forms.db.test.ts',
  'POST /portal/data': 'src/features/requests/web/ask-forms.db.test.ts',
  'POST /self-referral': 'src/features/enquiries/web/public/public-forms.db.test.ts',
  'POST /reply': 'src/features/invitations/web/public/reply-forms.db.test.ts',
  'POST /reply/:code': 'src/features/invitations/web/public/reply-forms.db.test.ts',
  'POST /office/cases/:caseId/miams/new/:zone': 'src/features/sessions/web/office/written-forms.db.test.ts',
  'POST /office/cases/:caseId/miams/:miamId/risk/:zone': 'src/features/sessions/web/office/written-forms.db.test.ts',
  'POST /office/cases/:caseId/sessions/new/:zone': 'src/features/sessions/web/office/written-forms.db.test.ts',
  'POST /office/cases/:caseId/summaries/new/:zone': 'src/features/sessions/web/office/written-forms.db.test.ts',
  'POST /office/cases/:caseId/files/new/:zone': 'src/features/files/web/office/file-pages.db.test.ts',
  'POST /office/imports': 'src/features/imports/web/office/give-form.db.test.ts',
  ...Object.fromEntries(
    ['decide', 'settle', 'correct', 'beside', 'told', 'not-told'].map((act) => [
      `POST /office/requests/:requestId/answer/${act}`,
      'src/features/answers/web/answer-forms.db.test.ts',
    ]),
  ),
}

/** Nothing is typed into these: a button, or a choice between a few of them. */
const buttons: readonly string[] = [
  'POST /cookies',
  'POST /office/sign-out',
  'POST /office/kept/discard',
  'POST /office/search/possible',
  'POST /office/cases/:caseId/conflict',
  'POST /office/walls/:id/lift',
  'POST /office/cards/:id/end',
  'POST /office/diary/holidays',
  'POST /office/diary/hours/:staffId/back',
  'POST /office/cases/:caseId/cards',
  'POST /office/account/calendar/end',
  'POST /office/account/end-sign-in',
  'POST /office/sign-in/passkey',
  'POST /office/account/passkeys/new',
  'POST /office/account/passkeys/:id/end',
  ...['suspend', 'resume', 'reset', 'leave', 'end-sign-in', 'link'].map((act) => `POST /office/staff/:id/${act}`),
  'POST /office/resets/:id/approve',
  'POST /office/resets/:id/withdraw',
  'POST /office/settings/places/:id/use',
  'POST /office/settings/rooms/:id/use',
  'POST /office/tasks/:taskId/done',
  'POST /office/privacy-tasks/:taskId/done',
  'POST /office/messages/:id',
  'POST /office/messages/:id/undo',
  'POST /office/enquiry-messages/:id',
  'POST /refer/progress/:secret',
  'POST /office/enquiries/:id/no-email',
  'POST /office/enquiries/:id/end-progress',
  'POST /office/enquiries/:id/keep-referrer',
  'POST /office/enquiries/new/draft',
  'POST /office/enquiries/new/discard',
  'POST /office/professionals/:id/contacted',
  'POST /office/professionals/:id/remove',
  'POST /office/professionals/:id/invite',
  'POST /office/professionals/:id/end-account',
  'POST /office/cases/:caseId/people/:personId/no-email',
  'POST /office/cases/:caseId/people/:personId/confirmed',
  'POST /office/cases/:caseId/people/:personId/code',
  'POST /portal/sign-out',
  'POST /portal/online/:attendanceId',
  'POST /portal/online/:attendanceId/unsafe',
  'POST /portal/times/:offerId/take',
  'POST /portal/appointments/:attendanceId/cancel',
  'POST /office/offers/:id/book',
  'POST /office/offers/:id/withdraw',
  'POST /office/cases/:caseId/follow-ups/:id/done',
  'POST /office/child-meetings/:meetingId/settle',
  'POST /office/child-meetings/:meetingId/words/:wordId/told',
  'POST /office/mailbox/:postId/enquiry',
  'POST /office/mailbox/:postId/aside',
  'POST /office/files/:fileId/release',
  'POST /office/files/:fileId/refuse',
  'POST /office/miams/:id/certificate',
  'POST /office/invitations/:invitationId/send',
  'POST /office/invitations/:invitationId/clearance',
  'POST /office/live/:id/close',
  'POST /office/live/:id/summary',
  'POST /office/live-notes/:id/passing',
  'POST /office/live-notes/:id/passed',
  ...['bring-in', 'let-go', 'take-back', 'known'].map((act) => `POST /office/imports/:importId/${act}`),
  'POST /office/people/:personId/choices/:scope/end',
  'POST /portal/data/choices/:scope/end',
  'POST /office/breaches/:breachId/close',
  ...['match', 'acknowledge', 'colleague', 'progress'].map((act) => `POST /office/complaints/:complaintId/${act}`),
  ...['match', 'acknowledge', 'authority', 'clock', 'pass', 'restriction', 'erasure'].map(
    (act) => `POST /office/requests/:requestId/${act}`,
  ),
  'POST /portal/data/uses/:purpose/stop',
  ...['objections', 'letter', 'recipients'].map((act) => `POST /office/requests/:requestId/answer/${act}`),
  'POST /office/cases/:caseId/disclosures/said',
  'POST /office/disclosures/:disclosureId/send',
  'POST /office/disclosures/:disclosureId/stop',
  'POST /office/concerns/:concernId/close',
  ...['collect', 'ready', 'release', 'aside', 'archive'].map((act) => `POST /office/requests/:requestId/pack/${act}`),
  'POST /portal/data/:packId',
  'POST /office/retention/date',
  'POST /office/oversight/promises',
  'POST /office/retention/certificates/:id/paper',
  'POST /office/retention/:of/:id/reviewed',
  'POST /office/retention/cases/:caseId/holds/:holdId/lift',
  ...['miams/new/:zone', 'miams/:miamId/risk/:zone', 'sessions/new/:zone', 'summaries/new/:zone'].flatMap((form) => [
    `POST /office/cases/:caseId/${form}/draft`,
    `POST /office/cases/:caseId/${form}/discard`,
  ]),
]

interface Door {
  readonly fields: readonly string[]
  /** Somebody who stands before it. */
  browser(): Promise<Visitor>
}

let addressesUsed = 0
const somebody = () => whole.visitor(`198.51.100.${++addressesUsed}`)

/** Signed in with a password that the test knows. */
async function known(): Promise<Visitor> {
  const { browser } = await whole.own.colleague('coordinator')
  const visitor = somebody()
  for (const [name, value] of Object.entries(browser.cookies)) visitor.keep({ name, value, maxAge: 60 })
  return visitor
}

/** Has entered the password, and is asked for a code. */
async function halfway(): Promise<Visitor> {
  const { email } = await whole.own.colleague('coordinator')
  const visitor = somebody()
  await visitor.send('/office/sign-in', { email, password: goodPassword }, '/office/sign-in')
  return visitor
}

/** Forms whose fields are secrets: what was typed into them does not come back. */
const doors: Readonly<Record<string, Door>> = {
  'POST /certificates': { fields: ['number', 'code'], browser: async () => somebody() },
  'POST /office/sign-in': { fields: ['email', 'password'], browser: async () => somebody() },
  'POST /office/sign-in/code': { fields: ['code'], browser: halfway },
  'POST /office/sign-in/recover': { fields: ['code'], browser: halfway },
  'POST /office/join/:token': { fields: ['password', 'code'], browser: async () => somebody() },
  'POST /office/reset/:token': { fields: ['password', 'code'], browser: async () => somebody() },
  'POST /portal/sign-in': { fields: ['email'], browser: async () => somebody() },
  'POST /portal/code': { fields: ['code'], browser: async () => somebody() },
  'POST /office/account/password': { fields: ['present', 'password'], browser: known },
  'POST /office/account/authenticator': { fields: ['present', 'code'], browser: known },
  'POST /office/account/passkeys': { fields: ['name', 'present'], browser: known },
  'POST /office/account/recovery-codes': { fields: ['present'], browser: known },
}

describe.each(Object.entries(doors))('%s', (route, { fields, browser }) => {
  const send = async (typed: Readonly<Record<string, string>>) => {
    const visitor = await browser()
    return visitor.send(pathOf(route), typed, pathOf(route))
  }
  const saysSo = (html: string, field: string) => {
    const elements = elementsOf(html)
    const message = byId(elements, `${field}-error`)
    expect(message && textOf(message).trim(), `message at ${field}`).toBeTruthy()
    expect(elements.some((it) => it.tagName === 'a' && attribute(it, 'href') === `#${field}`)).toBe(true)
  }
  const all = (text: string) => Object.fromEntries(fields.map((field) => [field, text]))

  test('says at each field what is missing', async () => {
    const { status, html } = await send(all(''))
    expect(status).toBe(422)
    for (const field of fields) saysSo(html, field)
  })

  test('says at a field what no text has, or what is too long', async () => {
    for (const field of fields)
      for (const text of ['before\u0000after', 'x'.repeat(10_000)]) {
        const { status, html } = await send({ ...all('words of mine'), [field]: text })
        expect(status).toBe(422)
        saysSo(html, field)
      }
  })

  test('is not taken in by strange texts, and gives no secret back', async () => {
    for (const text of Object.values(strangeTexts)) {
      const { status, html } = await send(all(text))
      expect(status).toBe(422)
      const elements = elementsOf(html)
      for (const field of fields.filter((it) => !['email', 'number', 'name'].includes(it)))
        expect(valuesOf(elements, field).filter((it) => it !== '')).toEqual([])
      expect(elements.filter((it) => ['img', 'b'].includes(it.tagName))).toEqual([])
    }
  })

  test('more than a form can hold', async () => {
    const { status, html } = await send(all('long '.repeat(80_000)))
    expect(status).toBe(413)
    expect(html).toContain('Back button')
  })
})

/** Whoever may press it; the rest of the office is tried with every role elsewhere. */
function presserOf(route: string): Promise<Visitor> {
  if (route.includes(' /portal/')) return world.asParty('A')
  if (/settings|staff/.test(route)) return browserOf('administrator')
  if (/retention|privacy-tasks/.test(route)) return browserOf('privacyOfficer')
  return browserOf(/miams|sessions|summaries|files|live/.test(route) ? 'mediator' : 'coordinator')
}

describe.each(buttons.map((route) => [route]))('%s', (route) => {
  const about = () => route.replace('POST ', '').replaceAll(/:(\w+)/g, (_, part) => (part === 'zone' ? 'a' : newId()))
  const pressed = async (more: Readonly<Record<string, string>>) => {
    const visitor = route === 'POST /office/sign-out' ? await known() : await presserOf(route)
    const page = route.includes(' /portal/') ? '/portal' : '/office/account'
    return visitor.post(about(), { _form: await tokenFor(visitor, page), ...more })
  }

  test('does nothing strange with what nobody asked for', async () => {
    const odd = { constructor: 'x', 'toString[]': 'y', decision: strangeTexts.markup ?? '', ['x'.repeat(500)]: 'z' }
    const { status, html } = await pressed({ ...odd, kept: 'none', signIn: "');--", choice: '<b>', use: '\u0000' })
    expect([200, 303, 403, 404, 422]).toContain(status)
    expect(elementsOf(html).filter((it) => ['img', 'b'].includes(it.tagName))).toEqual([])
  })

  test('more than a form can hold', async () => {
    const { status, html } = await pressed({ words: 'long '.repeat(80_000) })
    expect(status).toBe(413)
    expect(html).toContain('Back button')
  })
})

test('every form of the service is tried, and nothing that is not there', () => {
  const routes = whole.routes.filter((it) => it.method === 'POST').map((it) => `POST ${it.path}`)
  const tried = [...Object.keys(table), ...Object.keys(elsewhere), ...Object.keys(doors), ...buttons]
  expect(tried.toSorted()).toEqual(routes.toSorted())
})

test('what is tried elsewhere is tried there', () => {
  for (const [route, file] of Object.entries(elsewhere)) {
    const text = readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')
    const last = route.split('/').findLast((part) => !part.startsWith(':')) ?? ''
    expect(text, `${route} in ${file}`).toContain(last === 'new' && route.includes(':') ? '/new/' : last)
    if (!route.includes('/files/')) expect(text).toContain('triesBadInput(')
  }
})
