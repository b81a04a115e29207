import { type Id, newId } from '../../src/values/ids.ts'
import { aRoom } from '../support/a-case.ts'
import { comesIn, mailOf } from '../support/mails.ts'
import type { TestService } from '../support/service.ts'
import { hiddenFields } from '../support/visitor.ts'
import type { WholeService } from '../support/whole-service.ts'
import type { Aviary } from './aviary.ts'
import { FormFiller } from './form-filler.ts'
import { importedLife } from './imported-life.ts'
import { invitedLife } from './invited-life.ts'
import { offeredLife } from './offered-life.ts'

type Browser = Awaited<ReturnType<WholeService['signedIn']>>

/** Everybody who takes part. */
export interface Cast {
  readonly coordinator: Browser
  readonly mediator: Browser
  readonly privacyOfficer: Browser
}

/** What was lived: two enquiries that never became a case, and a case with all that can be in one. */
export interface Life {
  readonly caseId: string
  readonly caseReference: string
  readonly filler: FormFiller
  readonly cast: Cast
}

/** What a call has in it before anything was said. */
const blankCall = Object.fromEntries(
  ['family_name', 'telephone', 'contact_times', 'message', 'email', 'address', 'postcode']
    .concat(['organisation', 'other_given_name', 'other_family_name', 'safe_days', 'safe_from', 'safe_until'])
    .map((name) => [name, '']),
)

/** The last part of the address to which a form led. */
const ledTo = (location: string | undefined, pattern: RegExp): string => {
  const found = pattern.exec(location ?? '')?.[1]
  if (!found) throw new Error(`led to ${location}`)
  return found
}

/** Lives a whole life through the pages, with a canary in each field that anybody can fill in. */
export async function liveWholeLife(whole: WholeService, birds: Aviary): Promise<Life> {
  const { db } = whole
  await settle(db)
  const cast: Cast = {
    coordinator: await whole.signedIn('coordinator'),
    // With a password of their own: whose form came too late is told by the accounts that can sign in.
    mediator: await whole.browserOf({ ...(await whole.own.colleague('mediator', 'Mel Mediator')), role: 'mediator' }),
    privacyOfficer: await whole.signedIn('privacyOfficer'),
  }
  await db.look(
    `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until) VALUES ($1, '1234A', 'accredited', '2099-01-01')`,
    [cast.mediator.staff.id],
  )
  const stage = new Stage(whole, birds, cast)
  await stage.askedOnTheWebsite()
  await stage.askedAndReferred()
  await stage.rangUs()
  const caseId = await stage.openedACase()
  await stage.detailsOf(caseId)
  await stage.meetings(caseId)
  await stage.wrote(caseId)
  await invitedLife(whole, birds, cast, stage.filler, caseId)
  await offeredLife(whole, birds, cast, stage.filler, caseId)
  await stage.files(caseId)
  await stage.post(caseId)
  await stage.casework(caseId)
  await stage.held(caseId)
  await stage.ownPages(caseId)
  await stage.letters()
  await importedLife(birds, cast.coordinator, stage.filler)
  await stage.mischief(caseId)
  const [head] = await db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [caseId])
  return { caseId, caseReference: head?.reference ?? '', filler: stage.filler, cast }
}

async function settle(db: TestService): Promise<void> {
  for (const [key, value] of [
    ['contact.email', 'office@service.example'],
    ['contact.telephone', '01632 960 001'],
  ])
    await db.look(`INSERT INTO ev.setting (key, value, in_force_from) VALUES ($1, $2, '2020-01-01')`, [key, value])
}

class Stage {
  readonly filler = new FormFiller()
  readonly #whole: WholeService
  readonly #birds: Aviary
  readonly #cast: Cast

  constructor(whole: WholeService, birds: Aviary, cast: Cast) {
    this.#whole = whole
    this.#birds = birds
    this.#cast = cast
  }

