import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type TestCase } from '../../../../../test/support/a-case.ts'
import { type Answered, askRoute } from '../../../../../test/support/ask-route.ts'
import { type TestService, testService } from '../../../../../test/support/service.ts'
import type { Staff, StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { renderPart } from '../../../../ui/render.ts'
import { asId, type Id, newId } from '../../../../values/ids.ts'
import { done } from '../../../../values/outcome.ts'
import { type NewMessage, writeMessage } from '../../index.ts'
import { messagesPanel, messagesPlugin, OutboxList, readOutbox } from '../../plugin.ts'

const { routes, jobs } = messagesPlugin({
  mail: null,
  hasTexts: false,
  sendDelay: 'PT1M',
  recentChange: 'P14D',
  serviceName: 'Harbour House',
  mayPost: () => true,
  mayAnswer: () => true,
})
let service: TestService
let coordinator: Staff
let file: TestCase

beforeAll(async () => {
  service = await testService()
  coordinator = await service.staff('coordinator')
})
afterAll(() => service.end())
beforeEach(async () => {
  await service.look('DELETE FROM ev.task')
  await service.look('DELETE FROM ev.message')
  file = await aCase(service, {
    A: { email: ['alex@mail.example', 'safe'], address: ['1 High Street\nNorwich\nNR1 3AA', 'safe'] },
  })
})

const ask = (path: string, send?: Record<string, string>, staff = coordinator): Promise<Answered> =>
  askRoute(routes, { desk: service.desk.office, staff, path, ...(send ? { send } : {}) })

async function write(message: NewMessage): Promise<Id> {
  const purpose = message.caseId ? 'booking' : 'enquiries'
  const deed = { purpose, deed: 'message.written', key: newId() } as const
  const outcome = await service.desk.office.act(coordinator.id, deed, async (scope) =>
    done({ id: await writeMessage(scope, message) }),
  )
  return asId(outcome.done ? (outcome.value.id ?? '') : '')
}

const letter = (): Promise<Id> =>
  write({
    ...{ caseId: file.caseId, personId: file.A.personId, contactPointId: asId(file.A.addressId ?? ''), zone: 'A' },
    ...{ channel: 'letter', template: 'appointment-booked', recipient: 'Alex <b>Moss</b>\n1 High Street\nNR1 3AA' },
    ...{ subject: 'Your appointment', body: 'Hello,\n\nIt is on Tuesday.' },
  })

async function enquiryLetter(): Promise<Id> {
  const enquiryId = newId()
  await service.look(
    `INSERT INTO ev.enquiry (id, reference, channel, given_name, family_name, letter_safety)
     VALUES ($1, $2, 'self_referral', 'Ali', 'Ahmed', 'safe')`,
    [enquiryId, `E-${enquiryId.slice(0, 8)}`],
  )
  return write({
    ...{
      enquiryId,
      zone: 'office',
      channel: 'letter',
      template: 'enquiry-received',
      recipient: 'Ali Ahmed\n2 Low Road',
    },
    ...{ subject: 'We have your message', body: 'Hello,' },
  })
}

test('a letter is shown, printed and marked as posted', async () => {
  const path = `/office/messages/${await letter()}`
  const shown = await ask(path)
  expect(shown.html).toContain('Waiting to be posted')
  expect(shown.html).toContain(`href="${path}/print"`)
  const sheet = await ask(`${path}/print`)
  expect(sheet.title).toBe('Your appointment')
  expect(sheet.html).toContain('Alex &lt;b>Moss&lt;/b><br/>1 High Street<br/>NR1 3AA')
  expect((await ask(path, { decision: 'posted' })).redirect).toBe(path)
  expect((await ask(path)).html).toContain('Posted')
  expect((await ask(`${path}/print`)).redirect).toBe(path)
  const again = await ask(path, { decision: 'posted' })
  expect([again.invalid, again.html.includes('not waiting any more')]).toEqual([true, true])
})

test('a letter to a home that is no longer safe is neither printed nor posted', async () => {
  const path = `/office/messages/${await letter()}`
  await service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [file.A.addressId])
  const shown = await ask(path)
  expect(shown.html).toContain('This message must not go')
  expect(shown.html).not.toContain('/print')
  expect(shown.html).not.toContain('It has been posted')
  expect((await ask(`${path}/print`)).redirect).toBe(path)
  expect((await ask(path, { decision: 'posted' })).html).toContain('no longer safe')
  expect((await ask(path, { decision: 'not-posted' })).redirect).toBe(path)
  expect((await ask(path)).html).toContain('Not sent')
})

test('a decision that was not offered is asked for again', async () => {
  const path = `/office/messages/${await letter()}`
  for (const decision of ['', 'burnt']) expect((await ask(path, { decision })).invalid).toBe(true)
})

test('letters about enquiries are read for that purpose and at its own address', async () => {
  const id = await enquiryLetter()
  expect((await ask(`/office/enquiry-messages/${id}`)).html).toContain('Ali Ahmed')
  expect((await ask(`/office/messages/${id}`)).notFound).toBe(true)
  expect((await ask(`/office/enquiry-messages/${await letter()}`)).notFound).toBe(true)
  expect((await ask(`/office/enquiry-messages/${id}`, { decision: 'posted' })).redirect).toBe(
    `/office/enquiry-messages/${id}`,
  )
})

test('a message of somebody else’s case looks like one that is not there', async () => {
  const stranger = await service.staff('mediator')
  const path = `/office/messages/${await letter()}`
  for (const it of [path, `${path}/print`, `/office/messages/${newId()}`, '/office/messages/x'])
    expect((await ask(it, undefined, stranger)).notFound).toBe(true)
  expect((await ask(path, { decision: 'posted' }, stranger)).notFound).toBe(true)
})

test('the case page and the outbox list what was written', async () => {
  const id = await letter()
  const request = { desk: service.desk.office, staff: coordinator, today: Temporal.PlainDate.from('2026-11-23') }
  const names = async () => ({ a: 'Alex', b: 'Sam' })
  const panel = await messagesPanel(names).show(request as StaffRequest<PurposeKey>, file.caseId)
  const html = renderPart(panel as Parameters<typeof renderPart>[0])
  expect(html).toContain(`href="/office/messages/${id}"`)
  expect(html).toContain('Appointment booked')
  expect(html).toContain('Alex')
  expect(html).not.toContain('Party A')
  expect(html).not.toContain('High Street')
  const messages = await service.desk.office.read(
    coordinator.id,
    { purpose: 'booking', deed: 'message.listed' },
    (scope) => readOutbox(scope, 'case'),
  )
  expect(renderPart(OutboxList({ messages }))).toContain('It is on Tuesday.')
})

test('there is a job for each purpose under which messages are sent', () => {
  expect(new Set(jobs.map((it) => it.purpose))).toEqual(new Set(['booking', 'enquiries']))
})
