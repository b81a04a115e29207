import type { StaffRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { shortDateAndTime } from '../../../../ui/dates.ts'
import type { TodayItem } from '../../../tasks/index.ts'
import { listBreaches } from '../../data/breach-reads.ts'
import { nextQuestion, questionWords } from '../../domain/breach.ts'
import { leftWords, reportBy } from '../../domain/hours.ts'
import { breachPath, hoursMatter } from './list.page.tsx'

/** Every breach that is worked on, for everybody who may: the hours run also while one of them is away. */
export const breachesToday =
  (law: string) =>
  async ({ desk, staff, now }: StaffRequest<PurposeKey>): Promise<TodayItem[]> => {
    const deed = { purpose: 'breaches', deed: 'breach.listed' } as const
    const open = await desk.read(staff.id, deed, (scope) => listBreaches(scope, 'open'))
    return open.map((it) => {
      const by = reportBy(it.aware_at, law)
      const hours = hoursMatter(it)
      return {
        words: questionWords[nextQuestion(it)],
        href: breachPath(it.id),
        about: `${it.kind === 'near_miss' ? 'Near miss' : 'Breach'} ${it.reference}`,
        when: hours ? `To the regulator by ${shortDateAndTime(by)}: ${leftWords(by, now)}` : 'Not finished',
        urgent: hours,
      }
    })
  }
