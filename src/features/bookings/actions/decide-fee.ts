import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { voiceOf, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { type Attendance, appointmentOf } from '../data/appointment-reads.ts'
import { addMissedFee, missedOf } from '../data/missed-fees.ts'
import { feeByRule, isUndecided } from '../domain/missed-fee.ts'
import { feeMessage } from '../emails/fee-message.ts'
import type { TellingTools } from './tell-parties.ts'
import { onWay, wayToWrite } from './way-to-write.ts'

/** Asks somebody to decide, where the rule asks something of a party who missed an appointment and nobody has decided yet. */
export async function askAboutFee(scope: Scope, appointmentId: Id): Promise<void> {
  const appointment = await appointmentOf(scope, appointmentId)
  if (!appointment) return
  const waits = (await missedOf(scope, appointmentId)).some(isUndecided)
  const about = { kind: 'decide-fee', caseId: appointment.caseId, subjectId: appointmentId } as const
  if (waits) await addTaskOnce(scope, { ...about, forRole: 'coordinator', dueOn: todayInLondon(scope.now).toString() })
  else await finishTasks(scope, about)
}

export interface FeeDeciding {
  readonly key: Id
  readonly appointmentId: Id
  readonly side: 'A' | 'B'
  /** Of a party who cancelled: when they said so, as whoever decides found it. */
  readonly toldOn: Temporal.PlainDate | null
  /** `ask`: what the rule asks; `waive`: nothing, for a reason. */
  readonly decision: 'ask' | 'waive'
  readonly reason: string | null
}

export type FeeRefusal = 'not-missed' | 'nothing-due' | 'no-reason'

/** Decides what is asked of a party who missed an appointment. They are told when something is; the other is told nothing. */
export function decideFee(desk: Desk<PurposeKey>, actor: Id, input: FeeDeciding, tools: TellingTools) {
  const { key, appointmentId, side, decision, reason } = input
  const refusals = { missed_fee_of_who_missed: 'not-missed' } as const
  const deed = { purpose: 'booking', deed: 'fee.decided', key, subjectId: appointmentId, refusals } as const
  return desk.act<FeeRefusal>(actor, deed, async (scope) => {
    const appointment = await appointmentOf(scope, appointmentId)
    const attendance = appointment?.attendances.find((it) => it.side === side)
    const found = (await missedOf(scope, appointmentId)).find((it) => it.side === side)
    if (!appointment || !attendance || !found) return refused('not-missed')
    const { caseId } = appointment
    scope.about({ caseId })
    const missed = { ...found, toldOn: found.how === 'cancelled' ? input.toldOn : null }
    const amountPence = decision === 'ask' ? feeByRule(missed) : 0
    if (decision === 'ask' && amountPence === 0) return refused('nothing-due')
    if (decision === 'waive' && !reason) return refused('no-reason')
    await addMissedFee(scope, { caseId, missed, amountPence, reason })
    if (amountPence > 0)
      await tellOfFee(scope, { caseId, attendance, startsAt: appointment.startsAt, amountPence }, tools)
    await askAboutFee(scope, appointmentId)
    return done({ appointmentId })
  })
}

async function tellOfFee(
  scope: Scope,
  fee: {
    readonly caseId: Id
    readonly attendance: Attendance
    readonly startsAt: Temporal.Instant
    readonly amountPence: number
  },
  tools: TellingTools,
): Promise<void> {
  const { caseId, attendance } = fee
  const { personId, side: zone, id: aboutId, givenName, familyName } = attendance
  const way = await wayToWrite(scope, personId, ['email', 'letter'])
  const dueOn = todayInLondon(scope.now).toString()
  const call = { kind: 'call-about-fee', forRole: 'coordinator', dueOn, caseId, subjectId: aboutId } as const
  if (!way) return void (await addTaskOnce(scope, call))
  const voice = voiceOf(await readPublished(scope), tools.serviceName)
  const message = onWay(way, `${givenName} ${familyName}`, feeMessage(voice, fee))
  await writeMessage(scope, { caseId, personId, aboutId, zone, ...message })
}
