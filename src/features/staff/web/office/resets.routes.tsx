import type { Reply, Route, StaffRequest } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { approveReset, withdrawReset } from '../../actions/reset-authenticator.ts'
import { linkMark } from '../../actions/staff-desk.ts'
import { staffNames, waitingResets } from '../../data/staff-reads.ts'
import { linkPage } from './link-page.tsx'
import { page } from './parts.tsx'
import { ResetsPage } from './resets.page.tsx'
import { refusalWords } from './staff-words.ts'
import type { StaffTools } from './tools.ts'

type Request = StaffRequest<PurposeKey>

const list = '/office/resets'

/** Lost authenticators that wait for a second person. */
export const resetRoutes = (tools: StaffTools): Route<PurposeKey>[] => {
  const common = { area: 'office', purpose: 'accountRecovery', entry: 'purpose' } as const
  const approving = (request: Request) => approve(tools, request)
  return [
    { ...common, method: 'GET', path: list, handle: (request) => show(asStaff(request)) },
    { ...common, method: 'POST', path: `${list}/:id/approve`, handle: (request) => approving(asStaff(request)) },
    { ...common, method: 'POST', path: `${list}/:id/withdraw`, handle: (request) => withdraw(asStaff(request)) },
  ]
}

async function show(request: Request): Promise<Reply> {
  const { id } = request.staff
  const deed = { purpose: 'accountRecovery', deed: 'staff.resets-listed' } as const
  const found = await request.desk.read(id, deed, async (scope) => {
    const waiting = await waitingResets(scope)
    const people = new Set(waiting.flatMap((it) => [it.staffId, it.askedBy]))
    return { waiting, names: await staffNames(scope, [...people]) }
  })
  const problem = refusalWords[request.query.problem as keyof typeof refusalWords]
  return page('Lost authenticators', <ResetsPage request={request} viewer={id} problem={problem} {...found} />)
}

async function approve(tools: StaffTools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const link = tools.signIn.newLink('reset')
  const outcome = await approveReset(request.desk, request.staff.id, { key: request.form.key, resetId: id, link })
  if (!outcome.done) return { redirect: `${list}?problem=${outcome.reason}` }
  if (outcome.value.link !== linkMark(link)) return { redirect: list }
  return linkPage(tools, 'reset', link, outcome.value.staffId ?? '', list)
}

async function withdraw(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await withdrawReset(request.desk, request.staff.id, { key: request.form.key, resetId: id })
  return { redirect: outcome.done ? list : `${list}?problem=${outcome.reason}` }
}
