import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormState } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import {
  allColleagues,
  colleague,
  liveCaseCount,
  mediators,
  staffNames,
  waitingResets,
} from '../../data/staff-reads.ts'
import { mayApproveReset, mayManageStaff } from '../../domain/staff-roles.ts'
import { ColleaguePage } from './colleague.page.tsx'
import { inviteRoutes } from './invite.routes.tsx'
import { page } from './parts.tsx'
import { staffActRoutes } from './staff-acts.routes.tsx'
import { StaffListPage, WaitingResets } from './staff-list.page.tsx'
import { refusalWords } from './staff-words.ts'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

/** Accounts of colleagues, for administrators; a supervisor sees the resets that wait for a second person. */
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

/** The page is there for administrators and, in part, supervisors; others have their own account. */
async function showList(request: Request): Promise<Reply> {
  const { id, role } = request.staff
  if (!mayApproveReset(role)) return { redirect: '/office/account' }
  const list = await request.desk.read(id, { purpose: 'staffAccounts', deed: 'staff.listed' }, async (scope) => {
    const waiting = await waitingResets(scope)
    const people = mayManageStaff(role) ? await allColleagues(scope) : null
    return {
      waiting,
      people,
      names: await staffNames(scope, [...new Set(waiting.flatMap((it) => [it.staffId, it.askedBy]))]),
    }
  })
  const problem = refusalWords[request.query.problem as keyof typeof refusalWords]
  const body = (
    <>
      <h1 class="govuk-heading-l">Staff</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/office/account">
          Your own account
        </a>
      </p>
      {problem && <p class="govuk-error-message">{problem}</p>}
      <WaitingResets request={request} waiting={list.waiting} names={list.names} viewer={id} />
      {list.people && <StaffListPage people={list.people} />}
      {!list.people && list.waiting.length === 0 && <p class="govuk-body">Nothing waits for you here.</p>}
    </>
  )
  return page('Staff', body)
}

async function showColleague(tools: StaffTools, request: Request, form: FormState = blankForm): Promise<Reply> {
  const { id } = request.params
  if (!mayManageStaff(request.staff.role) || !isId(id)) return { notFound: true }
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
