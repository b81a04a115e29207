import type { Scope } from '../../../platform/database/desk.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { type NewMessage, type ServiceVoice, stopWaitingAbout, voiceOf, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { type Appointment, type Attendance, appointmentOf } from '../data/appointment-reads.ts'
import { thereFrom } from '../domain/arrival.ts'
import {
  appointmentEntry,
  appointmentMessage,
  type Happening,
  type ToldAppointment,
} from '../emails/appointment-messages.ts'
import { onWay, type WritingWay, wayToWrite } from './way-to-write.ts'

export interface TellingTools {
  /** The service's name, where it has set no neutral one. */
  readonly serviceName: string
  /** After how long the parties are asked again whether their details are right, as an ISO duration; without it nobody is. */
  readonly confirmAgain?: string
  /** Whether texts can be sent. */
  readonly hasTexts?: boolean
  /** Whether people can meet online here. */
  readonly hasOnline?: boolean
}

/**
 * Tells each party who was expected what happened to their appointment, each by a message of their own on the channel that they
 * said is safe; somebody telephones whoever has none. What still waited about the appointment is stopped: it would mislead.
 */
export async function tellParties(
  scope: Scope,
  appointmentId: Id,
  happening: Happening,
  tools: TellingTools,
  /** The one whom it concerns, where it is not everybody who is expected. */
  only?: 'A' | 'B',
): Promise<void> {
  const appointment = await appointmentOf(scope, appointmentId)
  if (!appointment) throw new Error('an appointment that was just written is not there')
  const voice = voiceOf(await readPublished(scope), tools.serviceName)
  for (const attendance of appointment.attendances) {
    if (only && attendance.side !== only) continue
    await stopWaitingAbout(scope, attendance.id)
    await finishTasks(scope, { kind: 'call-to-remind', subjectId: attendance.id })
    await tellOne(scope, {
      appointment,
      attendance,
      happening,
      voice,
      way: await wayToWrite(
        scope,
        attendance.personId,
        tools.hasTexts ? ['email', 'text', 'letter'] : ['email', 'letter'],
      ),
    })
  }
}

interface Telling {
  readonly appointment: Appointment
  readonly attendance: Attendance
  readonly happening: Happening
  readonly voice: ServiceVoice
  readonly way: WritingWay | null
}

async function tellOne(scope: Scope, telling: Telling): Promise<void> {
  const { appointment, attendance, happening, voice, way } = telling
  const { caseId } = appointment
  if (!way) return askToCall(scope, telling)
  for (const kind of ['call-to-confirm', 'call-about-change'] as const)
    await finishTasks(scope, { kind, subjectId: attendance.id })
  const times = thereFrom(attendance, appointment)
  const told: ToldAppointment = { means: appointment.means, ...times, place: appointment.room?.address ?? null }
  const revision = appointment.revision + attendance.ownChanges
  const own = { uid: attendance.calendarUid, revision, voice, now: scope.now }
  const message: NewMessage = {
    ...{ caseId, personId: attendance.personId, aboutId: attendance.id, zone: attendance.side },
    ...onWay(way, `${attendance.givenName} ${attendance.familyName}`, appointmentMessage(happening, told, voice)),
    ...(way.channel === 'email' && voice.email ? { calendarEntry: appointmentEntry(happening, told, own) } : {}),
    notAfter: times.startsAt,
  }
  await writeMessage(scope, message)
}

/** Nobody is written to on a channel that they did not call safe. A newer task takes the place of an older one. */
async function askToCall(scope: Scope, { appointment, attendance, happening }: Telling): Promise<void> {
  const kind = happening === 'booked' ? 'call-to-confirm' : 'call-about-change'
  const dueOn = todayInLondon(scope.now).toString()
  const { caseId } = appointment
  await addTaskOnce(scope, { kind, forRole: 'coordinator', dueOn, caseId, subjectId: attendance.id })
}
