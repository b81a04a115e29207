import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseFrom, type Office, officeOf } from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import { type Visitor, wordsOf } from '../../../test/support/visitor.ts'
import { type WholeService, wholeService } from '../../../test/support/whole-service.ts'
import type { Id } from '../../values/ids.ts'

let db: TestService
let whole: WholeService
let office: Office
let coordinator: Visitor
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
// A Monday, ten in the morning.
beforeEach(() => db.clock.set('2026-11-23T10:00:00Z'))

const page = '/office/enquiries/new'
const call = { given_name: 'Tess', topic: 'both', telephone: '01632 960 100', telephone_safety: 'safe' }
/** A call is written down; answers the enquiry. */
async function ring(typed: Readonly<Record<string, string>>): Promise<Id> {
  const sent = await coordinator.send(page, { ...call, ...typed })
  expect(sent.status).toBe(303)
  return String(sent.location).split('/').at(-1) as Id
}
const cardIn = async (caseId: Id) =>
  (
    await db.look(
      `SELECT safe_days, safe_from, safe_until, times, said_by FROM ev.safe_contact c
         JOIN ev.party p USING (person_id) WHERE p.case_id = $1 AND p.side = 'A' ORDER BY version DESC LIMIT 1`,
      [caseId],
    )
  )[0]

describe('the days and hours that somebody says are safe', () => {
  test('are written down while they speak, and shown', async () => {
    const id = await ring({ safe_days: 'weekdays', safe_from: '6pm', safe_until: '20:30' })
    const words = wordsOf((await coordinator.get(`/office/enquiries/${id}`)).html)
    expect(words).toContain('Mon to Fri, 18:00 to 20:30')
  })

  test('are refused where they cannot be read, with all that was typed', async () => {
    const sent = await coordinator.send(page, { ...call, safe_days: 'not Sunday', safe_from: '9pm', safe_until: '6pm' })
    expect(sent.status).toBe(422)
    expect(sent.html).toContain('Enter days, like Mon-Fri')
    expect(sent.html).toContain('Enter a time later than the first')
    expect(sent.html).toContain('value="not Sunday"')
  })

  test('stand on their card when the enquiry becomes a case', async () => {
    const id = await ring({ safe_days: 'tue, thu', safe_from: '6pm', contact_times: 'When the shop is shut' })
    expect(await cardIn(await caseFrom(db, office, whole.service.keyring, id))).toEqual({
      ...{ safe_days: 'Tue Thu', safe_from: '18:00', safe_until: '23:59' },
      ...{ times: 'When the shop is shut', said_by: 'self' },
    })
  })

  test('are nobody’s where the one who rang asks for somebody else', async () => {
    const id = await ring({ safe_days: 'tue', asked_by: 'agency', organisation: 'Shelter' })
    expect(await cardIn(await caseFrom(db, office, whole.service.keyring, id))).toBeUndefined()
  })

  test('leave no card where none were said', async () => {
    expect(await cardIn(await caseFrom(db, office, whole.service.keyring, await ring({})))).toBeUndefined()
  })
})
