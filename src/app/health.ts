import type { Route } from '../platform/web/route.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import type { Service } from './service.ts'

/** Longest that the worker may be silent before the service counts as unwell, in seconds. */
const longestSilence = 60

/** `GET /health`: 200 when the database answers, the policy in force is this program's, and the jobs run. Tells nothing else. */
export const healthRoute = (service: Service, worker: { secondsSinceTick(): number }): Route<PurposeKey> => ({
  method: 'GET',
  path: '/health',
  area: 'public',
  purpose: 'information',
  entry: 'anybody',
  handle: async ({ desk }) => {
    const hash = await desk
      .read(null, { purpose: 'information', deed: 'health.asked' }, ({ queries }) =>
        queries.selectFrom('policy_version').select('hash').orderBy('applied_at', 'desc').limit(1).executeTakeFirst(),
      )
      .catch(() => undefined)
    if (!hash) return { text: 'no database\n', status: 503 }
    if (hash.hash !== service.policy.hash) return { text: 'another policy is in force\n', status: 503 }
    if (worker.secondsSinceTick() > longestSilence) return { text: 'jobs do not run\n', status: 503 }
    return { text: 'well\n' }
  },
})
