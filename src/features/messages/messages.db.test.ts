import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../../../test/support/a-case.ts'
import { MessageGround, mailServer, toEnquirer } from '../../../test/support/message-ground.ts'
import { asId, type Id, newId } from '../../values/ids.ts'
import { done } from '../../values/outcome.ts'
import { settleLetter } from './actions/settle-letter.ts'
import { messageOf } from './data/message-reads.ts'
import { stopWaitingAbout, writeMessage } from './data/message-writes.ts'

let ground: MessageGround
beforeAll(async () => {
  ground = await MessageGround.make()
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

test.each([
  ['said to be unsafe', `UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`],
  ['not asked about any more', `UPDATE ev.contact_point SET safety = 'not_asked' WHERE id = $1`],
  ['ended', 'UPDATE ev.contact_point SET ended_at = made_at WHERE id = $1'],
])('a contact point that was %s meanwhile gets nothing, and somebody is told', async (_, change) => {
  const id = await ground.write(ground.toA())
  await ground.service.look(change, [ground.file.A.emailId])
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect(await ground.statusOf(id)).toEqual({ status: 'stopped', attempts: 0 })
  expect(await ground.tasks()).toEqual(['message-held-back'])
})

test('a mailbox that is the other party’s too gets nothing', async () => {
  const id = await ground.write(ground.toA())
  await ground.service.look(
    `INSERT INTO ev.contact_point (person_id, kind, value, value_folded, source) VALUES ($1, 'email', 'Alex@Mail.example', 'alex@mail.example', 'self')`,
    [ground.file.B.personId],
  )
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect((await ground.statusOf(id))?.status).toBe('stopped')
})

test('a contact point of somebody else is never written to', async () => {
  const id = await ground.write(
    ground.toA({ contactPointId: asId(ground.file.B.emailId ?? ''), recipient: 'sam@mail.example' }),
  )
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
  expect((await ground.statusOf(id))?.status).toBe('stopped')
})

test('an address that was typed and is not the contact point’s is never written to', async () => {
  await ground.write(ground.toA({ recipient: 'somebody@else.example' }))
  const { taken, way } = mailServer()
  await ground.send(way)
  expect(taken).toEqual([])
})

test('a newer message about the same thing stops the one that waits, and its letter need not be posted', async () => {
  const aboutId = newId()
  const email = await ground.write(ground.toA({ aboutId }))
  const letter = await ground.write(
    ground.toA({
      ...{ aboutId, channel: 'letter', contactPointId: asId(ground.file.A.addressId ?? '') },
      recipient: 'Alex Moss\n1 High Street\nNorwich\nNR1 3AA',
    }),
  )
  const other = await ground.write(ground.toA({ aboutId: newId() }))
  expect(await ground.tasks()).toEqual(['letter-to-post'])
  await ground.service.desk.office.act(
    ground.coordinator,
    { purpose: 'booking', deed: 'message.stopped', key: newId() },
    async (scope) => {
      await stopWaitingAbout(scope, aboutId)
      return done({})
    },
  )
  expect((await ground.statusOf(email))?.status).toBe('stopped')
  expect((await ground.statusOf(letter))?.status).toBe('stopped')
  expect((await ground.statusOf(other))?.status).toBe('waiting')
  expect(await ground.tasks()).toEqual([])
})

test('an enquirer is written to while they say that it is safe, and not after', async () => {
  const [one, two] = [await ground.anEnquiry(), await ground.anEnquiry()]
  await ground.write(toEnquirer(one))
  await ground.write(toEnquirer(two))
  await ground.service.look(`UPDATE ev.enquiry SET email_safety = 'unsafe' WHERE id = $1`, [two])
  const { taken, way } = mailServer()
  expect(await ground.send(way, 'case')).toBe(0)
  await ground.send(way, 'enquiry')
  expect(taken.map((it) => it.to)).toEqual(['ali@mail.example'])
})

test('once a case was opened from an enquiry, what counts is what is said there', async () => {
  const enquiry = await ground.anEnquiry('alex@mail.example')
  await ground.service.look(`UPDATE ev.enquiry SET status = 'taken_on', case_id = $2 WHERE id = $1`, [
    enquiry,
    ground.file.caseId,
  ])
  await ground.write({ ...toEnquirer(enquiry), recipient: 'alex@mail.example' })
  await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [ground.file.A.emailId])
  const { taken, way } = mailServer()
  await ground.send(way, 'enquiry')
  expect(taken).toEqual([])
})

test('a visitor of the website can write to themselves, and reads nothing', async () => {
  const enquiryId = await ground.anEnquiry()
  const act = ground.service.desk.public.act(
    null,
    { purpose: 'enquiries', deed: 'enquiry.sent', key: newId() },
    async (scope) => done({ id: await writeMessage(scope, { ...toEnquirer(enquiryId), channel: 'letter' }) }),
  )
  expect(await act).toMatchObject({ done: true })
  expect(await ground.tasks()).toEqual(['letter-to-post'])
})

test('a letter is marked as posted once, unless it is no longer safe', async () => {
  const letter = () =>
    ground.write(
      ground.toA({
        channel: 'letter',
        contactPointId: asId(ground.file.A.addressId ?? ''),
        recipient: 'Alex\n1 High Street',
      }),
    )
  const [posted, unsafe] = [await letter(), await letter()]
  const settle = (messageId: Id, decision: 'posted' | 'not-posted' = 'posted') =>
    settleLetter(ground.service.desk.office, ground.coordinator, { key: newId(), of: 'case', messageId, decision })
  expect(await settle(posted)).toMatchObject({ done: true })
  expect(await settle(posted)).toEqual({ done: false, reason: 'not-waiting' })
  await ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [ground.file.A.addressId])
  expect(await settle(unsafe)).toEqual({ done: false, reason: 'not-safe' })
  expect(await ground.tasks()).toEqual(['letter-to-post'])
  expect(await settle(unsafe, 'not-posted')).toMatchObject({ done: true })
  expect(await ground.tasks()).toEqual([])
  expect(await ground.statusOf(posted)).toMatchObject({ status: 'printed' })
  expect(await settle(newId())).toEqual({ done: false, reason: 'no-such-letter' })
})

test('a mediator sees messages of their own cases and of no other', async () => {
  const mediator = await ground.service.staff('mediator')
  const theirs = await aCase(ground.service, { mediator: mediator.id, A: { email: ['kim@mail.example', 'safe'] } })
  const own = await ground.write({
    ...ground.toA(),
    caseId: theirs.caseId,
    personId: theirs.A.personId,
    contactPointId: asId(theirs.A.emailId ?? ''),
    recipient: 'kim@mail.example',
  })
  const foreign = await ground.write(ground.toA())
  const read = (id: Id) =>
    ground.service.desk.office.read(mediator.id, { purpose: 'booking', deed: 'message.opened' }, (scope) =>
      messageOf(scope, 'case', id),
    )
  expect(await read(own)).toMatchObject({ recipient: 'kim@mail.example' })
  expect(await read(foreign)).toBeNull()
})
