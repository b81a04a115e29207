import { z } from 'zod'
import { requiredText } from '../../../../platform/web/field-schemas.ts'
import { readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { type CorrectionReason, correctCertificate } from '../../actions/correct-certificate.ts'
import type { SessionTools } from '../../actions/session-tools.ts'
import { certificateOf } from '../../data/certificates.ts'
import { miamsOf } from '../../data/miam-reads.ts'
import { issueMessage } from './certificate.routes.tsx'
import { CorrectPage } from './correct-certificate.page.tsx'
import { maybeId } from './fields.ts'
import type { OfficeRequest } from './written-form.tsx'

const base = {
  area: 'office',
  purpose: 'mediation',
  entry: 'purpose',
  path: '/office/certificates/:id/correct',
} as const

/** Where a certificate that is wrong gets another in its place. */
export const correctionRoutes = (tools: SessionTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(asStaff(request)) },
  { ...base, method: 'POST', handle: (request) => correct(asStaff(request), tools) },
]

async function show(request: OfficeRequest, typed?: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'mediation', deed: 'certificate.correction-begun', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const certificate = await certificateOf(scope, id)
    const head = certificate && (await caseHead(scope, certificate.caseId))
    if (!certificate || !head) return null
    scope.about({ caseId: head.id })
    const parties = await partiesOf(scope, head.id)
    const party = parties.find((it) => it.partyId === certificate.partyId)
    const miams = (await miamsOf(scope, head.id)).filter((it) => it.partyId === certificate.partyId)
    return { certificate, head, party, miams, names: zoneNames(parties) }
  })
  if (!found) return { notFound: true }
  const form = typed ?? filledForm({ miam: found.certificate.miamId })
  const partyName = found.party ? `${found.party.givenName} ${found.party.familyName}` : ''
  const body = (
    <CorrectPage {...found} partyName={partyName} form={form} token={request.formToken()} today={request.today} />
  )
  return { page: { title: 'Correct a certificate', invalid: hasErrors(form), body } }
}

const schema = z.object({
  miam: maybeId,
  reason: requiredText('Say what is wrong with the certificate', 1000),
})

async function correct(request: OfficeRequest, tools: SessionTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const reading = readForm(schema, request.form)
  if (!reading.ok) return show(request, { values: reading.values, errors: reading.errors })
  const { miam, reason } = reading.value
  const values = request.form.values
  const asked = { key: request.form.key, certificateId: id, miamId: miam, reason }
  const outcome = await correctCertificate(request.desk, tools, request.staff.id, asked)
  if (outcome.done) return { redirect: `/office/files/${outcome.value.fileId}` }
  if (outcome.reason === 'certificate.missing') return { notFound: true }
  return show(request, { values, errors: errorsFor(outcome.reason) })
}

const miamMissing = 'Choose a record of a meeting with this person'

function errorsFor(reason: Exclude<CorrectionReason, 'certificate.missing'>): Record<string, string> {
  if (reason === 'miam.missing') return { miam: miamMissing }
  if (reason === 'certificate.superseded') return { '': 'Another certificate took the place of this one already' }
  return { '': issueMessage(reason) }
}
