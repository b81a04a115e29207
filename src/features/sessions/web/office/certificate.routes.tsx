import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { partiesOf, zoneNames } from '../../../cases/index.ts'
import {
  findMiam,
  type IssueReason,
  isRiskRecorded,
  issueMiamCertificate,
  whyNotFor,
} from '../../actions/issue-miam-certificate.ts'
import type { SessionTools } from '../../actions/session-tools.ts'
import { certificateOfMiam } from '../../data/certificates.ts'
import { certificateMessages } from '../../domain/certificate-rules.ts'
import { IssuePage } from './certificate.page.tsx'
import type { OfficeRequest } from './written-form.tsx'

const base = { area: 'office', purpose: 'mediation', entry: 'purpose', path: '/office/miams/:id/certificate' } as const

/** Where a certificate is issued. */
export const certificateRoutes = (tools: SessionTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => show(asStaff(request), blankForm) },
  { ...base, method: 'POST', handle: (request) => issue(asStaff(request), tools) },
]

async function show(request: OfficeRequest, form: FormState): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const actor = request.staff.id
  const riskRecorded = await isRiskRecorded(request.desk, actor, id)
  const deed = { purpose: 'mediation', deed: 'certificate.begun', subjectId: id } as const
  const read = await request.desk.read(actor, deed, async (scope) => {
    const found = await findMiam(scope, id)
    if (!found) return null
    scope.about({ caseId: found.head.id })
    return { found, parties: await partiesOf(scope, found.head.id), issued: await certificateOfMiam(scope, id) }
  })
  if (!read) return { notFound: true }
  const { found, parties, issued } = read
  if (issued) return { redirect: `/office/files/${issued.fileId}` }
  const party = parties.find((it) => it.partyId === found.miam.partyId)
  const shown = {
    miam: found.miam,
    partyName: party ? `${party.givenName} ${party.familyName}` : '',
    names: zoneNames(parties),
    why: whyNotFor(found, { actor, today: request.today, riskRecorded }),
    today: request.today,
  }
  const body = <IssuePage {...shown} form={form} token={request.formToken()} />
  return { page: { title: 'Issue a certificate', invalid: hasErrors(form), body } }
}

export const issueMessage = (reason: Exclude<IssueReason, 'miam.missing'>): string =>
  reason === 'certificate.unprintable'
    ? 'A name has a character in it that our typefaces cannot print. Correct the name in the case'
    : certificateMessages[reason]

async function issue(request: OfficeRequest, tools: SessionTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const asked = { key: request.form.key, miamId: id }
  const outcome = await issueMiamCertificate(request.desk, tools, request.staff.id, asked)
  if (outcome.done) return { redirect: `/office/files/${outcome.value.fileId}` }
  if (outcome.reason === 'miam.missing') return { notFound: true }
  return show(request, { values: {}, errors: { '': issueMessage(outcome.reason) } })
}
