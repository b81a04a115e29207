import { clockRulesOf, requestsToday } from '../../features/requests/plugin.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import type { TodayPart } from './today.tsx'

/** Whoever may answer requests sees them all: the clock runs also while one of them is away. */
export const requests = (policy: CompiledPolicy): TodayPart => ({
  name: 'requests',
  purpose: 'rights',
  title: 'Requests about data',
  empty: 'Nobody waits for an answer about their data.',
  all: { href: '/office/requests', text: 'All requests' },
  items: requestsToday(clockRulesOf(policy), policy),
})
