import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { plainDate } from '../../../../ui/dates.ts'
import { appointmentsBetween } from '../../data/appointment-reads.ts'
import { daysShown, readAsked } from '../../domain/diary-days.ts'
import { readChoices } from './choices.ts'
import { DiaryPage } from './diary.page.tsx'
import { diaryColumns } from './diary-columns.ts'

/** The diary by day or week, by mediator or room. */
export const diaryRoutes: readonly Route<PurposeKey>[] = [
  { area: 'office', purpose: 'booking', entry: 'purpose', method: 'GET', path: '/office/diary', handle: show },
]

async function show(request: PageRequest<PurposeKey>): Promise<Reply> {
  if (!request.staff) return { notFound: true }
  const asked = readAsked(request.query, request.today)
  const days = daysShown(asked)
  const [first = asked.day, last = asked.day] = [days[0], days.at(-1)]
  const deed = { purpose: 'booking', deed: 'diary.opened' } as const
  const { appointments, choices } = await request.desk.read(request.staff.id, deed, async (scope) => {
    const [appointments, choices] = await Promise.all([appointmentsBetween(scope, first, last), readChoices(scope)])
    return { appointments, choices }
  })
  const columns = diaryColumns(asked.by, appointments, choices)
  const props = { asked, days, appointments, columns, today: request.today }
  return { page: { title: `Diary, ${plainDate(asked.day)}`, body: <DiaryPage {...props} /> } }
}
