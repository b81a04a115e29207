import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askRoute } from '../../../../../test/support/ask-route.ts'
import { MessageGround } from '../../../../../test/support/message-ground.ts'
import type { Staff } from '../../../../platform/web/route.ts'
import { asId, type Id } from '../../../../values/ids.ts'
import { messagesPlugin } from '../../plugin.ts'

const { routes } = messagesPlugin({
  ...{ mail: null, hasTexts: false, sendDelay: 'PT1M', recentChange: 'P14D', serviceName: 'Harbour House' },
  mayPost: () => true,
  mayAnswer: (role) => role === 'coordinator',
})
let ground: MessageGround
let coordinator: Staff
beforeAll(async () => {
  ground = await MessageGround.make()
  coordinator = await ground.service.staff('coordinator')
})
afterAll(() => ground.service.end())
beforeEach(() => ground.begin())

const ask = (path: string, send?: Record<string, string>, lists: Record<string, readonly string[]> = {}) =>
  askRoute(routes, {
    ...{ desk: ground.service.desk.office, staff: coordinator, path },
    ...(send ? { send, lists } : {}),
  })
const letter = (body = 'It is on Tuesday.'): Promise<Id> => {
  const to = { channel: 'letter', contactPointId: asId(ground.file.A.addressId ?? ''), recipient: 'Alex Moss' } as const
  return ground.write(ground.toA({ ...to, body }))
}
const unsafe = () =>
  ground.service.look(`UPDATE ev.contact_point SET safety = 'unsafe' WHERE id = $1`, [ground.file.A.addressId])
const dayOf = { 'posted-day': '20', 'posted-month': '11', 'posted-year': '2026' }
const statuses = () =>
  ground.service.look<{ status: string; posted_on: string | null }>(
    'SELECT status, posted_on::text FROM ev.message ORDER BY made_at, id',
  )

test('letters that wait are printed together, each with its envelope', async () => {
  await letter('Sheet one.')
  await letter('Sheet two.')
  const { html } = await ask('/office/letters/print')
  expect(html).toContain('Sheet one.')
  expect(html).toContain('Sheet two.')
  expect(html.match(/1 High Street/g)).toHaveLength(2)
})

test('they are said to be posted together, on the day that somebody says', async () => {
  const ids = [await letter(), await letter()]
  const answer = await ask('/office/letters', dayOf, { letters: ids })
  expect(answer.redirect).toBe('/office/letters')
  expect(await statuses()).toEqual(ids.map(() => ({ status: 'printed', posted_on: '2026-11-20' })))
  expect(await ground.tasks()).toEqual([])
})

test('one that is no longer safe is not printed, nor said to be posted', async () => {
  const id = await letter('Sheet one.')
  await unsafe()
  expect((await ask('/office/letters')).html).toContain('Not to be posted')
  expect((await ask('/office/letters/print')).redirect).toBe('/office/letters')
  expect((await ask('/office/letters', dayOf, { letters: [id] })).redirect).toBe('/office/letters?left=1')
  expect(await statuses()).toEqual([{ status: 'waiting', posted_on: null }])
})

test('nothing is posted tomorrow', async () => {
  const id = await letter()
  const { html } = await ask('/office/letters', { ...dayOf, 'posted-year': '2031' }, { letters: [id] })
  expect(html).toContain('today or before')
  expect((await statuses())[0]?.status).toBe('waiting')
})

/** Somebody who got in touch and wants a letter. */
async function toEnquirer(safety = 'safe'): Promise<Id> {
  const enquiryId = await ground.anEnquiry()
  await ground.service.look('UPDATE ev.enquiry SET letter_safety = $2 WHERE id = $1', [enquiryId, safety])
  const recipient = 'Ali Ahmed\n2 Low Road\nNR2 2BB'
  const words = { template: 'enquiry-received', subject: 'We have your message', body: 'Sheet three.' }
  return ground.write({ enquiryId, zone: 'office', channel: 'letter', recipient, ...words })
}

test('letters to those who got in touch wait, are printed and posted with the others', async () => {
  const ids = [await letter('Sheet one.'), await toEnquirer()]
  const page = await ask('/office/letters')
  expect(page.html).toContain('Ali Ahmed: We have your message')
  expect(page.html).toContain(`/office/enquiry-messages/${ids[1]}`)
  const { html } = await ask('/office/letters/print')
  expect(html).toContain('Sheet one.')
  expect(html).toContain('Ali Ahmed<br/>2 Low Road<br/>NR2 2BB')
  const ticked = { letters: [ids[0] as Id, `enquiry-${ids[1]}`] }
  expect((await ask('/office/letters', dayOf, ticked)).redirect).toBe('/office/letters')
  expect(await statuses()).toEqual(ids.map(() => ({ status: 'printed', posted_on: '2026-11-20' })))
  expect(await ground.tasks()).toEqual([])
})

test('one to somebody who got in touch and says that letters are not safe is neither printed nor posted', async () => {
  const id = await toEnquirer('unsafe')
  expect((await ask('/office/letters')).html).toContain('Not to be posted')
  expect((await ask('/office/letters/print')).redirect).toBe('/office/letters')
  expect((await ask('/office/letters', dayOf, { letters: [`enquiry-${id}`] })).redirect).toBe('/office/letters?left=1')
  expect(await statuses()).toEqual([{ status: 'waiting', posted_on: null }])
})

test('a colleague who answers no enquiries sees none of their letters', async () => {
  const id = await toEnquirer()
  const mediator = await ground.service.staff('mediator')
  const desk = ground.service.desk.office
  expect((await askRoute(routes, { desk, staff: mediator, path: '/office/letters' })).html).not.toContain('Ali Ahmed')
  const send = { desk, staff: mediator, path: '/office/letters', send: dayOf, lists: { letters: [`enquiry-${id}`] } }
  expect((await askRoute(routes, send)).redirect).toBe('/office/letters?left=1')
  expect(await statuses()).toEqual([{ status: 'waiting', posted_on: null }])
})
