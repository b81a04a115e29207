import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../src/platform/web/route.ts'
import { caseFrom, type Office, officeOf } from '../support/case-life.ts'
import { elementsOf, valuesOf } from '../support/html-reading.ts'
import { type TestService, testService } from '../support/service.ts'
import { hiddenFields, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let office: Office
let coordinator: Visitor & { readonly staff: Staff }
beforeAll(async () => {
  db = await testService()
  whole = await wholeService(db)
  office = await officeOf(db)
  coordinator = await whole.signedIn('coordinator')
})
afterAll(async () => {
  await whole?.end()
  await db?.end()
})

const page = '/office/enquiries/new'
const call = { given_name: 'Ngozi', family_name: 'Harrow', topic: 'both' }
const note = async (typed: Readonly<Record<string, string>>) => {
  const sent = await coordinator.send(page, { ...call, ...typed })
  expect(sent.status).toBe(303)
  return wordsOf((await coordinator.get(String(sent.location))).html)
}

describe('T03: people can ring, and staff note a call while it lasts', () => {
  test('a name and a subject are enough, and whatever was said is kept as typed', async () => {
    expect(await note({ message: 'Wants to know "how it works" & when' })).toContain('"how it works" & when')
    const kept = await db.look('SELECT channel, given_name, telephone_safety FROM ev.enquiry')
    expect(kept).toEqual([{ channel: 'telephone', given_name: 'Ngozi', telephone_safety: 'not_asked' }])
  })

  test('one screen holds it all: nothing else is asked before it is saved', async () => {
    const { html } = await coordinator.get(page)
    for (const name of ['given_name', 'telephone', 'telephone_safety', 'voicemail_safety', 'email', 'message'])
      expect(html, name).toContain(`name="${name}"`)
    const [{ n } = { n: 0 }] = await db.look<{ n: number }>('SELECT count(*)::int AS n FROM ev.enquiry')
    expect((await coordinator.send(page, { given_name: '' })).status).toBe(422)
    expect(await db.look('SELECT count(*)::int AS n FROM ev.enquiry')).toEqual([{ n }])
  })

  test('nobody notes one whose role may not', async () => {
    for (const role of ['mediator', 'administrator', 'privacyOfficer'])
      expect((await (await whole.signedIn(role)).get(page)).status, role).toBe(404)
  })
})

describe('T03: it is seen at once whether the caller is known', () => {
  test('by telephone, however it was typed', async () => {
    await note({ family_name: 'Earlier', telephone: '01632 960 100' })
    expect(await note({ telephone: '+44 (0)1632 960100' })).toContain('Ngozi Earlier')
  })

  test('by e-mail, in capitals or not', async () => {
    await note({ family_name: 'Writer', email: 'Kit.Writer@example.org' })
    expect(await note({ given_name: 'Kit', email: 'kit.writer@EXAMPLE.org' })).toContain('Ngozi Writer')
  })

  test('by name and date of birth together; what one of them alone says is said as that, and is less likely', async () => {
    const born = { 'birth_date-day': '7', 'birth_date-month': '4', 'birth_date-year': '1981' }
    await note({ given_name: 'Ola', family_name: 'Vane', message: 'The first one', ...born })
    const ofOla = (page: string) => /Ola Vane( Most likely)? ?Asked us.*?Why: ([a-z ,]+)(?=[A-Z])/.exec(page)?.slice(1)

    const date = await note({ given_name: 'Other', family_name: 'Vane', ...born })
    expect(ofOla(date)).toEqual([undefined, 'same date of birth, same family name'])
    const name = await note({ given_name: 'Ola', family_name: 'Vane' })
    expect(ofOla(name)).toEqual([undefined, 'same name'])
    const both = await note({ given_name: 'ola', family_name: 'VANE', ...born })
    expect(ofOla(both)).toEqual([' Most likely', 'same name, same date of birth'])
    expect(await note({ given_name: 'Nobody', family_name: 'Atall' })).not.toContain('We may know this person')
  })

  test('also when they are a party whom no enquiry names', async () => {
    const caseId = await caseFrom(db, office, whole.service.keyring)
    const [other] = await db.look<{ person_id: string }>(
      `SELECT person_id FROM ev.party WHERE case_id = $1 AND side = 'B'`,
      [caseId],
    )
    const to = `/office/cases/${caseId}/people/${other?.person_id}/contact`
    const added = await coordinator.send(to, {
      ...{ kind: 'telephone', value: '01632 960 777', source: 'other_party', safety: 'not_asked' },
      voicemail_safety: 'not_asked',
    })
    expect(added.status).toBe(303)
    const [file] = await db.look<{ reference: string }>('SELECT reference FROM ev.case_file WHERE id = $1', [caseId])
    const words = `Otto Testcaller Party B in case ${file?.reference}Why: same telephone`
    expect(await note({ telephone: '01632960777' })).toContain(words)
    const another = await note({ telephone: '01632960778' })
    expect(another).not.toContain('Otto Testcaller')
    expect(another).not.toContain('same telephone')
  })
})

describe('T03: what was typed is not lost when the line is', () => {
  const begun = async (typed: Readonly<Record<string, string>>) => {
    const { html } = await coordinator.get(page)
    const hidden = hiddenFields(html, page)
    const kept = await coordinator.post(`${page}/draft`, { ...hidden, ...typed })
    expect(kept.status).toBe(200)
    return hidden
  }

  test('a call that was broken off is found again by whoever took it, and by no colleague', async () => {
    const hidden = await begun({ given_name: 'Zuri', telephone: '01632 960 444', contact_times: 'After six' })
    const found = await coordinator.get('/office/enquiries')
    expect(wordsOf(found.html)).toContain('Zuri')
    const again = await coordinator.get(`${page}?call=${hidden.call}`)
    expect(valuesOf(elementsOf(again.html), 'telephone')).toEqual(['01632 960 444'])
    expect(valuesOf(elementsOf(again.html), 'contact_times')).toEqual(['After six'])
    const colleague = await whole.signedIn('coordinator', 'Another coordinator')
    expect((await colleague.get('/office/enquiries')).html).not.toContain('Zuri')
    expect((await colleague.get(`${page}?call=${hidden.call}`)).status).toBe(303)
    const [draft] = await db.look<{ sealed: string }>(`SELECT sealed FROM ev.draft WHERE form = 'call'`)
    expect(draft?.sealed).not.toContain('Zuri')
  })

  test('saved for good it is an enquiry, and no longer waits to be finished', async () => {
    const hidden = await begun({ given_name: 'Imara' })
    const saved = await coordinator.post(page, { ...hidden, ...call, given_name: 'Imara' })
    expect(saved.status).toBe(303)
    expect((await coordinator.get(page)).html).not.toContain('Imara')
  })

  test('thrown away it is gone', async () => {
    const hidden = await begun({ given_name: 'Thrown' })
    const shown = await coordinator.get(`${page}?call=${hidden.call}`)
    await coordinator.post(`${page}/discard`, hiddenFields(shown.html, `${page}/discard`))
    expect((await coordinator.get(page)).html).not.toContain('Thrown')
  })
})

describe('T03: letters and visits are written down by the same screen', () => {
  test('each with its channel, and a letter with the day on which it came', async () => {
    await note({ given_name: 'Vera', channel: 'visit' })
    const words = await note({
      ...{
        given_name: 'Lois',
        channel: 'letter',
        address: '4 Quay Street',
        postcode: 'NR1 1AA',
        letter_safety: 'safe',
      },
      ...{ 'received_on-day': '19', 'received_on-month': '11', 'received_on-year': '2026', heard_from: 'court' },
    })
    expect(words).toContain('received on 19 November 2026')
    expect(words).toContain('The court')
    const kept = await db.look(
      `SELECT given_name, channel, received_on::text FROM ev.enquiry WHERE given_name IN ('Vera', 'Lois') ORDER BY 1`,
    )
    expect(kept).toEqual([
      { given_name: 'Lois', channel: 'letter', received_on: '2026-11-19' },
      {
        given_name: 'Vera',
        channel: 'visit',
        received_on: db.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
      },
    ])
  })

  test('and no letter comes from the future', async () => {
    const later = { 'received_on-day': '1', 'received_on-month': '1', 'received_on-year': '2099', channel: 'letter' }
    const sent = await coordinator.send(page, { ...call, ...later })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('not after today')
  })
})
