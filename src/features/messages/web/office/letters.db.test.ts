import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askRoute } from '../../../../../test/support/ask-route.ts'
import { MessageGround } from '../../../../../test/support/message-ground.ts'
import type { Staff } from '../../../../platform/web/route.ts'
import { asId, type Id } from '../../../../values/ids.ts'
import { messagesPlugin } from '../../plugin.ts'

const { routes } = messagesPlugin({
  ...{ mail: null, hasTexts: false, sendDelay: 'PT1M', recentChange: 'P14D', serviceName: 'Harbour House' },
  mayPost: () => true,
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
