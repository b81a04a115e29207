import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { possiblyTwice } from '../../data/twice.ts'
import { TwicePage } from './twice.page.tsx'

/** For each party of a case, who else on record may be the same person. `mayMerge`: whether a role may make them one. */
export const twiceRoutes = (mayMerge: (role: string) => boolean): readonly Route<PurposeKey>[] => [
  {
    ...{ area: 'office', purpose: 'recognition', entry: 'purpose' },
    ...{ method: 'GET', path: '/office/cases/:caseId/twice' },
    handle: (request) => twice(request, mayMerge(request.staff?.role ?? '')),
  },
]

async function twice(request: PageRequest<PurposeKey>, mayMerge: boolean): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId)) return { notFound: true }
  const deed = { purpose: 'recognition', deed: 'person.sought', caseId } as const
  const found = await request.desk.read(actorOf(request), deed, (scope) => possiblyTwice(scope, caseId))
  if (found.length === 0) return { notFound: true }
  const body = <TwicePage caseId={caseId} found={found} mayMerge={mayMerge} />
  return { page: { title: 'Is one of them on record twice?', body } }
}
