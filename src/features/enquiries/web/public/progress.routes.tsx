import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Progress, progressOf } from '../../data/referrals.ts'
import { isProgressSecret } from '../../domain/progress-link.ts'
import { AskForProgress, NoProgress, ProgressPage } from './progress.page.tsx'

type Request = PageRequest<PurposeKey>
const common = { area: 'public', purpose: 'enquiries', entry: 'anybody', path: '/refer/progress/:secret' } as const

/** Where a referrer's link leads. Opening it shows a button and asks nothing; a press of the button reads how far it is. */
export const progressRoutes: readonly Route<PurposeKey>[] = [
  { ...common, method: 'GET', handle: async (request) => ask(request) },
  { ...common, method: 'POST', handle: show },
]

const title = 'Your referral'

const ask = (request: Request): Reply => ({
  page: { title, body: <AskForProgress action={request.path} token={request.formToken()} /> },
})

async function show(request: Request): Promise<Reply> {
  const { secret } = request.params
  const progress = isProgressSecret(secret) ? await progressFor(request, secret) : null
  return { page: { title, body: progress ? <ProgressPage progress={progress} /> : <NoProgress /> } }
}

const progressFor = (request: Request, secret: string): Promise<Progress | null> =>
  request.desk.read(null, { purpose: 'enquiries', deed: 'referral.followed' }, (scope) => progressOf(scope, secret))
