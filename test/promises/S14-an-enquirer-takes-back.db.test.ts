import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeBack } from '../../src/features/answers/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { undoubted } from '../support/a-request.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

// Nira rang once and never came. Tam did too.
let day: OfficeDay
let enquiry: Id
let others: Id
beforeAll(async () => {
  day = await officeDay()
  const rang = (given: string, number: number) =>
    anEnquirer(day.db, day.office.coordinator, {
      ...{ given, email: `${given.toLowerCase()}@mail.example`, message: 'Hello' },
      telephone: [`01632 960 ${number}`, `+441632960${number}`],
    })
  enquiry = await rang('Nira', 301)
  others = await rang('Tam', 302)
})
afterAll(() => day?.end())

const page = () => `/office/people/${enquiry}/choices`
const end = (scope: string) => day.coordinator.send(page(), {}, `${page()}/${scope}/end`)
const ledger = () =>
  day.db.look<{ enquiry_id: Id }>(
    `SELECT s.enquiry_id, e.scope, e.act, e.channel, e.receipt FROM ev.consent_event e JOIN ev.consent_subject s ON s.id = e.subject_id
      WHERE e.act = 'withdrawn' ORDER BY e.at, e.scope`,
  )
const safety = () =>
  day.db.look(`SELECT given_name AS name, email_safety AS email FROM ev.enquiry WHERE id = ANY ($1) ORDER BY 1`, [
    [enquiry, others],
  ])

test('S14: what somebody agreed to with an enquiry ends at once, by one press, and exactly that', async () => {
  const requestId = await undoubted(day.db, day.office.privacyOfficer, enquiry, 'withdrawal')
  expect((await day.coordinator.get(`/office/requests/${requestId}`)).html).toContain(`href="${page()}"`)
  const before = wordsOf((await day.coordinator.get(page())).html)
  expect(before).toContain('Nira Larch')
  expect(before).toContain('What stops:')
  expect(before).toContain('What goes on:')
  expect((await end('emailContact')).status).toBe(303)
  const withdrawn = { scope: 'emailContact', act: 'withdrawn', channel: 'office', receipt: 'none' }
  expect(await ledger()).toEqual([{ enquiry_id: enquiry, ...withdrawn }])
  expect(await safety()).toEqual([
    { name: 'Nira', email: 'unsafe' },
    { name: 'Tam', email: 'safe' },
  ])
  const after = wordsOf((await day.coordinator.get(`${page()}?ended=emailContact`)).html)
  expect(after).toContain('It has ended')
  expect(after).toContain('nothing was written to them: tell them when you speak')
})

test('S14: twice is once, and it is in the journal before it stands', async () => {
  const taken = () =>
    takeBack(day.db.desk.office, day.db.policy, day.office.coordinator, { recordId: others, scope: 'emailContact' })
  const done = await Promise.all([taken(), taken()])
  expect(done.map((it) => it.done)).toEqual([true, true])
  expect((await ledger()).filter((it) => it.enquiry_id === others)).toHaveLength(1)
  const lines = JSON.stringify(await day.db.journal.lines())
  expect(lines).toContain(`"table":"enquiry","id":"${others}","set":{"email_safety":"unsafe"}`)
})

test('S14: whoever answers no requests ends nothing', async () => {
  expect((await day.mediator.get(page())).status).not.toBe(200)
  expect((await day.coordinator.get(`/office/people/${day.caseId}/choices`)).status).toBe(404)
})
