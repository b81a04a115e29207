import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { type Appointment, appointmentOf } from '../data/appointment-reads.ts'
import { lockSlot, moveTo, setOwnTimes } from '../data/appointment-writes.ts'
import { arrivalPlanOf } from '../data/arrival-plans.ts'
import { addException } from '../data/booking-exceptions.ts'
import type { Slot } from '../domain/appointment.ts'
import { movedTimes, plannedTimes, together } from '../domain/arrival.ts'
import { type SlotRefusal, slotFault, slotRefusals, whatSpeaksAgainst } from './slot-rules.ts'
import { type TellingTools, tellParties } from './tell-parties.ts'

export type MoveRefusal = SlotRefusal | 'no-such-appointment' | 'changed-meanwhile' | 'given-away-first'

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

/**
 * Moves an appointment to another time, place or mediator, at once. The parties are told of another time or place; their messages name
 * no mediator.
 */
export function moveAppointment(
  desk: Desk<PurposeKey>,
  actor: Id,
  move: ChangeOf & Outside & Omit<Slot, 'mediatorId'> & { readonly mediatorId?: Id | undefined },
  tools: TellingTools,
) {
  return changeSlot(desk, actor, move, 'appointment.moved', async (scope, appointment) => {
    const { means, roomId, startsAt, endsAt, mediatorId = appointment.mediatorId } = move
    const slot = { mediatorId, means, roomId, startsAt, endsAt }
    const outcome = await takeSlot(scope, move, appointment, slot)
    if (!outcome.done || isSameForParties(appointment, slot)) return outcome
    // Whoever has but this appointment in the case, and gives it away, could tell the parties nothing any more.
    if (!(await appointmentOf(scope, appointment.id))) return refused('given-away-first')
    const plan = appointment.means === 'room' ? null : await planFor(scope, appointment)
    for (const it of appointment.attendances) {
      const own = plan ? plannedTimes(plan, it.side, slot) : movedTimes(it, appointment, slot)
      await setOwnTimes(scope, it, own, { anew: false })
    }
    await tellParties(scope, appointment.id, 'moved', tools)
    return outcome
  })
}

/** Nobody arrived by telephone: in a room it is as the case has it. */
const planFor = async (scope: Scope, { zone, caseId }: Appointment) =>
  zone === 'both' ? arrivalPlanOf(scope, caseId) : together

const isSameForParties = (before: Slot, after: Slot): boolean =>
  before.means === after.means &&
  before.roomId === after.roomId &&
  before.startsAt.equals(after.startsAt) &&
  before.endsAt.equals(after.endsAt)

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
