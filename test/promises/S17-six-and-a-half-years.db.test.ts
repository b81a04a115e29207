import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepOn,
} from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'

let service: TestService
let folder: ServiceFolder
let office: Office

beforeAll(async () => {
  service = await testService({ policy: 'parents', at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

describe('S17: six and a half years after the case is over', () => {
  test('the same software on the firm’s policy destroys it on 21 May 2033, and not on the day before', async () => {
    const caseId = await caseFrom(service, office, folder.keyring)
    await close(service, office, caseId)
    const isThere = async () => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [caseId])).length === 1
    expect(await sweepOn(service, folder, '2033-04-22')).toMatchObject({ announced: 0 })
    expect(await sweepOn(service, folder, '2033-04-23')).toMatchObject({ announced: 1 })
    expect(await sweepOn(service, folder, '2033-05-20')).toMatchObject({ destroyed: { case: 0 } })
    expect(await isThere()).toBe(true)
    expect(await sweepOn(service, folder, '2033-05-21')).toMatchObject({ destroyed: { case: 1 } })
    expect(await isThere()).toBe(false)
  })
})
