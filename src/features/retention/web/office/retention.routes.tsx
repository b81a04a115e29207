import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { caseOfReference } from '../../../cases/index.ts'
import { confirmDate } from '../../actions/brake.ts'
import { confirmPaper } from '../../actions/confirm-paper.ts'
import { recordReview } from '../../actions/record-review.ts'
import type { SweepTools } from '../../actions/sweep-tools.ts'
import { certificateOf } from '../../data/certificates.ts'
import { CertificatePage } from './certificate.page.tsx'
import type { KindOfData } from './hold.form.ts'
import { RetentionPage } from './retention.page.tsx'
import { readOverview } from './retention-reads.ts'

type Request = PageRequest<PurposeKey>
export interface RetentionWebTools extends Pick<SweepTools, 'policy' | 'checks' | 'asksAboutLeaps'> {
  /** What a hold can be of, beside all of a file. */
  readonly kindsOfData: readonly KindOfData[]
}

const base = { area: 'office', purpose: 'accountability', entry: 'purpose' } as const
const toRetention: Reply = { redirect: '/office/retention' }

/** What is on its way to the end, what ended, and what people say about it. */
export const retentionRoutes = (tools: RetentionWebTools): readonly Route<PurposeKey>[] => [
  { ...base, method: 'GET', path: '/office/retention', handle: (request) => overview(request, tools) },
  { ...base, method: 'POST', path: '/office/retention/date', handle: confirmTheDate },
  {
    ...base,
    method: 'GET',
    path: '/office/retention/certificates/:id',
    handle: (request) => certificate(request, tools),
  },
  { ...base, method: 'POST', path: '/office/retention/certificates/:id/paper', handle: paper },
  { ...base, method: 'POST', path: '/office/retention/:of/:id/reviewed', handle: (request) => review(request, tools) },
]

async function overview(request: Request, tools: RetentionWebTools): Promise<Reply> {
  const reference = request.query.reference?.trim()
  if (!reference) return overviewPage(request, tools, blankForm)
  const deed = { purpose: 'accountability', deed: 'case.sought' } as const
  const caseId = await request.desk.read(actorOf(request), deed, (scope) => caseOfReference(scope, reference))
  if (caseId) return { redirect: `/office/retention/cases/${caseId}` }
  const errors = { reference: 'There is no case with this number' }
  return overviewPage(request, tools, { values: { reference }, errors })
}

async function overviewPage(request: Request, tools: RetentionWebTools, form: FormState): Promise<Reply> {
  const body = (
    <RetentionPage
      {...tools}
      overview={await readOverview(request, tools.policy)}
      now={request.now}
      today={request.today}
      form={form}
      token={() => request.formToken()}
    />
  )
  return { page: { title: 'Retention', invalid: hasErrors(form), body } }
}

async function confirmTheDate(request: Request): Promise<Reply> {
  await confirmDate(request.desk, actorOf(request), { key: request.form.key })
  return toRetention
}

async function certificate(request: Request, { policy }: RetentionWebTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'accountability', deed: 'destruction.opened', subjectId: id } as const
  const found = await request.desk.read(actorOf(request), deed, (scope) => certificateOf(scope, id))
  if (!found) return { notFound: true }
  const body = <CertificatePage certificate={found} policy={policy} service={policy.service.name} />
  return { page: { title: 'Certificate of destruction', forPrint: true, body } }
}

async function paper(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await confirmPaper(request.desk, actorOf(request), { key: request.form.key, certificateId: id })
  return outcome.done ? toRetention : { notFound: true }
}

async function review(request: Request, { policy }: RetentionWebTools): Promise<Reply> {
  const { of, id } = request.params
  if (!isId(id) || (of !== 'case' && of !== 'enquiry')) return { notFound: true }
  const outcome = await recordReview(request.desk, policy, actorOf(request), { key: request.form.key, of, id })
  return outcome.done ? toRetention : { notFound: true }
}
