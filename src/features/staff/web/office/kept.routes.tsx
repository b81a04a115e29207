import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { dropLateForm } from '../../actions/keep-late-form.ts'
import { type KeptForm, keptForms } from '../../data/late-form-reads.ts'
import { isDraftAddress, pageOfForm } from '../../domain/late-form.ts'
import { lateFormPurpose } from '../../domain/late-form-purposes.ts'
import { localOfficePath } from '../../domain/local-path.ts'
import { KeptPage, keptField } from './kept.page.tsx'
import { page } from './parts.tsx'
import { home, type StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

/** What was sent after a sign-in had ended: everybody passes here after signing in, and goes on at once when there is nothing. */
export const keptRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = { area: 'office', purpose: 'staffAccounts', entry: 'staff' } as const
  return [
    { ...common, method: 'GET', path: '/office/kept', handle: (request) => show(tools, asStaff(request)) },
    { ...common, method: 'POST', path: '/office/kept/discard', handle: (request) => discard(tools, asStaff(request)) },
  ]
}

async function show(tools: StaffTools, request: Request): Promise<Reply> {
  const next = localOfficePath(request.query.next) ?? home
  const kept = await keptOf(tools, request)
  if (kept.length === 0) return { redirect: next }
  return page('What you sent is kept', <KeptPage request={request} kept={kept} next={next} />)
}

async function keptOf(tools: StaffTools, request: Request): Promise<KeptForm[]> {
  const purpose = lateFormPurpose(request.staff.role, tools.mayAct)
  if (!purpose) return []
  const deed = { purpose, deed: 'draft.listed' } as const
  return request.desk.read(request.staff.id, deed, (scope) => keptForms(scope, tools.keyring, purpose))
}

async function discard(tools: StaffTools, request: Request): Promise<Reply> {
  const purpose = lateFormPurpose(request.staff.role, tools.mayAct)
  const { kept } = request.form.values
  if (!purpose || !isId(kept)) return { notFound: true }
  await dropLateForm(request.desk, request.staff.id, { purpose, id: kept, why: 'discarded' })
  return { redirect: '/office/kept' }
}

/**
 * A route that, when a form was sent again from the page above and taken, forgets what was kept of it. Refused, it stays kept. What
 * was still being written is taken as a draft, and its writer goes on with it on its page.
 */
export function forgettingKept(tools: StaffTools, route: Route<PurposeKey>): Route<PurposeKey> {
  if (route.area !== 'office' || route.method !== 'POST') return route
  return {
    ...route,
    async handle(request) {
      const { [keptField]: kept, ...values } = request.form.values
      if (!isId(kept) || !request.staff) return route.handle(request)
      const reply = await route.handle({ ...request, form: { ...request.form, values } })
      const asDraft = isDraftAddress(request.path) && 'text' in reply
      const purpose = lateFormPurpose(request.staff.role, tools.mayAct)
      if (!purpose || !(asDraft || 'redirect' in reply)) return reply
      await dropLateForm(request.desk, request.staff.id, { purpose, id: kept, why: 'sent' })
      return asDraft ? { redirect: pageOfForm(request.path) } : reply
    },
  }
}
