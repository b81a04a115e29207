import type { Desk, Scope } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { todayInLondon } from '../../../values/calendar-days.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { onWay, type TellingTools, wayToWrite } from '../../bookings/index.ts'
import { caseHead, partiesOf } from '../../cases/index.ts'
import { stopWaitingAbout, voiceOf, writeMessage } from '../../messages/index.ts'
import { readPublished } from '../../settings/index.ts'
import { addTask, addTaskOnce, finishTasks } from '../../tasks/index.ts'
import { alreadyOffered } from '../data/offer-reads.ts'
import { addOffer, type NewOffer, takeBackOpen } from '../data/offer-writes.ts'
import { sidesOf } from '../domain/offer.ts'
import { offerMessage } from '../emails/offer-message.ts'

export type OfferRefusal = 'no-such-case' | 'case-closed' | 'in-the-past' | 'end-too-late' | 'offered-to-other'

/**
 * Offers times to one party or to both. What was open for the same people is taken back; each is told by a message of their own, or by
 * telephone. When nobody has answered by the day after the last, a task says so.
 */
export function offerTimes(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: NewOffer & { readonly key: Id },
  tools: TellingTools,
) {
  const { key, caseId, zone, times, answerBy } = input
  if (times.length === 0) throw new TypeError('an offer has at least one time')
  const deed = { purpose: 'booking', deed: 'times.offered', key, caseId } as const
  return desk.act<OfferRefusal>(actor, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return refused('no-such-case')
    if (head.status !== 'live') return refused('case-closed')
    if (times.some((it) => Temporal.Instant.compare(it.startsAt, scope.now) <= 0)) return refused('in-the-past')
    const lastDay = times.map((it) => todayInLondon(it.startsAt)).reduce((one, other) => later(one, other))
    if (Temporal.PlainDate.compare(answerBy, lastDay) > 0) return refused('end-too-late')
    const others = await alreadyOffered(scope, caseId, zone)
    if (times.some((it) => others.some((other) => overlaps(it, other)))) return refused('offered-to-other')
    for (const id of await takeBackOpen(scope, { caseId, zone })) await endOf(scope, id)
    const offerId = await addOffer(scope, input)
    scope.about({ subjectId: offerId })
    await tellOfOffer(scope, { ...input, offerId }, tools)
    const dueOn = answerBy.add({ days: 1 }).toString()
    await addTask(scope, { kind: 'times-unanswered', forRole: 'coordinator', dueOn, caseId, subjectId: offerId })
    return done({ offerId })
  })
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one
const overlaps = (one: Pick<NewOffer['times'][number], 'startsAt' | 'endsAt'>, other: typeof one) =>
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 && Temporal.Instant.compare(other.startsAt, one.endsAt) < 0

/** Takes an offer back: whoever had it sees it no more. */
export function withdrawOffer(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly offerId: Id }) {
  const { key, offerId } = input
  const deed = { purpose: 'booking', deed: 'times.withdrawn', key, subjectId: offerId } as const
  return desk.act<'not-open'>(actor, deed, async (scope) => {
    if ((await takeBackOpen(scope, { id: offerId })).length === 0) return refused('not-open')
    await endOf(scope, offerId)
    return done({ offerId })
  })
}

/** What still waited about an offer that is over: messages that would mislead, and tasks. */
export async function endOf(scope: Scope, offerId: Id): Promise<void> {
  await stopWaitingAbout(scope, offerId)
  for (const kind of ['times-unanswered', 'times-answered', 'call-about-times'] as const)
    await finishTasks(scope, { kind, subjectId: offerId })
}

async function tellOfOffer(
  scope: Scope,
  offer: NewOffer & { readonly offerId: Id },
  tools: TellingTools,
): Promise<void> {
  const { caseId, zone, offerId: aboutId, answerBy } = offer
  const voice = voiceOf(await readPublished(scope), tools.serviceName)
  const notAfter = answerBy.add({ days: 1 }).toZonedDateTime('Europe/London').toInstant()
  for (const { side, personId, givenName, familyName } of await partiesOf(scope, caseId)) {
    if (!sidesOf(zone).includes(side)) continue
    const way = await wayToWrite(scope, personId, tools.hasTexts ? ['email', 'text', 'letter'] : ['email', 'letter'])
    const dueOn = todayInLondon(scope.now).toString()
    const call = { kind: 'call-about-times', forRole: 'coordinator', dueOn, caseId, subjectId: aboutId } as const
    if (!way) await addTaskOnce(scope, call)
    else
      await writeMessage(scope, {
        ...{ caseId, personId, aboutId, zone: side, notAfter },
        ...onWay(way, `${givenName} ${familyName}`, offerMessage(voice, answerBy)),
      })
  }
}
