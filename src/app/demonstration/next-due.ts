import { nextSweepDay } from '../../features/retention/index.ts'
import { sweepPlan } from '../../policy/enforcing/sweep-plan.ts'
import type { Service } from '../service.ts'

/** The next instant at which something falls due: an appointment, a task, a file's end. Null when nothing does. */
export async function nextDue(service: Service, after: Temporal.Instant): Promise<Temporal.Instant | null> {
  const found = await Promise.all([nextAppointment(service, after), nextTask(service, after), nextEnd(service, after)])
  const instants = found.filter((it) => it !== null)
  return instants.sort(Temporal.Instant.compare)[0] ?? null
}

async function nextAppointment(service: Service, after: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await service.desks.desk.worker.read(
    null,
    { purpose: 'booking', deed: 'appointment.listed' },
    ({ queries }) =>
      queries
        .selectFrom('appointment')
        .select('ends_at')
        .where('ends_at', '>', after)
        .where('status', '=', 'booked')
        .orderBy('ends_at')
        .limit(1)
        .executeTakeFirst(),
  )
  return row?.ends_at ?? null
}

/** Days begin at nine, when the office does: what is due on a day shows then. */
const morningOf = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant()
const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/London').toPlainDate().toString()

async function nextTask(service: Service, after: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await service.desks.desk.worker.read(null, { purpose: 'booking', deed: 'task.listed' }, ({ queries }) =>
    queries
      .selectFrom('task')
      .select('due_on')
      .where('due_on', '>', dayAt(after))
      .where('done_at', 'is', null)
      .orderBy('due_on')
      .limit(1)
      .executeTakeFirst(),
  )
  return row ? morningOf(row.due_on) : null
}

async function nextEnd(service: Service, after: Temporal.Instant): Promise<Temporal.Instant | null> {
  const rules = sweepPlan(service.policy)
  const today = Temporal.PlainDate.from(dayAt(after))
  const deed = { purpose: 'retention', deed: 'retention.listed' } as const
  const day = await service.desks.desk.worker.read(null, deed, (scope) => nextSweepDay(scope, rules, today))
  return day ? morningOf(day.toString()) : null
}
