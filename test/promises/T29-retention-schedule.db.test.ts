import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classification } from '../../src/app/classification.ts'
import { smallEndings } from '../../src/features/retention/data/small-writes.ts'
import { endsWithCase } from '../../src/features/retention/domain/plan.ts'
import { retentionPlugin } from '../../src/features/retention/plugin.ts'
import type { StaffRequest } from '../../src/platform/web/route.ts'
import { sweepPlan } from '../../src/policy/enforcing/sweep-plan.ts'
import type { PurposeKey } from '../../src/policy/vocabulary.ts'
import { renderPart } from '../../src/ui/render.ts'
import type { Id } from '../../src/values/ids.ts'
import {
  caseFrom,
  close,
  type Office,
  officeOf,
  type ServiceFolder,
  serviceFolder,
  sweepOn,
  sweepTools,
} from '../support/case-life.ts'
import { type TestService, testService } from '../support/service.ts'

let service: TestService
let folder: ServiceFolder
let office: Office
let caseId: Id

beforeAll(async () => {
  service = await testService({ policy: 'trust', at: '2026-11-21T10:00:00Z' })
  folder = await serviceFolder()
  office = await officeOf(service)
  caseId = await caseFrom(service, office, folder.keyring)
})
afterAll(async () => {
  await service.end()
  await folder.remove()
})

const isThere = async () => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [caseId])).length === 1
const why = async () => {
  const { panels } = retentionPlugin(await sweepTools(service, folder))
  const now = service.clock.now()
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const staff = { id: office.coordinator, name: 'Test', role: 'coordinator' }
  const request = { desk: service.desk.office, staff, now, today } as StaffRequest<PurposeKey>
  const shown = await panels.whyHeld.show(request, caseId)
  return shown
    ? renderPart(shown)
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
    : null
}

describe('T29: kept by a retention schedule, up to seven years', () => {
  test('a live case says that its time has not begun; a closed one until when it is kept, why, and by which rule', async () => {
    expect(await why()).toContain('It is kept while the case is live')
    await close(service, office, caseId)
    const words = await why()
    expect(words).toContain('21 November 2033')
    expect(words).toContain(service.policy.retention.clientFile?.why)
    expect(words).toContain('7 years after it is closed')
    expect(words).toContain('clientFile')
  })

  test('on the day on which seven years are over, and not a day before, the sweep destroys it and reports', async () => {
    expect(await sweepOn(service, folder, '2033-10-24')).toMatchObject({ announced: 1 })
    expect(await why()).toContain('it is destroyed in 28 days')
    expect(await sweepOn(service, folder, '2033-11-20')).toMatchObject({ destroyed: { case: 0 } })
    expect(await isThere()).toBe(true)
    expect(await sweepOn(service, folder, '2033-11-21')).toMatchObject({ destroyed: { case: 1 } })
    expect(await isThere()).toBe(false)
    expect(await why()).toBeNull()
    expect(await service.look('SELECT FROM ev.destruction_certificate WHERE id = $1', [caseId])).toHaveLength(1)
  })

  test('no table with a row of a case, an enquiry or a person is left out of what ends', () => {
    /** What has a clock of its own, or tells of nobody. */
    const elsewhere: Readonly<Record<string, string>> = {
      access_log: 'the read log has its own clock, and identifiers only',
      destruction_certificate: 'names nobody',
      concern: 'has its own clock from its end; it loses its case when the file goes',
      breach: 'has its own clock from its end; it loses its case and its message when the file goes',
      complaint: 'has its own clock from its answer; it loses its person when their file goes',
      complaint_telling: 'part of a complaint',
      rights_request: 'has its own clock from its answer; it loses its person when their file goes',
      party_code: 'works for minutes or days; the job of sign-in forgets it, and with its person it goes at once',
    }
    const references = [
      'case_id',
      'enquiry_id',
      'person_id',
      'party_id',
      'message_id',
      'appointment_id',
      'aggregate_id',
    ]
    const forgotten = Object.entries(classification)
      .filter(([, { of, columns }]) => of === 'case' || of === 'enquiry' || references.some((it) => it in columns))
      .map(([table]) => table)
      .filter((table) => !(table in elsewhere) && !(endsWithCase as readonly string[]).includes(table))
    expect(forgotten).toEqual([])
  })

  test('every kind of thing that the service keeps has a rule in its schedule', () => {
    const ruled = new Set(sweepPlan(service.policy).map((rule) => rule.aggregate))
    // Facts without names tell of nobody, and are kept for counting.
    const without = Object.entries(classification).filter(([, { of }]) => !ruled.has(of) && of !== 'statistic')
    expect(without.map(([table]) => table)).toEqual([])
    const swept = [...Object.keys(smallEndings), 'case', 'enquiry', 'returning']
    // Sign-in has a schema that no purpose reaches, and a job of its own that ends what is there by the same policy.
    const unswept = Object.values(classification).filter(({ of }) => ![...swept, 'signIn', 'statistic'].includes(of))
    expect(unswept.map(({ of }) => of)).toEqual([])
  })
})
