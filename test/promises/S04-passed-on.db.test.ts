import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../../src/values/ids.ts'
import { aRequest } from '../support/a-request.ts'
import { type TestService, testService } from '../support/service.ts'
import { type Typed, type Visitor, wordsOf } from '../support/visitor.ts'
import { type WholeService, wholeService } from '../support/whole-service.ts'

let db: TestService
let whole: WholeService
let coordinator: Visitor & { readonly staff: { readonly id: Id } }
beforeAll(async () => {
  // A Monday.
  db = await testService({ policy: 'parents', at: '2026-11-23T10:00:00Z' })
  whole = await wholeService(db)
  coordinator = await whole.signedIn('coordinator', 'Ruth Vale')
}, 120_000)
afterAll(async () => {
  await whole?.end()
  await db?.end()
})
const asked = async () => `/office/requests/${await aRequest(db, coordinator.staff.id)}`
const send = (page: string, act: string, typed: Typed) => coordinator.send(page, typed, `${page}/${act}`)
const words = async (page: string) => wordsOf((await coordinator.get(page)).html)
const passing = async (page: string) => {
  const [row] = await db.look<{ id: Id; due: string; outcome: string | null; received: string | null }>(
    `SELECT p.id, p.due_on::text AS due, r.outcome, p.received_on::text AS received
       FROM ev.request_passing p JOIN ev.rights_request r ON r.id = p.request_id WHERE r.id = $1`,
    [page.split('/').at(-1)],
  )
  return row
}
const theirs = { step: 'theirs', controller: 'cafcass', covers: 'all' }

describe('S04: what is held on another’s instructions is theirs to answer, and a request about it is passed on', () => {
  test('all of it: by a day, not answered, over for us when it has gone, and kept until they say that they have it', async () => {
    const page = await asked()
    expect(await words(page)).toContain('It asks about what we hold for Cafcass')
    expect((await send(page, 'pass', { ...theirs, covers: '' })).status).toBe(422)
    expect((await send(page, 'pass', theirs)).status).toBe(303)
    expect(await passing(page)).toMatchObject({ due: '2026-11-25', outcome: null })
    expect(wordsOf((await coordinator.get('/office/today')).html)).toContain('Pass on a request about data')
    await send(page, 'identity', { step: 'not_needed', reason: 'They sit here' })
    await send(page, 'authority', {})
    for (const outcome of ['done', 'nothing_held', 'refused']) {
      const answered = await send(page, 'close', { outcome, note: '' })
      expect([answered.status, (await passing(page))?.outcome]).toEqual([422, null])
    }
    const id = String((await passing(page))?.id)
    expect((await send(page, 'pass', { step: 'passed', passing: id, passed_how: 'email' })).status).toBe(303)
    expect(await passing(page)).toMatchObject({ outcome: 'passed_on', received: null })
    expect(wordsOf((await coordinator.get('/office/today')).html)).toContain(
      'Hear whether a request about data arrived',
    )
    expect((await send(page, 'pass', { step: 'arrived', passing: id })).status).toBe(303)
    expect(await passing(page)).toMatchObject({ received: '2026-11-23' })
    expect(wordsOf((await coordinator.get('/office/today')).html)).not.toContain('Hear whether')
    expect(await words(page)).toContain('Passed on to the controller who answers for it')
  })

  test('a part of it goes before the rest is answered', async () => {
    const page = await asked()
    await send(page, 'pass', { ...theirs, covers: 'part' })
    await send(page, 'identity', { step: 'not_needed', reason: 'They sit here' })
    await send(page, 'authority', {})
    expect(await words(page)).toContain('Not yet: by')
    expect((await send(page, 'close', { outcome: 'done', note: '' })).status).toBe(422)
    const id = String((await passing(page))?.id)
    await send(page, 'pass', { step: 'passed', passing: id, passed_how: 'post' })
    expect((await passing(page))?.outcome).toBe(null)
    expect((await send(page, 'close', { outcome: 'done', note: '' })).status).toBe(303)
  })

  test('to a controller whom the policy does not name nothing is passed', async () => {
    const page = await asked()
    expect((await send(page, 'pass', { ...theirs, controller: 'firm' })).status).toBe(404)
    expect(await passing(page)).toBeUndefined()
  })
})
