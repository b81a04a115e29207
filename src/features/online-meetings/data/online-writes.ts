import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Act, Channel, OnlineMeeting, Other } from '../domain/online.ts'

interface OfAppointment {
  readonly id: Id
  readonly caseId: Id
}

/** Says by what an appointment is carried from now on; what was said before stays. */
export async function addMeeting(
  scope: Scope,
  appointment: OfAppointment & { readonly zone: 'A' | 'B' | 'both' },
  meeting: Omit<OnlineMeeting, 'id'> & { readonly address: string },
): Promise<Id> {
  const id = newId()
  const of = { appointment_id: appointment.id, case_id: appointment.caseId }
  const { provider, notice, opensMinutes: opens_minutes, address } = meeting
  await scope.queries
    .insertInto('online_meeting')
    .values({ id, ...of, zone: appointment.zone, provider, notice, opens_minutes })
    .execute()
  await scope.queries
    .insertInto('online_address')
    .values({ id: newId(), meeting_id: id, ...of, address })
    .execute()
  return id
}

/** Adds what somebody said. The ledger of consents and the work of the office follow from it in the database. */
export async function addAnswer(
  scope: Scope,
  of: {
    readonly attendanceId: Id
    readonly appointmentId: Id
    readonly caseId: Id
    readonly zone: 'A' | 'B'
  },
  said: {
    readonly act: Act
    readonly instead: Other | null
    readonly provider: string
    readonly notice: string
    readonly channel: Channel
    readonly wordingHash: string
    readonly policyHash: string
  },
): Promise<void> {
  const { act, instead, provider, notice, channel } = said
  await scope.queries
    .insertInto('online_answer')
    .values({
      ...{ id: newId(), attendance_id: of.attendanceId, appointment_id: of.appointmentId, case_id: of.caseId },
      ...{ zone: of.zone, act, instead, provider, notice, channel },
      ...{ wording_hash: said.wordingHash, policy_hash: said.policyHash },
    })
    .execute()
}
