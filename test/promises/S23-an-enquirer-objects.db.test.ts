import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPolicy } from '../../src/app/load-policy.ts'
import { objectionableUses } from '../../src/policy/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { undoubted } from '../support/a-request.ts'
import { anEnquirer } from '../support/an-enquirer.ts'
import { type OfficeDay, officeDay } from '../support/office-day.ts'
import { wordsOf } from '../support/visitor.ts'

// Nira rang once and never came, and objects.
let day: OfficeDay
let requestId: Id
beforeAll(async () => {
  day = await officeDay()
  const enquiry = await anEnquirer(day.db, day.office.coordinator, {
    ...{ given: 'Nira', email: 'nira@mail.example', message: 'Hello' },
    telephone: ['01632 960 301', '+441632960301'],
  })
  requestId = await undoubted(day.db, day.office.privacyOfficer, enquiry, 'objection')
})
afterAll(() => day?.end())

test('S23: no shipped policy uses an enquiry for what one can object to; a policy that does needs a way to stop it', async () => {
  for (const name of ['mediation-trust', 'separated-parents']) {
    const policy = await loadPolicy(join(import.meta.dirname, '../../policies', name, 'policy.ts'))
    expect(objectionableUses(policy, 'enquirer'), name).toEqual([])
  }
})

test('S23: the answer says for each group of data what goes on and why, by which law, and where to complain', async () => {
  const page = `/office/requests/${requestId}/answer`
  const shown = async () => wordsOf((await day.coordinator.get(page)).html)
  expect(await shown()).toContain('Not with Answering you when you get in touch: ')
  const no = { 'groups[]': ['enquiry.account'], answer: 'refused', ground: 'notOurInterest' }
  const reason = 'We answer what you asked us, and you can end that at any time'
  const decided = await day.coordinator.send(page, { ...no, reason }, `${page}/decide`)
  expect(decided.status).toBe(303)
  const letter = await shown()
  expect(letter).toContain('You asked us to stop using something')
  expect(letter).toContain(reason)
  expect(letter).toContain('Information Commission')
  expect((await day.coordinator.send(page, { answer_told: 'spoken' }, `${page}/letter`)).status).toBe(303)
})

test('S23: the database keeps no objection that nothing would enforce', async () => {
  const forged = `INSERT INTO ev.objection (request_id, purpose, made_by) VALUES ($1, 'enquiries', $2)`
  await expect(day.db.look(forged, [requestId, day.office.coordinator])).rejects.toMatchObject({
    constraint: 'objection_begins',
  })
})
