import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { endReferrerProgress } from '../../actions/end-progress.ts'
import { keepReferrer } from '../../actions/keep-referrer.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', entry: 'purpose', method: 'POST' } as const

/** What the office does about whoever referred somebody. */
export const referralRoutes: readonly Route<PurposeKey>[] = [
  { ...base, purpose: 'enquiries', path: '/office/enquiries/:id/end-progress', handle: end },
  { ...base, purpose: 'professionalContacts', path: '/office/enquiries/:id/keep-referrer', handle: keep },
]

async function end(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await endReferrerProgress(request.desk, actorOf(request), { key: request.form.key, enquiryId: id })
  return outcome.done ? { redirect: `/office/enquiries/${id}` } : { notFound: true }
}

async function keep(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await keepReferrer(request.desk, actorOf(request), { key: request.form.key, enquiryId: id })
  return outcome.done ? { redirect: `/office/professionals/${outcome.value.professionalId}` } : { notFound: true }
}
