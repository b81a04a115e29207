import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoubted } from '../../../test/support/a-request.ts'
import { carryOut } from '../../../test/support/an-erasure.ts'
import { type OfficeDay, officeDay } from '../../../test/support/office-day.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import { type Typed, wordsOf } from '../../../test/support/visitor.ts'
import type { Id } from '../../values/ids.ts'

let day: OfficeDay
let file: TwoPartyFile
beforeAll(async () => {
  day = await officeDay()
  file = await fileWithTwoParties(day.db, day.office.mediator)
}, 240_000)
afterAll(() => day?.end())

/** An e-mail that went to the mailbox of a person: it hangs on the mailbox. */
const mailTo = (personId: Id) =>
  day.db.look(
    `INSERT INTO ev.message (case_id, person_id, contact_point_id, zone, channel, template, recipient, subject, body, status)
     SELECT p.case_id, p.person_id, c.id, p.side, 'email', 'hand-written', c.value, 'A word', 'Hello', 'sent'
       FROM ev.party p JOIN ev.contact_point c USING (person_id) WHERE p.person_id = $1`,
    [personId],
  )
const left = (personId: Id) =>
  day.db.look<{ mailboxes: number; mails: number }>(
    `SELECT (SELECT count(*)::int FROM ev.contact_point WHERE person_id = $1) AS mailboxes,
            (SELECT count(*)::int FROM ev.message WHERE person_id = $1) AS mails`,
    [personId],
  )
const pageFor = async (personId: Id) =>
  `/office/requests/${await undoubted(day.db, day.office.coordinator, personId, 'erasure')}/erasure`
const order = (path: string, ...kinds: readonly string[]) =>
  day.coordinator.send(path, { 'delete[]': kinds, told: 'spoken' } satisfies Typed)

test('a mailbox does not go without the e-mail that was sent to it', async () => {
  await mailTo(file.personA)
  const path = await pageFor(file.personA)
  expect(wordsOf((await day.coordinator.get(path)).html)).toContain(
    'Goes only together with “the messages we send you”',
  )
  const alone = await order(path, 'party.contact')
  expect(alone.status).toBe(422)
  expect(wordsOf(alone.html)).toContain('Tick also what can only be deleted together with your choice')
  expect(await day.db.look('SELECT FROM ev.erasure_order')).toEqual([])

  expect((await order(path, 'party.contact', 'message.content')).location).toBe(path)
  expect(await carryOut(day)).toBe(1)
  expect(await left(file.personA)).toEqual([{ mailboxes: 0, mails: 0 }])
})

test('what was written between the decision and the deletion keeps the mailbox until somebody decides anew', async () => {
  expect((await order(await pageFor(file.personB), 'party.contact')).status).toBe(303)
  await mailTo(file.personB)
  expect(await carryOut(day)).toBe(0)
  expect(await left(file.personB)).toEqual([{ mailboxes: 1, mails: 1 }])
})
