import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import { newId } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { voiceOf, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTaskOnce } from '../../tasks/index.ts'
import type { TellingTools } from '../actions/tell-parties.ts'
import { onWay, wayToWrite } from '../actions/way-to-write.ts'
import { type Appointment, type Attendance, appointmentOf } from '../data/appointment-reads.ts'
import { type ExpectedSoon, expectedSoon, wasRung } from '../data/to-remind.ts'
import { thereFrom } from '../domain/arrival.ts'
import { type DueReminder, dueReminder, type ReminderPlan, reminderPlanOn } from '../domain/reminders.ts'
import { appointmentReminder } from '../emails/appointment-reminder.ts'

/**
 * Reminds whoever is expected at an appointment, on the days that the plan says, each by a message of their own. What was moved or
 * cancelled since is asked again when the reminder is written, and stops one that waits.
 */
export const remindParties = (tools: TellingTools): Job<PurposeKey> => ({
  name: 'remind-parties',
  purpose: 'booking',
  run: async (desk) => {
    const plan = reminderPlanOn(todayInLondon(desk.clock.now()))
    let written = 0
    for (const { soon, due } of await dueNow(desk, plan)) if (await remind(desk, tools, plan, soon, due)) written++
    return written
  },
})

const dueNow = (desk: Desk<PurposeKey>, plan: ReminderPlan) =>
  desk.read(null, { purpose: 'booking', deed: 'appointment.listed' }, async (scope) =>
    (await expectedSoon(scope, Math.max(...plan.daysBefore))).flatMap((soon) => {
      const due = dueReminder({ ...soon, now: scope.now }, plan)
      return due ? [{ soon, due }] : []
    }),
  )

async function remind(
  desk: Desk<PurposeKey>,
  tools: TellingTools,
  plan: ReminderPlan,
  soon: ExpectedSoon,
  due: DueReminder,
): Promise<boolean> {
  const deed = {
    purpose: 'booking',
    deed: 'appointment.reminded',
    key: newId(),
    subjectId: soon.appointmentId,
  } as const
  const refusals = { message_once: 'said', message_unwanted: 'no-way' } as const
  const outcome = await desk.act<'changed' | 'said' | 'no-way'>(null, { ...deed, refusals }, async (scope) => {
    const appointment = await appointmentOf(scope, soon.appointmentId)
    const attendance = appointment?.attendances.find((it) => it.id === soon.attendanceId)
    const isSame = appointment && Temporal.Instant.compare(appointment.startsAt, soon.startsAt) === 0
    if (!isSame || appointment.status !== 'booked' || attendance?.status !== 'expected') return refused('changed')
    scope.about({ caseId: appointment.caseId })
    const wrote = await writeReminder(scope, tools, plan, { appointment, attendance, due })
    return wrote ? done({ appointmentId: appointment.id }) : refused('no-way')
  })
  return outcome.done
}

interface Reminding {
  readonly appointment: Appointment
  readonly attendance: Attendance
  readonly due: DueReminder
}

/** A text first: it is read most. Whoever may be written to by nothing is rung; false when there is nothing to do today. */
async function writeReminder(
  scope: Scope,
  tools: TellingTools,
  plan: ReminderPlan,
  { appointment, attendance, due }: Reminding,
): Promise<boolean> {
  const byLetter = due.daysBefore >= plan.byLetterUntil
  const channels = (['text', 'email', 'letter'] as const).filter(
    (it) => (it !== 'text' || tools.hasTexts) && (it !== 'letter' || byLetter),
  )
  const way = await wayToWrite(scope, attendance.personId, channels)
  const { caseId } = appointment
  const times = thereFrom(attendance, appointment)
  if (!way) {
    if (due.daysBefore !== plan.callAt || (await wasRung(scope, attendance.id, due.on))) return false
    const dueOn = todayInLondon(scope.now).toString()
    const call = { kind: 'call-to-remind', forRole: 'coordinator', dueOn, caseId, subjectId: attendance.id } as const
    return (await addTaskOnce(scope, call)) !== null
  }
  const voice = voiceOf(await readPublished(scope), tools.serviceName)
  const told = { ...appointment, ...times, place: appointment.room?.address ?? null }
  await writeMessage(scope, {
    ...{ caseId, personId: attendance.personId, aboutId: attendance.id, zone: attendance.side },
    notAfter: times.startsAt,
    ...onWay(way, `${attendance.givenName} ${attendance.familyName}`, appointmentReminder(told, voice, plan)),
    once: `${due.daysBefore} before ${due.on.add({ days: due.daysBefore })}`,
  })
  return true
}
