import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { type BookingRefusal, bookInScope, bookingRefusals, type TellingTools } from '../../bookings/index.ts'
import { finishTasks } from '../../tasks/index.ts'
import { offerOf } from '../data/offer-reads.ts'
import { addAnswer, markBooked } from '../data/offer-writes.ts'
import { sidesOf, stateOf, unanswered } from '../domain/offer.ts'
import { endOf } from './offer-times.ts'

export type BookOfferedRefusal = BookingRefusal | 'not-open' | 'no-such-offer'

/** Books one of the offered times, as the office does: everybody is told as of any other appointment. */
export function bookOffered(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly offerId: Id; readonly timeId: string },
  tools: TellingTools,
) {
  const { key, offerId, timeId } = input
  const deed = { purpose: 'booking', deed: 'times.booked', key, subjectId: offerId, refusals: bookingRefusals } as const
  return desk.act<BookOfferedRefusal>(actor, deed, async (scope) => {
    const offer = await offerOf(scope, offerId)
    const time = offer?.times.find((it) => it.id === timeId)
    if (!offer || !time) return refused('no-such-offer')
    const { caseId, kind, zone, means } = offer
    scope.about({ caseId })
    if (offer.status !== 'open') return refused('not-open')
    const booked = await bookInScope(scope, { ...time, caseId, kind, zone, means }, tools)
    if (!booked.done) return booked
    if (!(await markBooked(scope, offerId, booked.value.appointmentId))) return refused('not-open')
    await endOf(scope, offerId)
    scope.about({ subjectId: booked.value.appointmentId })
    return done({ appointmentId: booked.value.appointmentId })
  })
}

/** Notes what one party told the office of the times, by telephone say. It stands as if they had said it in the portal. */
export function noteAnswer(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: {
    readonly key: Id
    readonly offerId: Id
    readonly side: 'A' | 'B'
    readonly times: readonly string[]
    readonly words: string | null
  },
) {
  const { key, offerId, side, words } = input
  const deed = { purpose: 'booking', deed: 'times.answer-noted', key, subjectId: offerId } as const
  return desk.act<'not-open' | 'no-such-offer'>(actor, deed, async (scope) => {
    const offer = await offerOf(scope, offerId)
    if (!offer || !sidesOf(offer.zone).includes(side)) return refused('no-such-offer')
    const { caseId } = offer
    scope.about({ caseId })
    if (stateOf(offer, todayInLondon(scope.now)) !== 'open') return refused('not-open')
    const times = offer.times.filter((it) => input.times.includes(it.id)).map((it) => it.id)
    await addAnswer(scope, { offerId, caseId, side, times, words })
    if (unanswered(offer).every((it) => it === side))
      await finishTasks(scope, { kind: 'times-unanswered', subjectId: offerId })
    return done({ offerId })
  })
}
