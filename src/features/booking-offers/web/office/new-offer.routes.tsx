import type { Scope } from '../../../../platform/database/desk.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { addBusinessDays, startOfDayInLondon, todayInLondon } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { freeSlots, type TellingTools } from '../../../bookings/index.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { dateValues, rooms } from '../../../settings/index.ts'
import { mediators } from '../../../staff/index.ts'
import { type OfferRefusal, offerTimes } from '../../actions/offer-times.ts'
import { alreadyOffered } from '../../data/offer-reads.ts'
import { withoutPlace } from '../../domain/offer.ts'
import { type FreeTime, NewOfferPage } from './new-offer.page.tsx'
import { type OfferWish, offerKinds, readWish, tickedAmong } from './offer-form.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose', path: '/office/cases/:caseId/offers/new' } as const

/** Offering times in a case: first what is wanted, then which of the free times. */
export const newOfferRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => blank(request, tools) },
  { ...base, method: 'POST', handle: (request) => offer(request, tools) },
]

/** A blank form knows the case's mediator, how long a MIAM usually takes, and the days of the coming week. */
const blank = (request: Request, tools: TellingTools): Promise<Reply> =>
  page(request, tools, (mediatorId) => {
    const { today } = request
    return filledForm({
      ...{ 'mediators[]': mediatorId ? [mediatorId] : [], minutes: '60' },
      ...dateValues('first', addBusinessDays(today, 2)),
      ...dateValues('last', addBusinessDays(today, 7)),
      ...dateValues('answer_by', addBusinessDays(today, 2)),
    })
  })

async function page(
  request: Request,
  { hasOnline = false }: TellingTools,
  formFor: (mediatorId: Id | null) => FormState,
  wish: OfferWish | null = null,
): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId) || !request.staff) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'times.chosen-from', caseId } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return null
    const [parties, people, places] = await Promise.all([partiesOf(scope, caseId), mediators(scope), rooms(scope)])
    const free = wish && (await freeFor(scope, caseId, wish))
    return { head, names: zoneNames(parties), mediators: people, rooms: places, free }
  })
  if (!found) return { notFound: true }
  const { head, ...rest } = found
  const form = formFor(head.mediatorId)
  const { reference } = head
  const common = { form, caseId, reference, hasOnline, token: request.formToken(), today: request.today }
  const body = <NewOfferPage {...common} {...rest} />
  return { page: { title: 'Offer times', invalid: hasErrors(form), body } }
}

/** What is free then, without what is just offered to the other of the case: nobody is to see the other's choice by what is gone. */
async function freeFor(scope: Scope, caseId: Id, wish: OfferWish): Promise<FreeTime[]> {
  const { place, means, minutes, first, last } = wish
  const [people, places] = await Promise.all([mediators(scope), rooms(scope)])
  const others = await alreadyOffered(scope, caseId, offerKinds[wish.what].zone)
  const found: FreeTime[] = []
  for (const { id: mediatorId, name: mediator } of people.filter((it) => wish.mediatorIds.includes(it.id))) {
    const wanted = { mediatorId, place, minutes, from: startOfDayInLondon(first), most: 60, mostOnOneDay: 6 }
    for (const slot of await freeSlots(scope, wanted)) {
      if (Temporal.PlainDate.compare(todayInLondon(slot.startsAt), last) > 0) continue
      if (others.some((it) => overlaps(it, slot))) continue
      const room = places.find((it) => it.id === slot.roomId)
      found.push({
        ...slot,
        mediatorId,
        mediator,
        place: room ? `${room.name}, ${room.venue.name}` : withoutPlace(means),
      })
    }
  }
  return found.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt)).slice(0, mostShown)
}

/** More nobody ticks through. */
const mostShown = 40

type Range = Pick<FreeTime, 'startsAt' | 'endsAt'>
const overlaps = (one: Range, other: Range) =>
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 && Temporal.Instant.compare(other.startsAt, one.endsAt) < 0

const refusals: Readonly<Record<Exclude<OfferRefusal, 'no-such-case'>, FormErrors>> = {
  'case-closed': { '': 'This case is closed. Open it again to offer times' },
  'in-the-past': { 'times[]': 'One of these times has begun meanwhile. Choose again' },
  'end-too-late': { answer_by: 'They should answer before the last of the times that you offer' },
  'offered-to-other': { 'times[]': 'One of these times is offered to the other party just now. Choose another' },
}

async function offer(request: Request, tools: TellingTools): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId) || !request.staff) return { notFound: true }
  const reading = readWish(request.form, request.today)
  if (!reading.ok) return page(request, tools, () => reading.form)
  const { wish, values } = reading
  const again = (errors: FormErrors) => page(request, tools, () => ({ values, errors }), wish)
  if (wish.means === 'online' && !tools.hasOnline)
    return again({ place: 'Choose a room, any room of a place, or by telephone' })
  if (request.form.values.look === 'yes') return again({})
  if (wish.ticked.length === 0) return again({ 'times[]': 'Choose at least one of the free times below' })
  const deed = { purpose: 'booking', deed: 'times.chosen-from', caseId } as const
  const free = await request.desk.read(request.staff.id, deed, (scope) => freeFor(scope, caseId, wish))
  const times = tickedAmong(free, wish.ticked)
  if (!times) return again({ 'times[]': 'One of these times is not free any more. Choose again' })
  const input = {
    key: request.form.key,
    caseId,
    ...offerKinds[wish.what],
    means: wish.means,
    answerBy: wish.answerBy,
    times,
  } as const
  const outcome = await offerTimes(request.desk, request.staff.id, input, tools)
  if (outcome.done) return { redirect: `/office/offers/${outcome.value.offerId}` }
  return outcome.reason === 'no-such-case' ? { notFound: true } : again(refusals[outcome.reason])
}
