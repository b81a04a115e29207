import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { howLong, londonDay } from '../../../../ui/dates.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import { untoldRequests } from '../../data/told-again.ts'

/** The law sets no day and says "without undue delay" (UK GDPR, Article 19 with Article 12): after a week it stands first. */
const soon = { days: 7 } as const

/** Whom nobody has told again, for everybody who may answer a request: nobody's being away can lose it, nor can closing the request. */
export async function toldAgainToday({ desk, staff, today }: StaffRequest<PurposeKey>): Promise<TodayItem[]> {
  const untold = await desk.read(staff.id, { purpose: 'rights', deed: 'request.listed' }, untoldRequests)
  return untold.map((it) => {
    const noted = londonDay(it.since)
    const page = `/office/requests/${it.requestId}`
    return {
      words: 'Tell others what was changed',
      href: it.recordId ? `${page}/answer#told-again` : page,
      about: `${it.reference}, ${it.count} not told yet`,
      when: `Noted ${howLong(noted, today)}`,
      urgent: Temporal.PlainDate.compare(noted.add(soon), today) <= 0,
    }
  })
}
