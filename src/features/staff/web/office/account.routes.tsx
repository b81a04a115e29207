import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { AccountPage } from './account.page.tsx'
import { accountFormRoutes } from './account-forms.routes.tsx'
import { page } from './parts.tsx'
import type { StaffTools } from './tools.ts'

/** One's own account, for everybody who is signed in. */
export const accountRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = { area: 'office', purpose: 'staffAccounts', entry: 'staff' } as const
  return [
    { ...common, method: 'GET', path: '/office/account', handle: (request) => showAccount(tools, asStaff(request)) },
    {
      ...common,
      method: 'POST',
      path: '/office/account/end-sign-in',
      handle: (request) => endOwn(tools, asStaff(request)),
    },
    ...accountFormRoutes(tools),
  ]
}

async function showAccount(tools: StaffTools, request: StaffRequest<PurposeKey>): Promise<Reply> {
  const { id, name, role } = request.staff
  const signIns = await tools.signIn.signInsOf(id, request.cookies)
  const codesLeft = await tools.signIn.recoveryCodesLeft(id)
  const hasCalendar = tools.mayAct(role, 'calendars')
  return page('Your account', <AccountPage {...{ request, name, signIns, codesLeft, hasCalendar }} />)
}

async function endOwn(tools: StaffTools, request: StaffRequest<PurposeKey>): Promise<Reply> {
  const { signIn } = request.form.values
  if (!isId(signIn)) return { notFound: true }
  const { id } = request.staff
  await tools.signIn.endSignIns({ staffId: id, id: signIn, except: request.cookies, by: id })
  return { redirect: '/office/account' }
}
