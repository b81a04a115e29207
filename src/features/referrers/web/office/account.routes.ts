import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { endReferrerAccount, type InvitingTools, inviteReferrer } from '../../actions/keep-account.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'professionalContacts', entry: 'purpose', method: 'POST' } as const
const place = '/office/professionals/:id'

/** Giving a professional an account, and ending it. */
export const accountRoutes = (tools: InvitingTools): Route<PurposeKey>[] => [
  { ...base, path: `${place}/invite`, handle: (request) => invite(tools, request) },
  { ...base, path: `${place}/end-account`, handle: end },
]

const told = { no_mailbox: '?account=no-mailbox', mailbox_taken: '?account=taken' } as const

async function invite(tools: InvitingTools, request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await inviteReferrer(request.desk, tools, actorOf(request), { key: request.form.key, id })
  if (!outcome.done && outcome.reason === 'no_such') return { notFound: true }
  return {
    redirect: `/office/professionals/${id}${outcome.done ? '' : told[outcome.reason as keyof typeof told]}#account`,
  }
}

async function end(request: Request): Promise<Reply> {
  const { id } = request.params
  if (!isId(id)) return { notFound: true }
  const outcome = await endReferrerAccount(request.desk, actorOf(request), { key: request.form.key, id })
  return outcome.done ? { redirect: `/office/professionals/${id}#account` } : { notFound: true }
}
