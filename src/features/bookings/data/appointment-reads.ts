import { sql } from 'kysely'
import type { Scope } from '../../../platform/database/desk.ts'
import { question } from '../../../platform/database/question.ts'
import type { ScopedQueries } from '../../../platform/database/scope-dialect.ts'
import { startOfDayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import type {
  AppointmentKind,
  AppointmentStatus,
  AppointmentZone,
  AttendanceStatus,
  Slot,
} from '../domain/appointment.ts'
import type { OwnTimes } from '../domain/arrival.ts'

export interface Attendance extends OwnTimes {
  readonly id: Id
  readonly partyId: Id
  readonly personId: Id
  readonly side: 'A' | 'B'
  readonly givenName: string
  readonly familyName: string
  readonly status: AttendanceStatus
  readonly calendarUid: Id
  /** How often their own times changed apart from the appointment. */
  readonly ownChanges: number
}

export interface Appointment extends Slot {
  readonly id: Id
  readonly caseId: Id
  readonly reference: string
  readonly kind: AppointmentKind
  readonly zone: AppointmentZone
  readonly mediatorName: string
  readonly room: {
    readonly name: string
    readonly venueId: Id
    readonly venue: string
    readonly address: string
  } | null
  readonly status: AppointmentStatus
  /** Greater with every change; a form that was made before one is refused. */
  readonly revision: number
  readonly attendances: readonly Attendance[]
}

interface Which {
  readonly id?: Id | undefined
  readonly caseId?: Id
  readonly from?: Temporal.Instant
  readonly until?: Temporal.Instant
  readonly mediatorId?: Id | undefined
  readonly withCancelled?: boolean
}

/** A list is read by a person; a week of a large service is far below this. */
const mostListed = 1000

/** Appointments in the order of time, two queries at once however many there are. */
export async function appointments(scope: Scope, which: Which): Promise<Appointment[]> {
  const asked = { ...which, dayBefore: which.from?.subtract({ hours: 24 }) }
  const [rows, attendances] = await Promise.all([selectAppointments(scope, asked), attendancesOf(scope, asked)])
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    kind: row.kind,
    zone: row.zone,
    mediatorId: row.mediator_id,
    mediatorName: row.mediator_name,
    means: row.means,
    roomId: row.room_id,
    room:
      row.room_name === null
        ? null
        : {
            name: row.room_name,
            venueId: row.venue_id as Id,
            venue: row.venue_name ?? '',
            address: [row.address, row.postcode].filter(Boolean).join(', ').replaceAll('\n', ', '),
          },
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    status: row.status,
    revision: row.revision,
    attendances: attendances.get(row.id) ?? [],
  }))
}

const selectAppointments = question((queries, which: Chosen) =>
  chosenAppointments(queries, which)
    .innerJoin('case_file as f', 'f.id', 'a.case_id')
    .innerJoin('staff as s', 's.id', 'a.mediator_id')
    .leftJoin('room as r', 'r.id', 'a.room_id')
    .leftJoin('venue as v', 'v.id', 'r.venue_id')
    .select(['a.id', 'a.case_id', 'f.reference', 'a.kind', 'a.zone', 'a.mediator_id', 's.name as mediator_name'])
    .select(['a.means', 'a.room_id', 'r.name as room_name', 'r.venue_id', 'v.name as venue_name'])
    .select(['v.address', 'v.postcode'])
    .select(['a.starts_at', 'a.ends_at', 'a.status', 'a.revision'])
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(mostListed),
)

/** No appointment is longer than a day: one that ends later than `from` began after the day before. */
type Chosen = Which & { readonly dayBefore: Temporal.Instant | undefined }

function chosenAppointments(queries: ScopedQueries, which: Chosen) {
  let query = queries.selectFrom('appointment as a')
  if (which.id) query = query.where('a.id', '=', which.id)
  if (which.caseId) query = query.where('a.case_id', '=', which.caseId)
  if (which.from) query = query.where('a.ends_at', '>', which.from)
  if (which.dayBefore) query = query.where('a.starts_at', '>', which.dayBefore)
  if (which.until) query = query.where('a.starts_at', '<', which.until)
  if (which.mediatorId) query = query.where('a.mediator_id', '=', which.mediatorId)
  if (!which.withCancelled) query = query.where('a.status', '<>', 'cancelled')
  return query
}

const selectAttendances = question((queries, which: Chosen) =>
  queries
    .selectFrom('attendance as t')
    .innerJoin('party as p', 'p.id', 't.party_id')
    .innerJoin('person as n', 'n.id', 'p.person_id')
    .select(['t.id', 't.appointment_id', 't.party_id', 't.zone', 't.status', 't.calendar_uid'])
    .select(['t.arrives_at', 't.leaves_at', 't.waits_apart', 't.own_changes'])
    .select(['p.person_id', 'n.given_name', 'n.family_name'])
    .where('t.appointment_id', 'in', chosenAppointments(queries, which).select('a.id'))
    .orderBy('t.zone'),
)

async function attendancesOf(scope: Scope, which: Chosen): Promise<Map<Id, Attendance[]>> {
  const found = new Map<Id, Attendance[]>()
  const rows = await selectAttendances(scope, which)
  for (const row of rows) {
    const attendance: Attendance = {
      id: row.id,
      partyId: row.party_id,
      personId: row.person_id,
      side: row.zone,
      givenName: row.given_name,
      familyName: row.family_name,
      status: row.status,
      calendarUid: row.calendar_uid,
      arrivesAt: row.arrives_at,
      leavesAt: row.leaves_at,
      waitsApart: row.waits_apart,
      ownChanges: row.own_changes,
    }
    found.set(row.appointment_id, [...(found.get(row.appointment_id) ?? []), attendance])
  }
  return found
}

/** One appointment, also a cancelled one; null when there is none for the one who asks. */
export async function appointmentOf(scope: Scope, id: Id): Promise<Appointment | null> {
  return (await appointments(scope, { id, withCancelled: true }))[0] ?? null
}

/** The appointments of a day in London, of one mediator or of all that the one who asks may see; cancelled ones left out. */
export const appointmentsOf = (scope: Scope, day: Temporal.PlainDate, mediatorId?: Id): Promise<Appointment[]> =>
  appointmentsBetween(scope, day, day, mediatorId)

/** The same for several days, the last one included. */
export const appointmentsBetween = (
  scope: Scope,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  mediatorId?: Id,
): Promise<Appointment[]> =>
  appointments(scope, {
    from: startOfDayInLondon(first),
    until: startOfDayInLondon(last.add({ days: 1 })),
    mediatorId,
  })
/** Whose attendance each is; of those that the scope may see. */
export async function attendeesOf(scope: Scope, attendances: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (attendances.length === 0) return new Map()
  const rows = await scope.queries
    .selectFrom('attendance')
    .innerJoin('party', 'party.id', 'attendance.party_id')
    .select(['attendance.id', 'party.person_id'])
    .where(sql<boolean>`attendance.id = ANY (${[...attendances]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.person_id]))
}
