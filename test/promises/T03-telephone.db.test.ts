import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '../../src/platform/web/route.ts'
import { caseFrom, type Office, officeOf } from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Visitor, wordsOf } from '../support/visitor.ts'
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

  test('by name and date of birth together, and by neither alone', async () => {
    const born = { 'birth_date-day': '7', 'birth_date-month': '4', 'birth_date-year': '1981' }
    const first = { given_name: 'Ola', family_name: 'Vane', message: 'The first one' }
    await note({ ...first, ...born })
    expect(await note({ given_name: 'Other', family_name: 'Vane', ...born })).not.toContain('Ola Vane')
    expect(await note({ given_name: 'Ola', family_name: 'Vane' })).not.toMatch(/name and date of birth/i)
    expect(await note({ given_name: 'ola', family_name: 'VANE', ...born })).toContain('Ola Vane')
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
    expect(await note({ telephone: '01632960777' })).toContain(`Otto Testcaller, ${file?.reference}`)
    expect(await note({ telephone: '01632960778' })).not.toContain('We may know this person')
  })
})
