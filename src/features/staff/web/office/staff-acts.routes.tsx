import type { Answer } from '../../../../platform/database/desk.ts'
import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { changeRole } from '../../actions/change-role.ts'
import { renewInvitation } from '../../actions/invite-colleague.ts'
import { recordLeaving } from '../../actions/record-leaving.ts'
import { askForReset } from '../../actions/reset-authenticator.ts'
import { linkMark, type StaffRefusal } from '../../actions/staff-desk.ts'
import { resumeColleague, suspendColleague } from '../../actions/suspend-colleague.ts'
import { isStaffRole } from '../../domain/staff-roles.ts'
import { linkPage } from './link-page.tsx'
import { refusalWords } from './staff-words.ts'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>
type Acted = Outcome<Answer, StaffRefusal>
type Show = (request: Request, form: FormState) => Promise<Reply>

/** What an administrator does with an account, each a form of its own on the account's page. */
export const staffActRoutes = (tools: StaffTools, show: Show): Route<PurposeKey>[] => [
  onAccount('suspend', '', show, (request, act) => suspendColleague(request.desk, request.staff.id, act)),
  onAccount('resume', '', show, (request, act) => resumeColleague(request.desk, request.staff.id, act)),
  onAccount('reset', '', show, (request, act) => askForReset(request.desk, request.staff.id, act)),
  onAccount('role', 'role', show, async (request, act) => {
    const { role = '' } = request.form.values
    if (!isStaffRole(role)) return { done: false, reason: 'no-such' }
    return changeRole(request.desk, request.staff.id, { ...act, role })
  }),
  onAccount('leave', 'handOverTo', show, (request, act) => {
    const { handOverTo } = request.form.values
    return recordLeaving(request.desk, request.staff.id, { ...act, handOverTo: isId(handOverTo) ? handOverTo : null })
  }),
  post('/office/staff/:id/end-sign-in', (request) => endSignIn(tools, request)),
  post('/office/staff/:id/link', (request) => newInvitation(tools, request)),
]

const post = (path: string, handle: (request: Request) => Promise<Reply>): Route<PurposeKey> => ({
  method: 'POST',
  path,
  area: 'office',
  purpose: 'staffAccounts',
  entry: 'purpose',
  handle: (request) => handle(asStaff(request)),
})

/** An act on one account: back to its page when done, and shown there at `field` when refused. */
const onAccount = (
  name: string,
  field: string,
  show: Show,
  act: (request: Request, input: { readonly key: Id; readonly staffId: Id }) => Promise<Acted>,
): Route<PurposeKey> =>
  post(`/office/staff/:id/${name}`, async (request) => {
    const { id } = request.params
    if (!isId(id)) return { notFound: true }
    const outcome = await act(request, { key: request.form.key, staffId: id })
    if (outcome.done) return { redirect: `/office/staff/${id}` }
    return show(request, { values: request.form.values, errors: { [field]: refusalWords[outcome.reason] } })
  })

async function endSignIn(tools: StaffTools, request: Request): Promise<Reply> {
  const { id } = request.params
  const { signIn } = request.form.values
  if (!isId(id) || !isId(signIn)) return { notFound: true }
  await tools.signIn.endSignIns({ staffId: id, id: signIn, by: request.staff.id })
  return { redirect: `/office/staff/${id}` }
}

async function newInvitation(tools: StaffTools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const link = tools.signIn.newLink('join')
  const outcome = await renewInvitation(request.desk, request.staff.id, { key: request.form.key, staffId: id, link })
  if (!outcome.done || outcome.value.link !== linkMark(link)) return { redirect: `/office/staff/${id}` }
  return linkPage(tools, 'join', link, id, `/office/staff/${id}`)
}
