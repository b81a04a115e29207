import { afterAll, beforeAll, expect, test } from 'vitest'
import { callFrom } from '../../../../../test/support/case-life.ts'
import { byId, elementsOf, valuesOf } from '../../../../../test/support/html-reading.ts'
import { type OfficeDay, officeDay } from '../../../../../test/support/office-day.ts'
import { hiddenFields } from '../../../../../test/support/visitor.ts'

let day: OfficeDay
beforeAll(async () => {
  day = await officeDay()
})
afterAll(() => day?.end())

test('what somebody wrote while a colleague answered is shown again, and is not lost', async () => {
  const { coordinator, whole, db, office } = day
  const page = `/office/enquiries/${await callFrom(db, office)}`
  const late = hiddenFields((await coordinator.get(page)).html, `${page}/answer`)
  const colleague = await whole.signedIn('coordinator', 'Test colleague')
  expect((await colleague.send(page, { note: 'Rang them.' }, `${page}/answer`)).status).toBe(303)

  const { status, html } = await coordinator.post(`${page}/answer`, { ...late, note: 'Half an hour of words' })
  expect(status).toBe(422)
  const elements = elementsOf(html)
  expect(valuesOf(elements, 'note')).toEqual(['Half an hour of words'])
  expect(byId(elements, 'note'), 'what the error leads to').toBeDefined()
  expect((await coordinator.get(page)).html).toContain('Rang them.')
  expect(valuesOf(elementsOf((await coordinator.get(page)).html), 'note')).toEqual([])
})
