import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { plainDate } from '../../../../ui/dates.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import { listComplaints } from '../../data/complaint-reads.ts'
import { type ComplaintRules, complaintClock, nearnessOf } from '../../domain/clock.ts'
import type { OpenComplaint } from '../../domain/complaint.ts'
import { complaintPath, nextDate } from './list.page.tsx'

/** Every complaint that waits, for everybody who may answer one: nobody's being away can lose it. */
export const complaintsToday =
  (rules: ComplaintRules) =>
  async ({ desk, staff, today }: StaffRequest<PurposeKey>): Promise<TodayItem[]> => {
    const deed = { purpose: 'complaints', deed: 'complaint.listed' } as const
    const open = await desk.read(staff.id, deed, (scope) => listComplaints(scope, 'open'))
    return open
      .map((it) => ({ it, by: nextDate(it, rules) }))
      .toSorted((one, other) => Temporal.PlainDate.compare(one.by, other.by))
      .map(({ it, by }) => itemOf(it, by, rules, today))
  }

function itemOf(
  it: OpenComplaint,
  by: Temporal.PlainDate,
  rules: ComplaintRules,
  today: Temporal.PlainDate,
): TodayItem {
  const { lawOn } = complaintClock(it.about, it.receivedOn, rules)
  const first = it.acknowledgedOn === null
  return {
    words: first ? 'Say that we have a complaint' : 'Answer a complaint',
    href: complaintPath(it.id),
    about: [it.reference, it.name].filter(Boolean).join(', '),
    when: first && lawOn ? `By ${plainDate(by)}, and by law until ${plainDate(lawOn)}` : `By ${plainDate(by)}`,
    urgent: first || nearnessOf(by, today) !== 'far',
  }
}
