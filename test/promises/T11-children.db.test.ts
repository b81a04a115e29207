import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { bookChildMeeting } from '../../src/features/casework/index.ts'
import { accessesOf } from '../../src/policy/grants.ts'
import { type Id, newId } from '../../src/values/ids.ts'
import { attribute, elementsIn, elementsOf } from '../support/html-reading.ts'
import { dayFields, type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

let day: OfficeDay
let child: { readonly id: string }
beforeAll(async () => {
  day = await officeDay()
  const added = { given_name: 'Canarychild', family_name: 'Canaryfamily', ...dayFields('birth_date', '2018-05-04') }
  await day.coordinator.send(`/office/cases/${day.caseId}/children/new`, added)
  const [row] = await day.db.look<{ id: string }>(`SELECT id FROM ev.child WHERE given_name = 'Canarychild'`)
  child = row ?? { id: '' }
})
afterAll(() => day?.end())

/** The boxes of a page's own form; the header's search is the office's. */
const inputsOf = async (page: string) =>
  elementsOf((await day.coordinator.get(page)).html)
    .filter((it) => it.tagName === 'main')
    .flatMap(elementsIn)
    .filter((it) => ['input', 'textarea', 'select'].includes(it.tagName) && attribute(it, 'type') !== 'hidden')
    .map((it) => attribute(it, 'name') ?? '')

describe('T11: children belong to a case and are contacts of nobody', () => {
  test('nothing in the database ties a child to a way to reach anybody', async () => {
    const columns = Object.keys(classification.child.columns)
    // The database makes these of the name, to find it by.
    const formsOfTheName = ['name_folded', 'name_turned', 'name_keys']
    const told = ['id', 'case_id', 'given_name', 'family_name', 'birth_date']
    expect(columns).toEqual([...told, ...formsOfTheName, 'made_at'])
    const ties = await day.db.look<{ tie: string }>(
      `SELECT conrelid::regclass || ' > ' || confrelid::regclass AS tie FROM pg_constraint
        WHERE contype = 'f' AND 'ev.child'::regclass IN (conrelid, confrelid)`,
    )
    expect(ties.map((it) => it.tie).toSorted()).toEqual([
      'ev.arrangement > ev.child',
      'ev.child > ev.case_file',
      'ev.child_agreement > ev.child',
      'ev.child_meeting > ev.child',
    ])
    await expect(
      day.db.look(
        `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'email', 'x', 'x', 'self')`,
        [child.id],
      ),
    ).rejects.toMatchObject({ code: '23503' })
  })

  test('no form asks how to reach a child', async () => {
    const boxes = ['given_name', 'family_name', 'birth_date-day', 'birth_date-month', 'birth_date-year']
    expect(await inputsOf(`/office/cases/${day.caseId}/children/new`)).toEqual(boxes)
    expect(await inputsOf(`/office/cases/${day.caseId}/children/${child.id}`)).toEqual(boxes)
    const sent = await day.coordinator.send('/office/enquiries/new', {
      given_name: 'Bo',
      family_name: 'Lee',
      topic: 'both',
    })
    const opening = (await inputsOf(`${sent.location}/open-case`)).filter((it) => it.startsWith('child_'))
    expect(opening.length).toBeGreaterThan(8)
    expect(opening.filter((it) => !/^child_\d_(given_name|birth_date-(day|month|year))$/.test(it))).toEqual([])
  })

  test('a child cannot be reached as if they were a party', async () => {
    for (const path of [`people/${child.id}`, `people/${child.id}/contact`])
      expect((await day.coordinator.get(`/office/cases/${day.caseId}/${path}`)).status, path).toBe(404)
  })

  test('no message is to a child or names one, whatever is sent', async () => {
    for (const side of ['A', 'B']) {
      const [party] = await day.db.look<{ id: string }>(
        'SELECT person_id AS id FROM ev.party WHERE case_id = $1 AND side = $2',
        [day.caseId, side],
      )
      await day.coordinator.send(`/office/cases/${day.caseId}/people/${party?.id}/contact`, {
        ...{
          kind: 'email',
          value: `${side}@example.org`,
          source: 'self',
          safety: 'safe',
          voicemail_safety: 'not_asked',
        },
      })
    }
    const when = { ...dayFields('date', '2026-11-30'), time: '10:00', minutes: '60', place: 'telephone' }
    const booking = { what: 'session', mediator: day.office.mediator, ...when }
    const booked = await day.coordinator.send(`/office/cases/${day.caseId}/book`, booking)
    const at = String(booked.location)
    await day.whole.runJobs()
    await day.coordinator.send(`${at}/move`, { ...when, time: '14:00' })
    await day.whole.runJobs()
    await day.coordinator.send(`${at}/cancel`, { by: 'service' })
    await day.whole.runJobs()
    const recipients = day.whole.mail.map((it) => it.to)
    expect(recipients.filter((it) => !['tess@example.org', 'A@example.org', 'B@example.org'].includes(it))).toEqual([])
    expect(day.whole.mail.length).toBeGreaterThan(3)
    const messages = await day.db.look('SELECT m::text FROM ev.message m')
    const children = await day.db.look<{ given_name: string }>('SELECT given_name FROM ev.child')
    const said = JSON.stringify([day.whole.mail, messages])
    expect(children.map((it) => it.given_name).toSorted()).toEqual(['Canarychild', 'Ivy'])
    for (const { given_name } of children) expect(said).not.toContain(given_name)
    expect(said).not.toMatch(/Canaryfamily|2018-05/)
  })
})

describe('T11: children have a basis and a part of the notice of their own', () => {
  test('their details are a category of their own', () => {
    const { columns } = classification.child
    expect(columns.given_name).toMatchObject({ category: 'child.identity', about: ['child'] })
    for (const name of ['given_name', 'family_name', 'birth_date'] as const)
      expect(columns[name]).toMatchObject({ kind: 'personal', category: 'child.identity' })
  })

  test('in the database they are read for the purposes that the policy names and for no other', async () => {
    const read: string[] = []
    for (const { area, purpose, reads, operations } of accessesOf(day.db.policy)) {
      const look = day.db.desk[area].read(
        area === 'office' ? day.office.mediator : null,
        { purpose, deed: 'case.opened' },
        ({ queries }) => queries.selectFrom('child').select(['given_name', 'birth_date']).execute(),
      )
      const allowed = reads.has('child.identity') && operations.has('read')
      if (allowed) read.push(`${area} ${purpose}`)
      const outcome = await look.then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      )
      expect(outcome, `${area} ${purpose}`).toBe(allowed ? 'answered' : '42501')
    }
    // A child is looked for by name and birth, so that whoever knows the family already steps back.
    const office = ['office booking', 'office childVoice', 'office mediation', 'office recognition']
    expect(read.toSorted()).toEqual([...office, 'portal booking', 'portal mediation', 'worker booking'])
  })

  test('a party sees no child’s row in the database: the portal has no rule that lets one', async () => {
    const [party] = await day.db.look<{ id: string }>('SELECT person_id AS id FROM ev.party WHERE case_id = $1', [
      day.caseId,
    ])
    const deed = { purpose: 'mediation', deed: 'case.opened' } as const
    const rows = await day.db.desk.portal.read(party?.id as never, deed, ({ queries }) =>
      queries.selectFrom('child').select('id').execute(),
    )
    expect(rows).toEqual([])
  })

  test('each purpose that uses them has its own basis for them, and it is no contract', () => {
    const using = Object.values(day.db.policy.purposes).filter((it) => it.reads.includes('child.identity'))
    expect(using.length).toBeGreaterThan(1)
    for (const { key, subjects } of using) {
      expect(subjects.child?.basis.a6, key).toBe('legitimateInterests')
      expect(subjects.child?.told, key).toBe('whenSafe')
    }
  })

  test('the notice speaks of them, and to them', async () => {
    const { html } = await day.whole.visitor().get('/privacy')
    const headings = elementsOf(html).filter((it) => it.tagName === 'h2')
    expect(headings.map((it) => attribute(it, 'id'))).toContain('children')
    expect(wordsOf(html)).toContain('If you are a child, these rights are yours as well')
  })
})