  async askedOnTheWebsite(): Promise<void> {
    const { word, email, telephone, postcode, born } = this.#makers()
    const reach = {
      'ways[]': ['email', 'telephone', 'letter'],
      ...{ email: email('enquiry email'), telephone: telephone(), voicemail: 'yes' },
      ...{ address: `${word('enquiry address')} Road`, postcode: postcode(), contact_times: word('contact times') },
      ...{ 'safe_days[]': ['Mon', 'Tue'], safe_from: '9am', safe_until: '' },
    }
    const referral = {
      ...{ ...reach, given_name: word('given name'), family_name: word('family name'), ...born().fields('birth_date') },
      ...{ other_given_name: word('other given name'), other_family_name: word('other family name'), topic: 'both' },
      ...{ message: word('message'), safety_note: word('safety note'), needs: word('needs') },
    }
    await this.filler.fill(this.#whole.visitor('198.51.100.1'), '/self-referral', referral, { readFor: 2_200 })
    const contact = {
      ...{ ...reach, 'ways[]': ['letter'], 'for_client[]': 'yes', role: 'solicitor', 'permission[]': 'yes' },
      ...{ organisation: word('organisation'), address: `${word('work address')} Road`, postcode: postcode() },
      ...{ given_name: word('given name of a solicitor'), family_name: word('family name of a solicitor') },
      ...{ topic: 'question', message: word('message of a solicitor') },
    }
    await this.filler.fill(this.#whole.visitor('198.51.100.2'), '/contact', contact, { readFor: 2_200 })
  }

  /** Somebody who asks for a call, and somebody whom a solicitor refers; the office keeps the solicitor. */
  async askedAndReferred(): Promise<void> {
    const { word, email, telephone, postcode } = this.#makers()
    const asked = {
      ...{ given_name: word('given name of one to call'), 'ways[]': ['telephone'], telephone: telephone() },
      ...{ voicemail: 'yes', email: '', address: '', postcode: '', wanted_on: '', wanted_at: 'morning' },
    }
    await this.filler.fill(this.#whole.visitor('198.51.100.3'), '/contact-me', asked, { readFor: 2_200 })
    const referral = {
      ...{ role: 'solicitor', referrer_name: word('referrer'), organisation: word('organisation of a referrer') },
      ...{ referrer_email: email('email of a referrer'), referrer_telephone: telephone(), 'permission[]': 'yes' },
      ...{ given_name: word('given name of a client'), family_name: word('family name of a client'), topic: 'both' },
      ...{ 'ways[]': ['email', 'telephone', 'letter'], email: email('email of a client'), telephone: telephone() },
      ...{ voicemail: 'yes', address: `${word('address of a client')} Road`, postcode: postcode() },
      ...{
        contact_times: word('times of a client'),
        safe_from: '',
        safe_until: '',
        message: word('message of a referrer'),
      },
      ...{ safety_note: word('safety of a client') },
    }
    await this.filler.fill(this.#whole.visitor('198.51.100.4'), '/refer', referral, { readFor: 2_200 })
    const [row] = await this.#whole.db.look<{ id: string }>('SELECT enquiry_id AS id FROM ev.referral')
    const { coordinator } = this.#cast
    const page = `/office/enquiries/${row?.id}`
    await this.filler.fill(coordinator, page, {}, { action: `${page}/keep-referrer` })
    await this.filler.fill(coordinator, page, {}, { action: `${page}/end-progress` })
    const works = { work: 'agency', source: 'public' }
    const known = () => ({
      ...{ name: word('professional'), organisation: word('organisation of a professional') },
      ...{ email: email('email of a professional'), telephone: telephone(), ...works },
    })
    const added = await this.filler.fill(coordinator, '/office/professionals/new', known())
    await this.filler.fill(coordinator, added.location ?? '', known())
    await this.#referFromAccount(added.location ?? '', referral)
  }

  /** The same by somebody who has an account, which is ended then. */
  async #referFromAccount(professional: string, referral: Readonly<Record<string, string | readonly string[]>>) {
    const { word } = this.#makers()
    const { coordinator } = this.#cast
    await this.filler.fill(coordinator, professional, {}, { action: `${professional}/invite` })
    await this.#whole.runJobs()
    const referrer = await this.#whole.referrerIn(ledTo(professional, /professionals\/([^/]+)/) as Id)
    const {
      role: _,
      referrer_name: __,
      organisation: ___,
      referrer_email: ____,
      referrer_telephone: _____,
      ...client
    } = referral
    const own = { ...client, own_reference: word('own reference of a referrer') }
    await this.filler.fill(referrer, '/portal/referrals/new', own)
    await referrer.get('/portal/referrals')
    await this.filler.fill(coordinator, professional, {}, { action: `${professional}/end-account` })
  }

  async rangUs(): Promise<void> {
    const { word, email, telephone, postcode, born } = this.#makers()
    const call = {
      ...{ given_name: word('given name of a caller'), family_name: word('family name of a caller') },
      ...{ topic: 'money', telephone: telephone(), telephone_safety: 'safe', voicemail_safety: 'safe' },
      ...{ email: email('email of a caller'), email_safety: 'unsafe', contact_times: word('times of a caller') },
      ...{ safe_days: 'weekdays', safe_from: '9am', safe_until: '' },
      ...{ ...born().fields('birth_date'), asked_by: 'agency', organisation: word('organisation of a caller') },
      ...{ address: `${word('address of a caller')} Road`, postcode: postcode(), heard_from: 'friend_or_family' },
      ...{ 'permission[]': 'yes', other_given_name: word('other given name of a caller') },
      ...{ other_family_name: word('other family name of a caller'), message: word('message of a caller') },
    }
    const { coordinator } = this.#cast
    const begun = { given_name: word('a call that was broken off'), ...blankCall }
    await this.filler.fill(coordinator, '/office/enquiries/new', begun, { to: '/office/enquiries/new/draft' })
    const taken = await this.filler.fill(coordinator, '/office/enquiries/new', call)
    const page = `/office/enquiries/${ledTo(taken.location, /enquiries\/([^/]+)/)}`
    await this.filler.fill(coordinator, page, { note: word('answer note') }, { action: `${page}/answer` })
  }

  async openedACase(): Promise<string> {
    const { word, born } = this.#makers()
    const [enquiry] = await this.#whole.db.look<{ id: string }>(
      `SELECT id FROM ev.enquiry WHERE channel = 'self_referral'`,
    )
    const child = (line: number) => ({
      [`child_${line}_given_name`]: word(`child ${line}`),
      ...born().fields(`child_${line}_birth_date`),
    })
    const opened = await this.filler.fill(this.#cast.coordinator, `/office/enquiries/${enquiry?.id}/open-case`, {
      ...{ a_given_name: word('given name A'), a_family_name: word('family name A'), ...born().fields('a_birth_date') },
      ...{ b_given_name: word('given name B'), b_family_name: word('family name B'), ...born().fields('b_birth_date') },
      ...{ topic: 'both', mediator: this.#cast.mediator.staff.id, ...child(0), ...child(1), ...child(2), ...child(3) },
    })
    return ledTo(opened.location, /cases\/([^/]+)/)
  }

  /** How to reach a party, and where else they can be found. */
  async cardOf(page: string, side: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word, postcode } = this.#makers()
    await this.filler.fill(coordinator, `${page}/safe-contact`, {
      ...{ email: 'safe', telephone: 'safe', text_message: 'unsafe', voicemail: 'not_asked', letter: 'safe' },
      ...{
        safe_from: '',
        safe_until: '',
        times: word(`times ${side}`),
        who_may_answer: word(`who may answer ${side}`),
        said_by: 'self',
      },
      ...{ code_word: word(`code word ${side}`), language: word(`language ${side}`) },
      ...{ interpreter: word(`interpreter ${side}`), adjustments: word(`adjustments ${side}`) },
      ...{ reason: word(`reason of a card ${side}`) },
    })
    await this.filler.fill(coordinator, `${page}/whereabouts`, {
      ...{ kind: 'work', address: `${word(`workplace ${side}`)} Way`, postcode: postcode(), source: 'self' },
    })
  }

  async detailsOf(caseId: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word, email, telephone, postcode, born } = this.#makers()
    const people = await this.#rows(
      'SELECT person_id AS id, side FROM ev.party WHERE case_id = $1 ORDER BY side',
      caseId,
    )
    for (const { id, side } of people) {
      const page = `/office/cases/${caseId}/people/${id}`
      const names = { given_name: word(`corrected ${side}`), family_name: word(`corrected family ${side}`) }
      await this.filler.fill(coordinator, page, {
        ...names,
        known_as: word(`known as ${side}`),
        former_names: word(`former names of ${side}`),
        said_by: 'self',
        ...born().fields('birth_date'),
      })
      await this.cardOf(page, side ?? '')
      const way = { source: 'self', safety: 'safe', voicemail_safety: 'safe' }
      for (const given of [
        // The other party is written to on paper.
        ...(side === 'A' ? [{ kind: 'email', value: email(`email ${side}`), postcode: '' }] : []),
        { kind: 'telephone', value: telephone(), postcode: '' },
        { kind: 'address', value: `${word(`address ${side}`)} Lane`, postcode: postcode() },
      ])
        await this.filler.fill(coordinator, `${page}/contact`, { ...given, ...way })
      const [point] = await this.#rows(
        `SELECT id FROM ev.contact_point WHERE person_id = $1 AND kind = 'telephone'`,
        id ?? '',
      )
      await this.filler.fill(coordinator, `${page}/contact/${point?.id}`, {
        safety: 'unsafe',
        voicemail_safety: 'unsafe',
      })
    }
    const children = `/office/cases/${caseId}/children`
    const child = () => ({
      given_name: word('added child'),
      family_name: word('family of a child'),
      ...born().fields('birth_date'),
    })
    await this.filler.fill(coordinator, `${children}/new`, child())
    const [first] = await this.#rows('SELECT id FROM ev.child WHERE case_id = $1 ORDER BY made_at LIMIT 1', caseId)
    await this.filler.fill(coordinator, `${children}/${first?.id}`, child())
    await this.filler.fill(this.#cast.mediator, `${children}/${first?.id}/arrangements`, {
      ...{ by: 'A', 'said-day': '20', 'said-month': '11', 'said-year': '2026', lives: word('where a child lives') },
      ...{
        timeWith: word('time of a child'),
        holidays: word('holidays of a child'),
        school: word('school of a child'),
      },
    })
    await this.filler.fill(coordinator, `/office/cases/${caseId}/mediator`, { mediator: this.#cast.mediator.staff.id })
  }

  async meetings(caseId: string): Promise<void> {
    const { coordinator, mediator } = this.#cast
    const { word } = this.#makers()
    // Kept where something speaks against it, and nowhere else.
    const within = { outside_reason: '' }
    const { clock, db } = { clock: this.#whole.db.clock, db: this.#whole.db }
    const room = await aRoom(db)
    const colleague = await this.#whole.signedIn('mediator', 'Another Mediator')
    const slot = (time: string, day: string) => ({
      ...{ mediator: mediator.staff.id, minutes: '60', place: room, time },
      ...{ 'date-day': day, 'date-month': '12', 'date-year': '2026' },
      ...within,
    })
    const book = async (what: string, time: string, day: string, more: Readonly<Record<string, string>> = {}) => {
      const booked = await this.filler.fill(coordinator, `/office/cases/${caseId}/book`, {
        what,
        ...slot(time, day),
        ...more,
      })
      return `/office/appointments/${ledTo(booked.location, /appointments\/([^/]+)/)}`
    }
    const miam = await book('miam-A', '10:00', '1')
    const session = await book('session', '10:00', '2')
    const cancelled = await book('miam-B', '10:00', '3')
    await this.filler.fill(coordinator, `${miam}/move`, slot('11:00', '1'))
    await this.filler.fill(coordinator, `${session}/mediator`, { mediator: colleague.staff.id, ...within })
    await this.filler.fill(coordinator, `${session}/mediator`, { mediator: mediator.staff.id, ...within })
    await this.filler.fill(coordinator, `${cancelled}/cancel`, { by: 'B' })
    // While they are away: what is said of why stays with the file.
    await this.#whole.db.look(
      `INSERT INTO ev.absence (staff_id, starts_at, ends_at) VALUES ($1, '2026-12-07T00:00Z', '2026-12-08T00:00Z')`,
      [mediator.staff.id],
    )
    const online = await book('session', '14:00', '2', { place: 'online' })
    const joining = { provider: 'zoom', address: `https://meet.example/${word('address of a meeting')}`, opens: '15' }
    await this.filler.fill(coordinator, `${online}/online`, joining)
    const late = await book('session', '10:00', '7', { outside_reason: word('why it must be then') })
    await this.filler.fill(coordinator, `${late}/cancel`, { by: 'service' })
    await this.#whole.runJobs()
    clock.set('2026-12-04T12:00:00Z')
    await this.filler.fill(coordinator, `${miam}/attendance`, { 'attended-A': 'attended' })
    const came = { 'attended-A': 'attended', 'attended-B': 'not_attended' }
    for (const page of [session, online]) await this.filler.fill(coordinator, `${page}/attendance`, came)
  }

  async wrote(caseId: string): Promise<void> {
    const { mediator } = this.#cast
    const { word } = this.#makers()
    const held = { 'held_on-day': '1', 'held_on-month': '12', 'held_on-year': '2026' }
    const quality = { legal_quality: 'without_prejudice' }
    const base = `/office/cases/${caseId}`
    const withDraft = async (page: string, make: () => Record<string, string>) => {
      await this.filler.fill(mediator, page, make(), { to: `${page}/draft` })
      return this.filler.fill(mediator, page, make())
    }
    const miam = () => ({
      ...{
        ...held,
        ...quality,
        suitable: 'yes',
        information_given: word('information'),
        benefits_explained: word('benefits'),
      },
      ...{ way_suited: word('way'), how_to_proceed: word('how to proceed') },
    })
    const risk = () => ({ abuse_risk: word('abuse risk'), child_risk: word('child risk') })
    await this.#sessionWithNotes(caseId, held)
    const recorded = await withDraft(`${base}/miams/new/a`, miam)
    await withDraft(recorded.location ?? '', risk)
    const miamId = ledTo(recorded.location, /miams\/([^/]+)/)
    const issued = await this.filler.fill(mediator, `/office/miams/${miamId}/certificate`, {})
    const [wrong] = await this.#rows(
      'SELECT id FROM ev.miam_certificate WHERE file_id = $1',
      ledTo(issued.location, /files\/([^/]+)/),
    )
    await this.filler.fill(mediator, `/office/certificates/${wrong?.id}/correct`, {
      miam: miamId,
      reason: word('reason of a correction'),
    })

    for (const zone of ['a', 'b', 'both', 'office']) {
      const session = () => ({
        ...held,
        ...quality,
        way: 'shuttle',
        discussed: word(`discussed ${zone}`),
        agreed: word(`agreed ${zone}`),
      })
      await withDraft(`${base}/sessions/new/${zone}`, session)
      await withDraft(`${base}/summaries/new/${zone}`, () => ({ ...quality, summary: word(`summary ${zone}`) }))
    }
    // One that is left lying, and one that is thrown away.
    const left = { ...quality, summary: word('a draft that was left') }
    await this.filler.fill(mediator, `${base}/summaries/new/a`, left, { to: `${base}/summaries/new/a/draft` })
    const thrown = { ...quality, summary: word('a draft that was thrown away') }
    const page = `${base}/summaries/new/b`
    await this.filler.fill(mediator, page, thrown, { to: `${page}/draft` })
    await this.filler.fill(mediator, page, {}, { action: `${page}/discard` })
    await this.#tooLate(`${base}/summaries/new/both`, { ...quality, summary: word('a form that came too late') })
  }

  /** Both sign, and a session is held in two rooms: noted, passed on, stopped, gone on with, ended. */
  async #sessionWithNotes(caseId: string, held: Record<string, string>): Promise<void> {
    const { mediator } = this.#cast
    const { word } = this.#makers()
    const base = `/office/cases/${caseId}`
    for (const zone of ['a', 'b'])
      await this.filler.fill(mediator, `${base}/agreements/new/${zone}`, {
        ...{ ...held, version: word(`version of ${zone}`), signed_how: 'paper' },
      })
    const begun = await this.filler.fill(mediator, `${base}/live/new`, { ...held, way: 'shuttle' })
    const page = begun.location ?? ''
    const note = { kind: 'proposal', legal_quality: 'without_prejudice', passing: 'may' }
    for (const zone of ['A', 'B', 'both'])
      await this.filler.fill(
        mediator,
        page,
        { ...note, zone, words: word(`note in ${zone}`) },
        { action: `${page}/notes` },
      )
    const [first] = await this.#rows(`SELECT id FROM ev.session_note WHERE case_id = $1 AND zone = 'A'`, caseId)
    await this.filler.fill(mediator, `/office/live-notes/${first?.id}`, { ...note, words: word('changed note') })
    const beside = { side: 'A', words: word('statement beside a note') }
    await this.filler.fill(mediator, `/office/live-notes/${first?.id}/statement`, beside)
    const answer = (act: string, more = {}) =>
      this.filler.fill(mediator, page, more, { action: `/office/live-notes/${first?.id}/${act}` })
    await answer('passing', { passing: 'may_not' })
    await answer('passing', { passing: 'may' })
    await answer('passed')
    await this.filler.fill(mediator, page, { reason: word('why it stops') }, { action: `${page}/stop` })
    await this.filler.fill(mediator, page, { because: word('why it goes on') }, { action: `${page}/resume` })
    await this.filler.fill(mediator, page, {}, { action: `${page}/close` })
    await this.filler.fill(mediator, page, {}, { action: `${page}/summary` })
    const summary = { legal_quality: 'without_prejudice', summary: word('summary of a session') }
    await this.filler.fill(mediator, `${base}/summaries/new/both`, summary)
  }

  /** Sends a form after the sign-in has ended: its text is kept, sealed. */
  async #tooLate(page: string, fields: Record<string, string>): Promise<void> {
    const browser = await this.#whole.browserOf(this.#cast.mediator.staff)
    const { html } = await browser.get(page)
    browser.cookies.clear()
    await browser.post(page, { ...hiddenFields(html, page), ...fields })
    const [kept] = await this.#rows(`SELECT count(*)::text AS id FROM ev.draft WHERE form = 'late'`, null)
    if (kept?.id === '0') throw new Error('the form that came too late was not kept')
  }

  async files(caseId: string): Promise<void> {
    const { mediator } = this.#cast
    const { word } = this.#makers()
    const attach = async (zone: string) => {
      const file = new File([`Some lines.\n${word('content of a file')}\n`], `${word('name of a file')}.txt`, {
        type: 'text/plain',
      })
      const page = `/office/cases/${caseId}/files/new/${zone}`
      const taken = await this.filler.upload(mediator, page, { legal_quality: 'open' }, file)
      return `/office/files/${ledTo(taken.location, /files\/([^/]+)/)}`
    }
    const kept = await attach('a')
    await this.filler.fill(mediator, kept, {}, { action: `${kept}/release` })
    await this.filler.fill(mediator, `${kept}/share`, { because: word('why it is shared') })
    const refused = await attach('both')
    await this.filler.fill(mediator, refused, {}, { action: `${refused}/refuse` })
    await attach('office')
  }

  async casework(caseId: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word } = this.#makers()
    const base = `/office/cases/${caseId}`
    const due = { 'due-day': '1', 'due-month': '3', 'due-year': '2027' }
    await this.writing(base)
    await this.filler.fill(coordinator, `${base}/follow-ups/new`, { words: word('a follow-up'), who: 'me', ...due })
    const made = await this.filler.fill(coordinator, `${base}/paper/new`, { place: word('place of a folder') })
    const paper = String(made.location)
    const away = { kind: 'put_away', place: word('another place of a folder') }
    await this.filler.fill(coordinator, paper, away, { action: `${paper}/move` })
    const again = { mediator: this.#cast.mediator.staff.id, reason: word('why another mediator') }
    await this.filler.fill(coordinator, `${base}/mediator`, again)
    await this.#heard(caseId)
    await this.#toldOthers(caseId)
    await this.#reviewed(caseId)
  }

  /** A child was heard. */
  async #heard(caseId: string): Promise<void> {
    const { mediator } = this.#cast
    const { db } = this.#whole
    await db.look('UPDATE ev.mediator_registration SET hears_children = true')
    const [child] = await this.#rows('SELECT id FROM ev.child WHERE case_id = $1 LIMIT 1', caseId)
    for (const who of ['A', 'B', 'child'])
      await db.look(
        `INSERT INTO ev.child_agreement (case_id, child_id, who, agreed, on_day, author) VALUES ($1, $2, $3, true, '2026-11-20', $4)`,
        [caseId, child?.id, who, mediator.staff.id],
      )
    const [meeting] = await db.look<{ id: string }>(
      `INSERT INTO ev.child_meeting (case_id, child_id, mediator_id, starts_at, ends_at, status, author)
       VALUES ($1, $2, $3, '2026-12-03T20:00:00Z', '2026-12-03T21:00:00Z', 'held', $3) RETURNING id`,
      [caseId, child?.id, mediator.staff.id],
    )
    const page = `/office/child-meetings/${meeting?.id}`
    const said = { words: this.#birds.word('what a child said'), may: 'may_not' }
    await this.filler.fill(mediator, page, said, { action: `${page}/words` })
  }

  /** Something goes to a court, and something else does not. */
  async #toldOthers(caseId: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word } = this.#makers()
    const page = `/office/cases/${caseId}/disclosures`
    await this.filler.fill(coordinator, page, { side: 'A', wish: 'objects' }, { action: `${page}/said` })
    const decided = {
      ...{ to: 'courtsAndPolice:law', law_kind: 'court', authority: word('order of a court'), side: 'A' },
      ...{ words: word('what a court was told'), words_quality: 'open', reason: word('why a court was told') },
    }
    for (const act of ['send', 'stop']) {
      const made = String((await this.filler.fill(coordinator, `${page}/new`, decided)).location)
      await this.filler.fill(coordinator, made, act === 'send' ? { how: 'post' } : {}, { action: `${made}/${act}` })
    }
  }

  /** Closed with a supervisor, and opened again. */
  async #reviewed(caseId: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word } = this.#makers()
    const supervisor = await this.#whole.signedIn('supervisor')
    const page = `/office/reviews/${caseId}`
    const found = { note: word('what a supervisor found') }
    await this.filler.fill(supervisor, page, found, { action: `${page}/looked-at` })
    const way = (value: string) =>
      this.#whole.db.look(`INSERT INTO ev.setting (key, value, in_force_from) VALUES ('closing.approval', $1, $2)`, [
        value,
        this.#whole.db.clock.now().toString(),
      ])
    await way('always')
    await this.filler.fill(coordinator, `/office/cases/${caseId}/close`, { outcome: 'agreement' })
    await this.#whole.db.look('UPDATE ev.closure_request SET reason = $1', [word('why it is closed')])
    const answer = { verdict: 'approved', answer: word('what a supervisor answered') }
    await this.filler.fill(supervisor, page, answer, { action: `${page}/closure` })
    await way('never')
    await this.filler.fill(coordinator, `/office/cases/${caseId}/reopen`, { reason: word('why it is opened again') })
  }

  /** Mails of every fate, one letter, and one mail that nobody does anything with. */
  async post(caseId: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word, email } = this.#makers()
    const mail = async (from: string, subject = `C-2222-222 ${word('subject of a mail')}`) =>
      comesIn(
        this.#whole,
        await mailOf({
          from: `${word('name of a sender')} <${from}>`,
          subject,
          text: word('text of a mail'),
          attachments: [
            { filename: `${word('name of an attachment')}.txt`, content: `Some lines.\n${word('file in a mail')}\n` },
          ],
        }),
      )
    const [known] = await this.#rows(
      `SELECT value AS id FROM ev.contact_point WHERE kind = 'email' AND ended_at IS NULL LIMIT 1`,
      null,
    )
    await mail(known?.id ?? '', word('subject of a party'))
    const asked = await mail(email('address of a sender'))
    await this.filler.fill(coordinator, `/office/mailbox/${asked}`, {}, { action: `/office/mailbox/${asked}/enquiry` })
    const put = await mail(email('address of another sender'))
    const page = `/office/mailbox/${put}/cases/${caseId}`
    await this.filler.fill(coordinator, page, { zone: 'B', legal_quality: 'open' })
    await mail(email('address of nobody known'))
    await this.filler.fill(coordinator, '/office/mailbox/letters/new', {
      ...{ sender: word('sender of a letter'), subject: word('subject of a letter'), body: word('text of a letter') },
      ...{ 'received_on-day': '20', 'received_on-month': '11', 'received_on-year': '2026' },
    })
  }

  async held(caseId: string): Promise<void> {
    const { privacyOfficer } = this.#cast
    const page = `/office/retention/cases/${caseId}`
    const reason = this.#birds.word('reason of a hold')
    const typed = { part: 'B', category: 'all', kind: 'complaint', authority: 'person', reason, review: 'P1M' }
    await this.filler.fill(privacyOfficer, page, typed, { action: `${page}/holds` })
    const [hold] = await this.#rows('SELECT id FROM ev.hold WHERE case_id = $1', caseId)
    await this.filler.fill(privacyOfficer, page, {}, { action: `${page}/holds/${hold?.id}/lift` })
  }

  /** A colleague writes to the first party, is asked about it, sends it, and takes another back. */
  async writing(base: string): Promise<void> {
    const { coordinator } = this.#cast
    const { word } = this.#makers()
    const words = { channel: 'letter', subject: word('subject of a message'), body: word('a message by hand') }
    await this.filler.fill(coordinator, `${base}/write/a`, words)
    await this.filler.fill(coordinator, `${base}/write/a`, { ...words, body: word('a message taken back') })
    await this.#whole.db.look(
      `UPDATE ev.message SET channel = 'email', guard_reason = $1, guard_found = 'name', next_attempt_at = next_attempt_at + interval '9 years'
        WHERE id = (SELECT id FROM ev.message WHERE written_by IS NOT NULL AND status = 'waiting' ORDER BY made_at DESC LIMIT 1)`,
      [word('why it may go all the same')],
    )
    const [last] = await this.#rows(`SELECT id FROM ev.message WHERE guard_reason IS NOT NULL`, null)
    const page = `/office/messages/${last?.id}`
    await this.filler.fill(coordinator, page, {}, { action: `${page}/undo` })
  }

  async letters(): Promise<void> {
    const { coordinator } = this.#cast
    await this.#whole.runJobs()
    const letters = await this.#rows(
      `SELECT id, case_id AS side FROM ev.message WHERE status = 'waiting' AND channel = 'letter'`,
      null,
    )
    for (const { id, side } of letters) {
      const page = `/office/${side ? 'messages' : 'enquiry-messages'}/${id}`
      await this.filler.fill(coordinator, page, { decision: 'posted' })
    }
  }

  /** A party looks at what is theirs, by a code on paper; strangers ask for codes and make some up. */
  async ownPages(caseId: string): Promise<void> {
    const { word, email } = this.#makers()
    const stranger = this.#whole.visitor('198.51.100.3')
    await this.filler.fill(stranger, '/portal/sign-in', { email: email('mailbox of a stranger, for nothing') })
    await stranger.send('/portal/code', { code: word('a code that opens nothing') })
    const [party] = await this.#rows(`SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = 'A'`, caseId)
    const page = `/office/cases/${caseId}/people/${party?.id}/code`
    const slip = await this.filler.fill(this.#cast.coordinator, page, {})
    const own = this.#whole.visitor('198.51.100.4')
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(slip.html)?.[0] ?? ''
    await this.filler.fill(own, '/portal/code', { code })
    for (const path of ['/portal', '/portal/contact', '/portal/papers']) await own.get(path)
    await this.#whole.runJobs()
  }

  /** Words where they do not belong: in addresses, in searches, in bodies that are not forms. */
  async mischief(caseId: string): Promise<void> {
    const { word } = this.#makers()
    const { coordinator, privacyOfficer } = this.#cast
    const guess = { number: word('number of nothing'), code: word('code of nothing') }
    await this.#whole.visitor().send('/certificates', guess)
    await this.#whole.visitor().get(`/nowhere/${word('address of a page')}`)
    await coordinator.get(`/office/cases/${word('address of a case')}`)
    await privacyOfficer.get(`/office/retention?reference=${word('a search')}`)
    await this.filler.fill(coordinator, '/office/search', { q: word('a search for a person') })
    await coordinator.post(`/office/cases/${caseId}/children/new`, { given_name: word('a form without its token') })
    await coordinator.post(`/office/enquiries/${newId()}/answer`, { note: word('an answer to nothing') })
    await this.#whole
      .visitor()
      .post('/self-referral', { message: word('a form from elsewhere') }, { origin: 'https://elsewhere.example' })
  }

  #makers() {
    const birds = this.#birds
    return {
      word: (field: string) => birds.word(field),
      email: (field: string) => birds.email(field),
      telephone: () => birds.telephone(),
      postcode: () => birds.postcode(),
      born: () => birds.born(),
    }
  }

  #rows(sql: string, value: string | null) {
    return this.#whole.db.look<{ id?: string; side?: string }>(sql, value === null ? [] : [value])
  }
}
