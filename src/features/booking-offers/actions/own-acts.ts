import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { cancelOwnMeeting, sayTimes, takeOfferedTime } from '../data/own-offers.ts'

export type TakeRefusal = 'taken' | 'ended' | 'no-such-time'

/** What of the database a taken time can meet, when somebody else was faster by a moment. */
const takeRefusals = {
  appointment_mediator_free: 'taken',
  appointment_room_free: 'taken',
  appointment_mediator_walled: 'taken',
  appointment_in_live_case: 'ended',
} as const

/** A party takes one of the times offered for a meeting of their own: it is booked at once, or somebody else was first. */
export function takeTime(desk: Desk<PurposeKey>, party: Id, input: { readonly key: Id; readonly timeId: Id }) {
  const { key, timeId } = input
  const deed = { purpose: 'booking', deed: 'times.taken', key, subjectId: timeId, refusals: takeRefusals } as const
  return desk.act<TakeRefusal>(party, deed, async (scope) => {
    const { outcome, appointmentId } = await takeOfferedTime(scope, timeId)
    if (outcome !== 'booked' || !appointmentId) return refused(outcome === 'booked' ? 'ended' : outcome)
    return done({ appointmentId })
  })
}

/** A party says which of the offered times they can do, and what else would suit them. Nobody but the office sees it. */
export function answerOffer(
  desk: Desk<PurposeKey>,
  party: Id,
  input: { readonly key: Id; readonly offerId: Id; readonly times: readonly Id[]; readonly words: string },
) {
  const { key, offerId } = input
  const deed = { purpose: 'booking', deed: 'times.answered', key, subjectId: offerId } as const
  return desk.act<'ended'>(party, deed, async (scope) =>
    (await sayTimes(scope, input)) ? done({ offerId }) : refused('ended'),
  )
}

/** A party cancels a meeting of theirs. Whoever else was expected is told that it will not take place, and nothing more. */
export function cancelOwn(desk: Desk<PurposeKey>, party: Id, input: { readonly key: Id; readonly attendanceId: Id }) {
  const { key, attendanceId } = input
  const deed = { purpose: 'booking', deed: 'appointment.cancelled-by-party', key, subjectId: attendanceId } as const
  return desk.act<'no-such-meeting'>(party, deed, async (scope) => {
    const appointmentId = await cancelOwnMeeting(scope, attendanceId)
    return appointmentId ? done({ appointmentId }) : refused('no-such-meeting')
  })
}