describe('T11: a child is heard when all three agree, and what they say stays with who heard it', () => {
  const page = () => `/office/cases/${day.caseId}/children/${child.id}/meeting`
  const says = (who: string, agreed = 'yes') =>
    day.coordinator.send(page(), { who, agreed, ...dayFields('on', '2026-11-20') }, `${page()}/agreement`)
  const book = () =>
    bookChildMeeting(day.db.desk.office, day.office.coordinator, {
      ...{ key: newId(), caseId: day.caseId, childId: child.id as Id, mediatorId: day.office.mediator },
      startsAt: Temporal.Instant.from('2026-12-01T15:00:00Z'),
    })
  const qualify = (hears: boolean) =>
    day.db.look(
      `INSERT INTO ev.mediator_registration (staff_id, number, kind, valid_until, hears_children, recorded_at)
       VALUES ($1, '4321A', 'accredited', '2099-01-01', $2, '2026-11-01')`,
      [day.office.mediator, hears],
    )
  let heard: string

  test('it cannot be booked before both parents and the child have agreed, nor once one takes it back', async () => {
    await qualify(true)
    for (const who of ['A', 'B']) await says(who)
    expect(await book()).toEqual({ done: false, reason: 'not_agreed' })
    await says('child')
    await says('B', 'no')
    expect(await book()).toEqual({ done: false, reason: 'not_agreed' })
    await says('B')
  })

  test('nor with a mediator who is not qualified for it', async () => {
    await qualify(false)
    expect(await book()).toEqual({ done: false, reason: 'not_qualified' })
    await qualify(true)
    const booked = await book()
    if (!booked.done) throw new Error(booked.reason)
    heard = `/office/child-meetings/${booked.value.meetingId}`
  })

  test('it cannot be held once somebody has taken back their agreement', async () => {
    await says('child', 'no')
    const held = () => day.coordinator.send(page(), { status: 'held' }, `${heard}/settle`)
    expect((await held()).status).toBe(404)
    await says('child')
    expect((await held()).status).toBe(303)
  })

  test('what they say is parted by what may be told, and only that is ever marked as told', async () => {
    const said = { may_tell: 'Canaryshare: I like both houses', may_not: 'Canarykeep: I heard you shout' }
    for (const [may, words] of Object.entries(said))
      expect((await day.mediator.send(heard, { words, may }, `${heard}/words`)).status).toBe(303)
    const [kept] = await day.db.look<{ id: string }>('SELECT id FROM ev.child_word WHERE NOT may_tell')
    const [free] = await day.db.look<{ id: string }>('SELECT id FROM ev.child_word WHERE may_tell')
    const told = (id?: string) => day.mediator.send(heard, {}, `${heard}/words/${id}/told`)
    expect((await told(free?.id)).status).toBe(303)
    await expect(told(kept?.id)).rejects.toThrow('no form')
    await expect(
      day.db.look(`UPDATE ev.child_word SET told_on = '2026-11-23' WHERE NOT may_tell`),
    ).rejects.toMatchObject({
      constraint: 'child_word_may_be_told',
    })
  })

  test('is seen by the mediator who heard it and by the supervisor, and by nobody else', async () => {
    const supervisor = await day.whole.signedIn('supervisor', 'Sue')
    expect(wordsOf((await day.mediator.get(heard)).html)).toContain('Canarykeep')
    expect(wordsOf((await supervisor.get(heard)).html)).toContain('Canarykeep')
    await day.db.look('UPDATE ev.case_file SET mediator_id = $1', [day.stranger.staff.id])
    for (const browser of [day.coordinator, day.stranger]) expect((await browser.get(heard)).status).toBe(404)
    const seen = (actor: Id) =>
      day.db.desk.office.read(actor, { purpose: 'childVoice', deed: 'child.voice-opened' }, ({ queries }) =>
        queries.selectFrom('child_word').select('id').execute(),
      )
    expect(await seen(day.stranger.staff.id)).toEqual([])
    expect(await seen(day.office.mediator)).toHaveLength(2)
    await day.db.look('UPDATE ev.case_file SET mediator_id = $1', [day.office.mediator])
  })

  test('no other purpose reads it, in any area', async () => {
    const readers = accessesOf(day.db.policy).filter((it) => it.reads.has('child.voice'))
    expect(readers.map((it) => `${it.area} ${it.purpose}`)).toEqual(['office childVoice'])
  })
})
