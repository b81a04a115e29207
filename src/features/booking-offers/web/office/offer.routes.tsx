import { z } from 'zod'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { blankForm, type FormErrors, type FormState, filledForm, hasErrors } from '../../../../ui/forms/form-state.ts'
import { isId } from '../../../../values/ids.ts'
import type { TellingTools } from '../../../bookings/index.ts'
import { partiesOf, zoneNames } from '../../../cases/index.ts'
import { withdrawOffer } from '../../actions/offer-times.ts'
import { type BookOfferedRefusal, bookOffered, noteAnswer } from '../../actions/settle-offer.ts'
import { offerOf } from '../../data/offer-reads.ts'
import { sidesOf, stateOf } from '../../domain/offer.ts'
import { AnswerPage } from './answer.page.tsx'
import { OfferPage, type OfferPageProps, offerPath } from './offer.page.tsx'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose' } as const
const path = '/office/offers/:id'

/** One offer of times. */
export const offerRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', path, handle: (request) => show(request) },
  { ...base, method: 'POST', path: `${path}/book`, handle: (request) => book(request, tools) },
  { ...base, method: 'POST', path: `${path}/withdraw`, handle: withdraw },
  { ...base, method: 'GET', path: `${path}/answer/:side`, handle: (request) => answerPage(request) },
  { ...base, method: 'POST', path: `${path}/answer/:side`, handle: saveAnswer },
]

type Found = Pick<OfferPageProps, 'offer' | 'names'>

async function find({ params: { id }, staff, desk }: Request): Promise<Found | null> {
  if (!isId(id) || !staff) return null
  const deed = { purpose: 'booking', deed: 'times.opened', subjectId: id } as const
  return desk.read(staff.id, deed, async (scope) => {
    const offer = await offerOf(scope, id)
    if (!offer) return null
    scope.about({ caseId: offer.caseId })
    const { a, b } = zoneNames(await partiesOf(scope, offer.caseId))
    return { offer, names: { A: a, B: b } }
  })
}

async function show(request: Request, form: FormState = blankForm): Promise<Reply> {
  const found = await find(request)
  if (!found) return { notFound: true }
  const body = <OfferPage {...found} form={form} token={request.formToken()} today={request.today} />
  return { page: { title: 'Times offered', invalid: hasErrors(form), body } }
}

const refusals: Readonly<Partial<Record<BookOfferedRefusal, string>>> = {
  'mediator-taken': 'The mediator already has an appointment then. Choose another of the times',
  'room-taken': 'That room is already taken then. Choose another of the times',
  'mediator-walled': 'This mediator knows one of the parties and keeps away. Offer times of another',
  'in-the-past': 'That time is over. Choose one that is still to come',
  'not-open': 'This offer is not open any more',
  'case-closed': 'This case is closed. Open it again to book an appointment',
}
const notAsOffered =
  'Something is not as it was when that time was offered: look at the hours of the mediator and how the two arrive, or book it by hand'

async function book(request: Request, tools: TellingTools): Promise<Reply> {
  const { id } = request.params
  if (!isId(id) || !request.staff) return { notFound: true }
  const input = { key: request.form.key, offerId: id, timeId: request.form.values.time ?? '' }
  const outcome = await bookOffered(request.desk, request.staff.id, input, tools)
  if (outcome.done) return { redirect: `/office/appointments/${outcome.value.appointmentId}` }
  if (outcome.reason === 'no-such-offer' || outcome.reason === 'no-such-case') return { notFound: true }
  return show(request, { values: {}, errors: { '': refusals[outcome.reason] ?? notAsOffered } })
}

async function withdraw(request: Request): Promise<Reply> {
  const { id } = request.params
  const found = await find(request)
  if (!isId(id) || !request.staff || !found) return { notFound: true }
  const outcome = await withdrawOffer(request.desk, request.staff.id, { key: request.form.key, offerId: id })
  if (outcome.done) return { redirect: `/office/cases/${found.offer.caseId}/offers` }
  return show(request, { values: {}, errors: { '': refusals['not-open'] ?? '' } })
}

async function answerPage(request: Request, typed?: FormState): Promise<Reply> {
  const found = await find(request)
  const side = found && sidesOf(found.offer.zone).find((it) => it === request.params.side)
  if (!found || !side) return { notFound: true }
  const said = found.offer.answers.find((it) => it.side === side)
  const form = typed ?? filledForm({ 'times[]': said?.times ?? [], words: said?.words ?? '' })
  const body = <AnswerPage {...found} form={form} side={side} token={request.formToken()} today={request.today} />
  return { page: { title: 'What they can do', invalid: hasErrors(form), body } }
}

const answerForm = z.object({ times: z.array(z.string()).catch([]).default([]), words: optionalText(1000) })

async function saveAnswer(request: Request): Promise<Reply> {
  const found = await find(request)
  const side = found && sidesOf(found.offer.zone).find((it) => it === request.params.side)
  if (!found || !side || !request.staff) return { notFound: true }
  const again = (errors: FormErrors) => answerPage(request, { values: asTyped(request.form), errors })
  if (stateOf(found.offer, request.today) !== 'open') return again({ '': 'This offer is not open any more' })
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return again(reading.errors)
  const { times, words } = reading.value
  if (!times.every((time) => found.offer.times.some((it) => it.id === time)))
    return again({ 'times[]': 'Choose from the times that were offered' })
  if (times.length === 0 && !words)
    return again({ 'times[]': 'Choose the times that they can do, or write what would suit them' })
  const offerId = found.offer.id
  const input = { key: request.form.key, offerId, side, times, words }
  const outcome = await noteAnswer(request.desk, request.staff.id, input)
  if (outcome.done) return { redirect: offerPath(offerId) }
  return outcome.reason === 'no-such-offer' ? { notFound: true } : again({ '': 'This offer is not open any more' })
}
