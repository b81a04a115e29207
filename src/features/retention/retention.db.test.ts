import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  callFrom,
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepNow,
  sweepOn,
} from '../../../test/support/case-life.ts'
import { type TestService, testService } from '../../../test/support/service.ts'
import type { Id } from '../../values/ids.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const isThere = async (id: Id) => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [id])).length === 1

test('a case ends on its day', async () => {
  const caseId = await caseFrom(service, office, folder.keyring)
  await close(service, office, caseId)
  expect(await sweepNow(service, folder)).toMatchObject({ result: 'done', announced: 0 })
  expect(await sweepOn(service, folder, '2033-10-23')).toMatchObject({ announced: 0 })
  expect(await sweepOn(service, folder, '2033-10-24')).toMatchObject({ announced: 1 })
  expect(await sweepOn(service, folder, '2033-11-20')).toMatchObject({ announced: 0, destroyed: { case: 0 } })
  expect(await isThere(caseId)).toBe(true)
  expect(await sweepOn(service, folder, '2033-11-21')).toMatchObject({ result: 'done', destroyed: { case: 1 } })
  expect(await isThere(caseId)).toBe(false)
  await callFrom(service, office)
})
