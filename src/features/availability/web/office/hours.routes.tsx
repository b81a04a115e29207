import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Answer, Scope } from '../../../../platform/database/desk.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { Reply, Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { bankHolidaysOf } from '../../../../values/bank-holidays.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import type { Outcome } from '../../../../values/outcome.ts'
import { dateValues, meetingHours, venuesInUse } from '../../../settings/index.ts'
import { actorSeesAny, mediators } from '../../../staff/index.ts'
import {
  addWorkingHours,
  endWorkingHours,
  type HoursRefusal,
  openOnHoliday,
  setAbsence,
  takeBackAbsence,
} from '../../actions/change-hours.ts'
import { absencesBetween, openedHolidays, workingHours } from '../../data/availability-reads.ts'
import { awayForm, hoursForm, lastDayForm, type Request } from './hours-form.ts'
import { type Holiday, HoursListPage } from './hours-list.page.tsx'
import { AddHoursPage, AwayPage, EndHoursPage, type MediatorHours, MediatorHoursPage } from './mediator-hours.page.tsx'

const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const list = '/office/diary/hours'
const one = `${list}/:staffId`

/** When mediators work and are away, and on which bank holidays the service opens. */
export const hoursRoutes: readonly Route<PurposeKey>[] = [
  { ...base, method: 'GET', path: list, handle: showList },
  { ...base, method: 'POST', path: '/office/diary/holidays', handle: openOrClose },
  { ...base, method: 'GET', path: one, handle: showOne },
  ...formRoutes(`${one}/add`, addHours()),
  ...formRoutes(`${one}/away`, recordAbsence()),
  ...formRoutes(`${one}/end/:hoursId`, endSomeHours()),
  { ...base, method: 'POST', path: `${one}/back`, handle: takeBack },
]

const deed = { purpose: 'booking', deed: 'hours.opened' } as const

async function showList(request: Request): Promise<Reply> {
  const { today, now } = request
  const found = await request.desk.read(actorOf(request), deed, async (scope) => {
    const soon = { from: now, until: now.add({ hours: 24 * 92 }) }
    const [people, hours, absences, opened, mayOpen, ofService] = await Promise.all([
      ...([mediators(scope), workingHours(scope), absencesBetween(scope, soon)] as const),
      ...([openedHolidays(scope), actorSeesAny(scope), meetingHours(scope)] as const),
    ])
    return {
      mediators: people,
      hours,
      absences,
      mayOpen,
      meetingHours: ofService,
      holidays: holidaysAhead(today, opened),
    }
  })
  const body = <HoursListPage {...found} today={today} token={() => request.formToken()} />
  return { page: { title: 'Working hours', body } }
}

/** The bank holidays of this year and the next that are still to come. */
const holidaysAhead = (today: Temporal.PlainDate, opened: ReadonlySet<string>): Holiday[] =>
  [today.year, today.year + 1].flatMap((year) => {
    const { projected, days } = bankHolidaysOf(year)
    return days
      .filter((day) => day >= today.toString())
      .map((day) => ({ day: Temporal.PlainDate.from(day), projected, open: opened.has(day) }))
  })

async function openOrClose(request: Request): Promise<Reply> {
  const { day = '', open } = request.form.values
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || (open !== 'yes' && open !== 'no')) return { notFound: true }
  const input = { key: request.form.key, day: Temporal.PlainDate.from(day), open: open === 'yes' }
  const outcome = await openOnHoliday(request.desk, actorOf(request), input)
  return outcome.done ? { redirect: list } : { notFound: true }
}

/** A mediator with their hours; null when the address names none. */
async function mediatorHours(scope: Scope, staffId: string | undefined): Promise<MediatorHours | null> {
  if (!isId(staffId)) return null
  const ahead = { from: scope.now, until: scope.now.add({ hours: 24 * 731 }) }
  const [people, hours, absences, venues, seesAny, ofService] = await Promise.all([
    ...([mediators(scope), workingHours(scope, staffId), absencesBetween(scope, ahead, staffId)] as const),
    ...([venuesInUse(scope), actorSeesAny(scope), meetingHours(scope)] as const),
  ])
  const mediator = people.find((it) => it.id === staffId)
  const maySay = seesAny || staffId === scope.actor
  return mediator ? { mediator, hours, absences, venues, maySay, meetingHours: ofService } : null
}

