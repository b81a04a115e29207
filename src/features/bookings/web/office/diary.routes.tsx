import type { Scope } from '../../../../platform/database/desk.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { longDate, plainDate } from '../../../../ui/dates.ts'
import { startOfDayInLondon } from '../../../../values/calendar-days.ts'
import { availability } from '../../../availability/index.ts'
import { outreachCodes } from '../../../settings/index.ts'
import { appointmentsBetween } from '../../data/appointment-reads.ts'
import { daysShown, readAsked, readDay } from '../../domain/diary-days.ts'
import { readChoices } from './choices.ts'
import { DiaryPage } from './diary.page.tsx'
import { diaryColumns, diaryEntry } from './diary-columns.ts'
import { ReceptionSheet } from './reception.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose', method: 'GET' } as const

/** The diary by day or week, by mediator, room or place, and the list of a day for reception. */
export const diaryRoutes: readonly Route<PurposeKey>[] = [
  { ...base, path: '/office/diary', handle: show },
  { ...base, path: '/office/diary/reception', handle: showReception },
]

async function show(request: Request): Promise<Reply> {
  const asked = readAsked(request.query, request.today)
  const days = daysShown(asked)
  const deed = { purpose: 'booking', deed: 'diary.opened' } as const
  const found = await request.desk.read(actorOf(request), deed, (scope) => readDiary(scope, days))
  const { appointments, choices, codes, known } = found
  const columns = diaryColumns(asked.by, appointments, { ...choices, codes, hours: known.hours, day: asked.day })
  const shown = columns.map((it) => it.key)
  const entries = appointments.map((it) => diaryEntry(asked.by, it)).filter((it) => shown.includes(it.column))
  const props = { asked, days, entries, columns, known, now: request.now, today: request.today }
  return { page: { title: `Diary, ${plainDate(asked.day)}`, body: <DiaryPage {...props} /> } }
}

/** All that the diary of some days needs, asked at once. */
async function readDiary(scope: Scope, days: readonly Temporal.PlainDate[]) {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new RangeError('a diary of no day')
  const range = { from: startOfDayInLondon(first), until: startOfDayInLondon(last.add({ days: 1 })) }
  const [appointments, choices, codes, known] = await Promise.all([
    appointmentsBetween(scope, first, last),
    readChoices(scope),
    outreachCodes(scope),
    availability(scope, range),
  ])
  return { appointments, choices, codes, known }
}

async function showReception(request: Request): Promise<Reply> {
  const day = readDay(request.query.day) ?? request.today
  const deed = { purpose: 'booking', deed: 'diary.printed' } as const
  const appointments = await request.desk.read(actorOf(request), deed, (scope) => appointmentsBetween(scope, day, day))
  const body = <ReceptionSheet day={day} appointments={appointments} />
  return { page: { title: `Who comes on ${longDate(day)}`, forPrint: true, body } }
}
