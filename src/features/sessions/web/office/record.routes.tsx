import type { Scope } from '../../../../platform/database/desk.ts'
import type { Panel, Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { certificateOfMiam } from '../../data/certificates.ts'
import { type MiamRecord, miamOf, screeningOf } from '../../data/miam-reads.ts'
import { sessionOf, summaryOf } from '../../data/session-reads.ts'
import { CertificateLine } from './certificate.page.tsx'
import { MiamPage, RiskPart, SessionPage, SummaryPage } from './record.pages.tsx'
import type { InCase, OfficeRequest } from './written-form.tsx'

const base = { area: 'office', purpose: 'mediation', entry: 'purpose', method: 'GET' } as const

/** Pages on which one record is read. */
export const recordRoutes: readonly Route<PurposeKey>[] = [
  { ...base, path: '/office/miams/:id', handle: (request) => showMiam(asStaff(request)) },
  { ...base, path: '/office/sessions/:id', handle: (request) => showSession(asStaff(request)) },
  { ...base, path: '/office/summaries/:id', handle: (request) => showSummary(asStaff(request)) },
]

/** Reads one record with what every page of a case shows; null when it is not there for the one who asks. */
function readOne<Found extends { readonly caseId: Id; readonly author: Id }>(
  request: OfficeRequest,
  deed: string,
  find: (scope: Scope, id: Id) => Promise<Found | null>,
): Promise<({ readonly found: Found; readonly author: string } & InCase) | null> {
  const { id } = request.params
  if (!isId(id)) return Promise.resolve(null)
  return request.desk.read(request.staff.id, { purpose: 'mediation', deed, subjectId: id }, async (scope) => {
    const found = await find(scope, id)
    const head = found && (await caseHead(scope, found.caseId))
    if (!found || !head) return null
    scope.about({ caseId: head.id })
    const names = zoneNames(await partiesOf(scope, head.id))
    const author = (await staffNames(scope, [found.author])).get(found.author) ?? 'a colleague'
    return { found, head, names, author }
  })
}

async function showMiam(request: OfficeRequest): Promise<Reply> {
  const read = await readOne(request, 'miam.opened', async (scope, id) => {
    const miam = await miamOf(scope, id)
    return miam && { ...miam, certificate: await certificateOfMiam(scope, id) }
  })
  if (!read) return { notFound: true }
  const { found: miam, ...shown } = read
  const risk = await riskPanel.show(request, { miam, names: shown.names })
  const certificate = <CertificateLine certificate={miam.certificate} miamId={miam.id} today={request.today} />
  return { page: { title: 'MIAM', body: <MiamPage {...shown} {...{ miam, risk, certificate }} /> } }
}

/** The part of a MIAM's page that is read for another purpose. */
const riskPanel: Panel<PurposeKey, { readonly miam: MiamRecord } & Pick<InCase, 'names'>> = {
  name: 'risk',
  area: 'office',
  purpose: 'screening',
  show: async (request, { miam, names }) => {
    const deed = { purpose: 'screening', deed: 'screening.opened', caseId: miam.caseId, subjectId: miam.id } as const
    const screening = await request.desk.read(request.staff.id, deed, (scope) => screeningOf(scope, miam.id))
    const write = `/office/cases/${miam.caseId}/miams/${miam.id}/risk/${miam.zone.toLowerCase()}`
    return <RiskPart {...{ names, screening, write }} />
  },
}

async function showSession(request: OfficeRequest): Promise<Reply> {
  const read = await readOne(request, 'session.opened', sessionOf)
  if (!read) return { notFound: true }
  const { found: session, ...shown } = read
  return { page: { title: 'Session', body: <SessionPage {...shown} session={session} /> } }
}

async function showSummary(request: OfficeRequest): Promise<Reply> {
  const read = await readOne(request, 'summary.opened', summaryOf)
  if (!read) return { notFound: true }
  const { found: summary, ...shown } = read
  return { page: { title: 'Summary', body: <SummaryPage {...shown} summary={summary} /> } }
}
