import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenSheet } from '../../../test/support/given-sheet.ts'
import { type OfficeDay, officeDay } from '../../../test/support/office-day.ts'
import { wordsOf } from '../../../test/support/visitor.ts'
import { newId } from '../../values/ids.ts'
import { bringIn } from './index.ts'

let day: OfficeDay
beforeAll(async () => {
  day = await officeDay()
  const { keyring, desks } = day.whole.service
  const importId = await givenSheet(day.whole, day.office.coordinator)
  const tools = { keyring, keepsClosed: 'P7Y', keepsImports: 'P30D' }
  const asked = { key: newId(), importId, seen: 1 }
  const brought = await bringIn(desks.desk.office, tools, day.office.coordinator, asked)
  expect(brought).toMatchObject({ done: true })
})
afterAll(() => day?.end())

test('the number that a case had elsewhere leads to it, and stands on its page', async () => {
  const [row] = await day.db.look<{ id: string }>(
    `SELECT case_id AS id FROM ev.imported_case WHERE old_reference = 'OLD-1'`,
  )
  const found = await day.coordinator.send('/office/search', { q: ' old-1 ' })
  expect(found).toMatchObject({ status: 303, location: `/office/cases/${row?.id}` })
  expect(wordsOf((await day.coordinator.get(`/office/cases/${row?.id}`)).html)).toContain('(formerly OLD-1)')
})

test('of a number that nobody had, nothing is said', async () => {
  expect(wordsOf((await day.coordinator.send('/office/search', { q: 'OLD-7' })).html)).toContain('We know nobody')
  expect(wordsOf((await day.coordinator.get(`/office/cases/${day.caseId}`)).html)).not.toContain('formerly')
})
