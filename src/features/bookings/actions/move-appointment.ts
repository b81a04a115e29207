import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { type Appointment, appointmentOf } from '../data/appointment-reads.ts'
import { lockSlot, moveTo, setOwnTimes } from '../data/appointment-writes.ts'
import { addException } from '../data/booking-exceptions.ts'
import type { Slot } from '../domain/appointment.ts'
import { movedTimes } from '../domain/arrival.ts'
import { type SlotRefusal, slotFault, slotRefusals, whatSpeaksAgainst } from './slot-rules.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

export type MoveRefusal = SlotRefusal | 'no-such-appointment' | 'changed-meanwhile'

/** The appointment as the person who changes it saw it. */
export interface ChangeOf {
  readonly key: Id
  readonly appointmentId: Id
  readonly revision: number
}

/** Why it is so although the mediator is not there then, or the service is closed. */
interface Outside {
  readonly outsideReason?: string | null
}

/** Moves an appointment to another time or place and tells the parties. */
export function moveAppointment(
  desk: Desk<PurposeKey>,
  actor: Id,
  move: ChangeOf & Outside & Omit<Slot, 'mediatorId'>,
  tools: TellingTools,
) {
  return changeSlot(desk, actor, move, 'appointment.moved', async (scope, appointment) => {
    const { means, roomId, startsAt, endsAt } = move
    const slot = { mediatorId: appointment.mediatorId, means, roomId, startsAt, endsAt }
    const outcome = await takeSlot(scope, move, appointment, slot)
    if (!outcome.done) return outcome
    for (const it of appointment.attendances)
      await setOwnTimes(scope, it, movedTimes(it, appointment, slot), { anew: false })
    await tellParties(scope, appointment.id, 'moved', tools)
    return outcome
  })
}

/** Gives an appointment to another mediator. The parties' messages name no mediator, so none is sent. */
export function changeMediator(
  desk: Desk<PurposeKey>,
  actor: Id,
  change: ChangeOf & Outside & { readonly mediatorId: Id },
) {
  return changeSlot(desk, actor, change, 'appointment.mediator-changed', (scope, appointment) =>
    takeSlot(scope, change, appointment, { ...appointment, mediatorId: change.mediatorId }, true),
  )
}

function changeSlot(
  desk: Desk<PurposeKey>,
  actor: Id,
  { key, appointmentId }: ChangeOf,
  deed: string,
  work: (scope: Scope, appointment: Appointment) => ReturnType<typeof takeSlot>,
) {
  const all = { purpose: 'booking', deed, key, subjectId: appointmentId, refusals: slotRefusals } as const
  return desk.act<MoveRefusal>(actor, all, async (scope) => {
    const appointment = await appointmentOf(scope, appointmentId)
    if (!appointment) return refused('no-such-appointment')
    scope.about({ caseId: appointment.caseId })
    return work(scope, appointment)
  })
}

async function takeSlot(
  scope: Scope,
  { appointmentId, revision, outsideReason }: ChangeOf & Outside,
  appointment: Appointment,
  slot: Slot,
  mayHaveBegun = false,
) {
  const fault = await slotFault(scope, slot, { mayHaveBegun })
  if (fault) return refused<MoveRefusal>(fault)
  await lockSlot(scope, slot)
  const against = await whatSpeaksAgainst(scope, slot, appointment, appointment)
  if (against && !outsideReason) return refused<MoveRefusal>(against)
  if (!(await moveTo(scope, { id: appointmentId, revision }, slot))) return refused<MoveRefusal>('changed-meanwhile')
  if (against && outsideReason)
    await addException(scope, { caseId: appointment.caseId, appointmentId }, { against, reason: outsideReason })
  return done({ appointmentId })
}
