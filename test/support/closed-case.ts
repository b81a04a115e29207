import type { Id } from '../../src/values/ids.ts'
import { caseFrom, close, type Office, officeOf, type ServiceFolder, serviceFolder, sweepOn } from './case-life.ts'
import { type TestService, testService } from './service.ts'

/** A case of the firm that was closed on 21 November 2026, with the sweep that ends it: due on 21 May 2033. */
export interface ClosedCase {
  readonly service: TestService
  readonly office: Office
  readonly caseId: Id
  /** One of its parties. */
  readonly person: Id
  readonly sweepOn: (day: string) => ReturnType<typeof sweepOn>
  readonly isThere: () => Promise<boolean>
  end(): Promise<void>
}

export async function closedCase(): Promise<ClosedCase> {
  const service = await testService({ policy: 'parents', at: '2026-11-21T10:00:00Z' })
  const folder: ServiceFolder = await serviceFolder()
  const office = await officeOf(service)
  const caseId = await caseFrom(service, office, folder.keyring)
  await close(service, office, caseId)
  const [party] = await service.look<{ person: Id }>('SELECT person_id AS person FROM ev.party WHERE case_id = $1', [
    caseId,
  ])
  return {
    ...{ service, office, caseId, person: party?.person as Id },
    sweepOn: (day) => sweepOn(service, folder, day),
    isThere: async () => (await service.look('SELECT FROM ev.case_file WHERE id = $1', [caseId])).length === 1,
    end: async () => {
      await service.end()
      await folder.remove()
    },
  }
}
