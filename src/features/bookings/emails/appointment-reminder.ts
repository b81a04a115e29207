import { dateAndTime, shortDateAndTime } from '../../../ui/dates.ts'
import { type ServiceVoice, type WrittenMessage, written } from '../../messages/index.ts'
import type { AppointmentKind } from '../domain/appointment.ts'
import { bringWords, type ReminderPlan } from '../domain/reminders.ts'
import { type ToldAppointment, whereTold } from './appointment-messages.ts'

/** Reminds one party of their own appointment: when, where, and what to bring. It says nothing of what it is about, nor of the other. */
export function appointmentReminder(
  appointment: ToldAppointment & { readonly kind: AppointmentKind },
  voice: ServiceVoice,
  plan: ReminderPlan,
): WrittenMessage {
  const { kind, means, place, startsAt } = appointment
  const where = whereTold(means, place)
  return written(
    'appointment-reminder',
    'Your appointment is soon',
    [
      'Hello,',
      `Your appointment is on ${dateAndTime(startsAt)}.`,
      where,
      bringWords(kind, means, plan),
      voice.telephone && `If you cannot come, ring us on ${voice.telephone}. Then somebody else can have the time.`,
      voice.name,
    ],
    [
      `Reminder: your appointment is on ${shortDateAndTime(startsAt)}.`,
      where,
      plan.bring[kind][0] && `${means === 'room' ? 'Bring' : 'Have at hand'} ${plan.bring[kind][0]}.`,
      voice.telephone && `If you cannot come ring ${voice.telephone}.`,
      voice.name,
    ],
  )
}
