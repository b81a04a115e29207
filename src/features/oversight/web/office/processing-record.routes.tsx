import type { Scope } from '../../../../platform/database/desk.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import { processingRecord, type SettingValues } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { disclosureCounts } from '../../../disclosures/index.ts'
import { printProcessingRecord } from '../../documents/processing-record.ts'
import { type CountedRecord, countedRecord } from '../../domain/counted-record.ts'
import { securityMeasures } from '../../domain/security-measures.ts'
import { oversightRoute } from './oversight-page.tsx'
import { ProcessingOverview, PurposesOfRecord } from './processing-record.page.tsx'
import type { OversightRequest, OversightTools } from './tools.ts'

const path = '/office/oversight/records'
const deed = { purpose: 'accountability', deed: 'processing-record.opened' } as const

/** The record of processing: who answers and who gets something, each purpose, and the whole to take away. */
export const processingRecordRoutes = (tools: OversightTools): readonly Route<PurposeKey>[] => [
  page(tools, path, { title: 'Record of what is done with data', Body: ProcessingOverview }),
  page(tools, `${path}/purposes`, { title: 'What data is used for', Body: PurposesOfRecord, back: path }),
  taken(tools, `${path}.json`, (record) => ({
    name: 'record-of-processing.json',
    type: 'application/json',
    bytes: Buffer.from(JSON.stringify({ ...record, security: securityMeasures }, null, 2)),
  })),
  taken(tools, `${path}.pdf`, async (record, now) => ({
    name: 'record-of-processing.pdf',
    type: 'application/pdf',
    bytes: await printProcessingRecord(record, now),
  })),
]

/** From the policy, with how often something went to each recipient. */
const recordIn = async (tools: OversightTools, scope: Scope, values: SettingValues): Promise<CountedRecord> =>
  countedRecord(processingRecord(tools.policy, values), await disclosureCounts(scope))

interface Shown {
  readonly title: string
  readonly Body: typeof ProcessingOverview
  readonly back?: string
}

const page = (tools: OversightTools, at: string, { title, Body, back }: Shown): Route<PurposeKey> =>
  oversightRoute(at, async (request: OversightRequest) => {
    const values = await tools.settingValues()
    return request.desk.read(request.staff.id, deed, async (scope) => ({
      title,
      ...(back ? { back: { href: back, text: 'Record of what is done with data' } } : {}),
      printable: true,
      body: <Body record={await recordIn(tools, scope, values)} today={request.today} />,
    }))
  })

interface Taken {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

const taken = (
  tools: OversightTools,
  at: string,
  make: (record: CountedRecord, now: Temporal.Instant) => Taken | Promise<Taken>,
): Route<PurposeKey> => ({
  method: 'GET',
  path: at,
  area: 'office',
  purpose: 'accountability',
  entry: 'purpose',
  handle: async (request) => {
    const { desk, staff, now } = asStaff(request)
    const values = await tools.settingValues()
    const fetched = { purpose: 'accountability', deed: 'processing-record.fetched' } as const
    const record = await desk.read(staff.id, fetched, (scope) => recordIn(tools, scope, values))
    return { file: await make(record, now) }
  },
})
