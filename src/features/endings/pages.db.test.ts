import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoubted } from '../../../test/support/a-request.ts'
import { type OfficeDay, officeDay } from '../../../test/support/office-day.ts'
import { fileWithTwoParties, type TwoPartyFile } from '../../../test/support/two-party-file.ts'
import { wordsOf } from '../../../test/support/visitor.ts'

let day: OfficeDay
let file: TwoPartyFile
beforeAll(async () => {
  day = await officeDay()
  file = await fileWithTwoParties(day.db, day.office.mediator)
}, 240_000)
afterAll(() => day?.end())

test('a restriction is placed, told of and lifted by its forms, and each says what is missing', async () => {
  const requestId = await undoubted(day.db, day.office.coordinator, file.personA, 'restriction')
  const request = await day.coordinator.get(`/office/requests/${requestId}`)
  const path = `/office/requests/${requestId}/restriction`
  expect(request.html).toContain(`href="${path}"`)
  const place = { step: 'place', ground: 'accuracy', covers: 'everything', told_now: 'spoken' }
  expect((await day.coordinator.send(path, { ...place, ground: '' })).html).toContain('Choose why')
  expect((await day.coordinator.send(path, place)).location).toBe(path)
  const [row] = await day.db.look<{ id: string }>('SELECT id FROM ev.restriction')
  const of = { restriction: row?.id ?? '' }
  expect((await day.coordinator.send(path, { step: 'lift', ...of })).html).toContain('They are told first')
  expect((await day.coordinator.send(path, { step: 'tell', ...of, told: 'spoken' })).location).toBe(path)
  expect((await day.coordinator.send(path, { step: 'lift', ...of })).location).toBe(path)
  expect((await day.coordinator.get(path)).html).toContain('Used again since')
})

test('what is deleted is ticked, and nothing that must stay can be', async () => {
  const requestId = await undoubted(day.db, day.office.coordinator, file.personB, 'erasure')
  const path = `/office/requests/${requestId}/erasure`
  expect((await day.coordinator.send(path, { told: 'spoken' })).html).toContain('Choose what is deleted')
  const wrong = { 'delete[]': ['party.index'], told: 'spoken' }
  expect(wordsOf((await day.coordinator.send(path, wrong)).html)).toContain('must stay')
  expect((await day.coordinator.send(path, { 'delete[]': ['case.record'], told: 'spoken' })).location).toBe(path)
  expect((await day.coordinator.get(path)).html).toContain('Decided on')
})
