import type { Log } from '../../../../platform/log.ts'
import type { PageRequest, Route } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { choiceOf } from '../../../consents/index.ts'
import { countPageView } from '../../actions/count-page-view.ts'

/**
 * The same routes, which count how often their pages are read by those who said yes, and by nobody else. Pages whose address holds
 * something of a person's are not counted. That a count could not be written costs the reader nothing.
 */
export function countedRoutes(
  routes: readonly Route<PurposeKey>[],
  tools: { readonly policy: CompiledPolicy; readonly log: Log },
): Route<PurposeKey>[] {
  const counts = ({ method, area, path }: Route<PurposeKey>) =>
    method === 'GET' && area === 'public' && !path.includes(':')
  const handled = async (route: Route<PurposeKey>, request: PageRequest<PurposeKey>) => {
    const reply = await route.handle(request)
    const shown = 'page' in reply && reply.page.status === undefined
    if (shown && choiceOf(request.cookies, tools.policy) === 'accepted') {
      await countPageView(request.desk, route.path).catch(() =>
        tools.log.warn({ route: route.path }, 'page not counted'),
      )
    }
    return reply
  }
  return routes.map((route) =>
    counts(route) ? { ...route, handle: (request: PageRequest<PurposeKey>) => handled(route, request) } : route,
  )
}
