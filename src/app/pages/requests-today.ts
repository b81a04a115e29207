import { toldAgainToday } from '../../features/answers/plugin.ts'
import { clockRulesOf, requestsToday } from '../../features/requests/plugin.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import type { TodayPart } from './today.tsx'

/** Whoever may answer requests sees them all, and whom nobody has told again: the clock runs also while one of them is away. */
export const requests = (policy: CompiledPolicy): TodayPart => ({
  name: 'requests',
  purpose: 'rights',
  title: 'Requests about data',
  empty: 'Nobody waits for an answer about their data.',
  all: { href: '/office/requests', text: 'All requests' },
  items: async (request) => {
    const read = [requestsToday(clockRulesOf(policy), policy), toldAgainToday]
    return (await Promise.all(read.map((items) => items(request)))).flat()
  },
})
