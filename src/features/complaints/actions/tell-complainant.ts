import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import type { WrittenMessage } from '../../messages/index.ts'
import { writeTo } from '../../requests/index.ts'
import type { WholeComplaint } from '../data/complaint-reads.ts'
import { otherPartyOf, wayOf } from '../data/ways.ts'
import { complaintClock } from '../domain/clock.ts'
import type { Cause, ComplaintOutcome } from '../domain/complaint.ts'
import { complaintAnswered, complaintProgress, complaintReceived, lookingIntoIt } from '../emails/complaint-messages.ts'
import { addStep, type ComplaintRefusal, changing, type OfComplaint, setOn, todayOf } from './change-complaint.ts'
import type { ComplaintTools } from './complaint-tools.ts'

/** `written`: by the first way that is safe and was theirs before. `spoken`: a colleague has told them, and says so. */
export type Told = 'written' | 'spoken'
type How = 'email' | 'letter' | 'spoken'

async function tell(
  scope: Scope,
  found: WholeComplaint,
  personId: Id | null,
  told: Told,
  words: WrittenMessage,
): Promise<Outcome<How, ComplaintRefusal>> {
  if (told === 'spoken') return done('spoken')
  const way = personId && (await wayOf(scope, found, personId))
  if (!personId || !way) return refused('no_way')
  await writeTo(scope, found.complaint.id, way, words)
  return done(way.channel)
}

const facts = ({ complaint }: WholeComplaint, { rules }: ComplaintTools, scope: Scope) => ({
  ...{ reference: complaint.reference, about: complaint.about, on: dayOf(scope.now) },
  answerOn: complaintClock(complaint.about, complaint.receivedOn, rules).answerOn,
})

type Telling = OfComplaint & { readonly told: Told }

/** Says that the complaint has come, never to an address that was given in it. */
export const acknowledgeComplaint = async (
  desk: Desk<PurposeKey>,
  tools: ComplaintTools,
  actor: Id,
  input: Telling,
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'complaint.acknowledged' }, async (scope, found) => {
    const { complaint } = found
    if (complaint.acknowledgedOn !== null) return refused('settled')
    const words = complaintReceived(voice, facts(found, tools, scope))
    const how = await tell(scope, found, complaint.personId, input.told, words)
    if (!how.done) return how
    await setOn(scope, complaint.id, acknowledgedBy(scope, actor, how.value))
    return done({ complaintId: complaint.id })
  })
}

const acknowledgedBy = (scope: Scope, actor: Id, how: How) => ({
  ...{ acknowledged_on: todayOf(scope), acknowledged_by: actor, acknowledged_how: how },
})

/** Tells the complainant how far it is, and notes that. */
export const keepInformed = async (desk: Desk<PurposeKey>, tools: ComplaintTools, actor: Id, input: Telling) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'complaint.progress-told' }, async (scope, found) => {
    const { complaint } = found
    const words = complaintProgress(voice, facts(found, tools, scope))
    const how = await tell(scope, found, complaint.personId, input.told, words)
    if (!how.done) return how
    await addStep(scope, complaint.id, actor, { kind: 'told', how: how.value })
    return done({ complaintId: complaint.id })
  })
}

type Decision =
  | { readonly decision: 'not_told'; readonly reason: string }
  | { readonly decision: 'told'; readonly reason: string; readonly safetyChecked: boolean; readonly told: Told }

/** Decides, by name and with a reason, whether the other party hears that we look into something; and tells them where it is safe. */
export const decideOtherParty = async (
  desk: Desk<PurposeKey>,
  tools: ComplaintTools,
  actor: Id,
  input: OfComplaint & { readonly decided: Decision },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'complaint.other-decided' }, async (scope, found) => {
    const { complaint } = found
    const other = complaint.personId && (await otherPartyOf(scope, complaint.personId))
    if (!other) return refused('no_other')
    const { decided } = input
    if (decided.decision === 'told' && !decided.safetyChecked) return refused('unsafe')
    const how =
      decided.decision === 'told'
        ? await tell(scope, found, other.personId, decided.told, lookingIntoIt(voice))
        : done(null)
    if (!how.done) return how
    await scope.queries
      .insertInto('complaint_telling')
      .values({
        ...{ id: newId(), complaint_id: complaint.id, person_id: other.personId, made_by: actor },
        ...{ decision: decided.decision, reason: decided.reason, how: how.value },
        safety_checked: decided.decision === 'told' && decided.safetyChecked,
      })
      .execute()
    return done({ complaintId: complaint.id })
  })
}

export type Ending =
  | { readonly outcome: 'taken_back' }
  | {
      readonly outcome: Exclude<ComplaintOutcome, 'taken_back'>
      readonly answer: string
      readonly cause: Cause
      readonly changed: string | null
      readonly told: Told
    }

/** Tells the outcome with its reasons and where to go next, notes its cause and what changed, and closes. */
export const answerComplaint = async (
  desk: Desk<PurposeKey>,
  tools: ComplaintTools,
  actor: Id,
  input: OfComplaint & { readonly ending: Ending },
) => {
  const voice = await tools.voice()
  return changing(desk, actor, { ...input, deed: 'complaint.answered' }, async (scope, found) => {
    const { complaint } = found
    const { ending } = input
    const closed = { closed_on: todayOf(scope), closed_by: actor, outcome: ending.outcome }
    if (ending.outcome === 'taken_back') {
      await setOn(scope, complaint.id, closed)
      return done({ complaintId: complaint.id })
    }
    const { outcome, answer, cause, changed, told } = ending
    const words = complaintAnswered(voice, { ...facts(found, tools, scope), outcome, answer })
    const how = await tell(scope, found, complaint.personId, told, words)
    if (!how.done) return how
    const first = complaint.acknowledgedOn === null ? acknowledgedBy(scope, actor, how.value) : {}
    await setOn(scope, complaint.id, { ...closed, ...first, answer, cause, changed, answered_how: how.value })
    return done({ complaintId: complaint.id })
  })
}
