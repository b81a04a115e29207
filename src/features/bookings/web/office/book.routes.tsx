import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import type { PageRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormState, filledForm } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { caseHead, partiesOf, zoneNames } from '../../../cases/index.ts'
import { lastConfirmed } from '../../../people/index.ts'
import { bookAppointment } from '../../actions/book-appointment.ts'
import type { TellingTools } from '../../actions/tell-parties.ts'
import type { Slot } from '../../domain/appointment.ts'
import { BookPage } from './book.page.tsx'
import { freeTimesFrom, readChoices } from './choices.ts'
import { isTaken, refusalErrors } from './refusal-words.ts'
import { mediatorField, outsideField, readSlotForm, slotFields } from './slot-form.ts'

type Request = PageRequest<PurposeKey>
const base = { area: 'office', purpose: 'booking', entry: 'purpose', path: '/office/cases/:caseId/book' } as const

/** Booking an appointment in a case. */
export const bookRoutes = (tools: TellingTools): Route<PurposeKey>[] => [
  { ...base, method: 'GET', handle: (request) => blank(request, tools) },
  { ...base, method: 'POST', handle: (request) => book(request, tools) },
]

const bookForm = z.object({
  what: oneOf(['miam-A', 'miam-B', 'session'], 'Choose what it is'),
  ...mediatorField,
  ...slotFields,
  ...outsideField,
  confirmed: z.array(z.string()).catch([]).default([]),
})
const order = ['what', 'mediator', 'date', 'time', 'minutes', 'place']
const bookings = {
  'miam-A': { kind: 'miam', zone: 'A' },
  'miam-B': { kind: 'miam', zone: 'B' },
  session: { kind: 'session', zone: 'both' },
} as const

/** A blank form knows the case's mediator, and how long a MIAM usually takes. */
async function blank(request: Request, tools: TellingTools): Promise<Reply> {
  return bookPage(request, tools, (mediatorId) => filledForm({ mediator: mediatorId ?? '', minutes: '60' }))
}

async function bookPage(
  request: Request,
  { hasOnline = false }: TellingTools,
  formFor: (mediatorId: Id | null) => FormState,
  wanted: Slot | null = null,
): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId) || !request.staff) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'case.booking', caseId } as const
  const found = await request.desk.read(request.staff.id, deed, async (scope) => {
    const head = await caseHead(scope, caseId)
    if (!head) return null
    const parties = await partiesOf(scope, caseId)
    const confirmed = await lastConfirmed(
      scope,
      parties.map((it) => it.personId),
    )
    const lastAsked = parties.map(({ side, personId }) => ({ side, at: confirmed.get(personId) ?? null }))
    return {
      head,
      names: zoneNames(parties),
      lastAsked,
      choices: await readChoices(scope),
      free: wanted && (await freeTimesFrom(scope, wanted)),
    }
  })
  if (!found) return { notFound: true }
  const { head, ...rest } = found
  const form = formFor(head.mediatorId)
  const { reference } = head
  const props = { form, caseId, reference, token: request.formToken(), today: request.today, hasOnline, ...rest }
  const invalid = Object.keys(form.errors).length > 0
  return { page: { title: 'Book an appointment', invalid, body: <BookPage {...props} /> } }
}

async function book(request: Request, tools: TellingTools): Promise<Reply> {
  const { caseId } = request.params
  if (!isId(caseId) || !request.staff) return { notFound: true }
  const reading = readSlotForm(bookForm, request.form, { order, hasOnline: tools.hasOnline })
  if (!reading.ok) return bookPage(request, tools, () => reading.form)
  const slot = { ...reading.slot, mediatorId: reading.value.mediator }
  const confirmedWith = (['A', 'B'] as const).filter((side) => reading.value.confirmed.includes(side))
  const outsideReason = reading.value.outside_reason
  const booking = {
    key: request.form.key,
    caseId,
    ...bookings[reading.value.what],
    ...slot,
    confirmedWith,
    outsideReason,
  }
  const outcome = await bookAppointment(request.desk, request.staff.id, booking, tools)
  if (outcome.done) return { redirect: `/office/appointments/${outcome.value.appointmentId}` }
  const { reason } = outcome
  if (reason === 'no-such-case') return { notFound: true }
  const form = { values: reading.values, errors: refusalErrors(reason, order) }
  return bookPage(request, tools, () => form, isTaken(reason) ? slot : null)
}
