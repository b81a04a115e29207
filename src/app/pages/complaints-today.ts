import { breachesToday, breachHours } from '../../features/breaches/plugin.ts'
import { complaintRulesOf, complaintsToday } from '../../features/complaints/plugin.ts'
import type { CompiledPolicy } from '../../policy/index.ts'
import type { TodayPart } from './today.tsx'

/** Whoever may answer complaints sees them all but those about themselves: the days run also while one of them is away. */
export const complaints = (policy: CompiledPolicy): TodayPart => ({
  name: 'complaints',
  purpose: 'complaints',
  title: 'Complaints',
  empty: 'No complaint waits for an answer.',
  all: { href: '/office/complaints', text: 'All complaints' },
  items: complaintsToday(complaintRulesOf(policy)),
})

/** The hours run whoever is there. */
export const breaches = (policy: CompiledPolicy): TodayPart => ({
  name: 'breaches',
  purpose: 'breaches',
  title: 'Breaches',
  empty: 'Nothing that went wrong with data is being worked on.',
  all: { href: '/office/breaches', text: 'Breaches and near misses' },
  items: breachesToday(breachHours(policy)),
})