const readMediator = (request: Request) =>
  request.desk.read(actorOf(request), deed, (scope) => mediatorHours(scope, request.params.staffId))

async function showOne(request: Request): Promise<Reply> {
  const found = await readMediator(request)
  if (!found) return { notFound: true }
  const today = request.today.toString()
  const hours = found.hours.filter((it) => it.lastDay === null || it.lastDay >= today)
  const props = { ...found, hours, today: request.today, token: () => request.formToken() }
  return { page: { title: `When ${found.mediator.name} works`, body: <MediatorHoursPage {...props} /> } }
}

/** A form about one mediator: what it shows, how it is read, what it does. */
interface HoursPage<Value> {
  readonly title: string
  readonly schema: z.ZodType<Value>
  readonly blank: (request: Request) => FormState
  readonly page: (
    found: MediatorHours,
    props: { form: FormState; token: string; path: string },
    request: Request,
  ) => VNode | null
  readonly act: (request: Request, staffId: Id, value: Value) => Promise<Outcome<Answer, HoursRefusal>>
}

const refusalErrors: Readonly<Record<Exclude<HoursRefusal, 'no-such'>, Readonly<Record<string, string>>>> = {
  overlapping: { from: 'Hours are recorded for some of this time. End those first' },
  'no-such-place': { place: 'Choose a place from the list' },
}

function formRoutes<Value>(path: string, page: HoursPage<Value>): Route<PurposeKey>[] {
  const show = async (request: Request, form: FormState): Promise<Reply> => {
    const found = await readMediator(request)
    if (!found?.maySay) return { notFound: true }
    const body = page.page(found, { form, token: request.formToken(), path: request.path }, request)
    return body ? { page: { title: page.title, invalid: hasErrors(form), body } } : { notFound: true }
  }
  const send = async (request: Request): Promise<Reply> => {
    const { staffId } = request.params
    if (!isId(staffId)) return { notFound: true }
    const reading = readForm(page.schema, request.form)
    if (!reading.ok) return show(request, reading)
    const outcome = await page.act(request, staffId, reading.value)
    if (outcome.done) return { redirect: `${list}/${staffId}` }
    if (outcome.reason === 'no-such') return { notFound: true }
    return show(request, { values: asTyped(request.form), errors: refusalErrors[outcome.reason] })
  }
  return [
    { ...base, method: 'GET', path, handle: (request) => show(request, page.blank(request)) },
    { ...base, method: 'POST', path, handle: send },
  ]
}

function addHours(): HoursPage<z.output<typeof hoursForm>> {
  return {
    title: 'Add hours',
    schema: hoursForm,
    blank: (request) => filledForm({ from: '9am', until: '5pm', ...dateValues('first', request.today) }),
    page: (found, props) => <AddHoursPage {...props} mediator={found.mediator} venues={found.venues} />,
    act: (request, staffId, hours) =>
      addWorkingHours(request.desk, actorOf(request), {
        key: request.form.key,
        hours: { ...hours, staffId, lastDay: null },
      }),
  }
}

function recordAbsence(): HoursPage<z.output<typeof awayForm>> {
  return {
    title: 'Record an absence',
    schema: awayForm,
    blank: () => filledForm({}),
    page: (found, props) => <AwayPage {...props} mediator={found.mediator} />,
    act: (request, staffId, away) =>
      setAbsence(request.desk, actorOf(request), { key: request.form.key, staffId, ...away }),
  }
}

function endSomeHours(): HoursPage<{ last: string }> {
  return {
    title: 'End hours',
    schema: lastDayForm,
    blank: (request) => filledForm(dateValues('last', request.today)),
    page: (found, props, request) => {
      const hours = found.hours.find((it) => it.id === request.params.hoursId)
      return hours ? <EndHoursPage {...props} mediator={found.mediator} hours={hours} /> : null
    },
    act: (request, _, { last }) =>
      endWorkingHours(request.desk, actorOf(request), {
        key: request.form.key,
        id: request.params.hoursId as Id,
        lastDay: last,
      }),
  }
}

async function takeBack(request: Request): Promise<Reply> {
  const { absence = '' } = request.form.values
  if (!isId(absence)) return { notFound: true }
  const outcome = await takeBackAbsence(request.desk, actorOf(request), { key: request.form.key, id: absence })
  return outcome.done ? { redirect: `${list}/${outcome.value.staffId}` } : { notFound: true }
}
