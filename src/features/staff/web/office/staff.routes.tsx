import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import { allColleagues, colleague, liveCaseCount, mediators, waitingResets } from '../../data/staff-reads.ts'
import { ColleaguePage } from './colleague.page.tsx'
import { inviteRoutes } from './invite.routes.tsx'
import { page } from './parts.tsx'
import { staffActRoutes } from './staff-acts.routes.tsx'
import { StaffListPage } from './staff-list.page.tsx'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

/** Accounts of colleagues, for those whom the policy lets see any. */
export const staffRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = { area: 'office', purpose: 'staffAccounts', entry: 'purpose', method: 'GET' } as const
  const show = (request: Request, form?: FormState) => showColleague(tools, request, form)
  return [
    { ...common, path: '/office/staff', handle: (request) => showList(asStaff(request)) },
    ...inviteRoutes(tools),
    { ...common, path: '/office/staff/:id', handle: (request) => show(asStaff(request)) },
    ...staffActRoutes(tools, show),
  ]
}

async function showList(request: Request): Promise<Reply> {
  const deed = { purpose: 'staffAccounts', deed: 'staff.listed' } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => ({
    people: await allColleagues(scope),
    waiting: (await waitingResets(scope)).length,
  }))
  return page('Staff', <StaffListPage {...found} />)
}

async function showColleague(tools: StaffTools, request: Request, form: FormState = blankForm): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const deed = { purpose: 'staffAccounts', deed: 'staff.opened', subjectId: id } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const person = await colleague(scope, id)
    return person && { person, liveCases: await liveCaseCount(scope, id), mediators: await mediators(scope) }
  })
  if (!found) return { notFound: true }
  const signIns = await tools.signIn.signInsOf(id, request.cookies)
  const body = <ColleaguePage request={request} form={form} signIns={signIns} {...found} />
  return page(found.person.name, body, form !== blankForm)
}
