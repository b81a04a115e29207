import { z } from 'zod'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { asParty } from '../../../../platform/web/party-request.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type FormErrors, hasErrors } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { answerOffer, ownOffers, takeTime } from '../../../booking-offers/index.ts'
import { portalPage } from './parts.tsx'
import { TimesPage, type TimesPageProps } from './times.page.tsx'

type Request = PartyRequest<PurposeKey>

export interface TimesTools {
  readonly published: () => Promise<{ readonly telephone: string }>
}

/** Where a party takes one of the times that are offered to them, or says which they can do. */
export function timesRoutes(tools: TimesTools): Route<PurposeKey>[] {
  const base = { area: 'portal', purpose: 'booking', entry: 'party' } as const
  const path = '/portal/times'
  return [
    { ...base, method: 'GET', path, handle: (request) => show(tools, asParty(request)) },
    { ...base, method: 'POST', path: `${path}/:offerId/take`, handle: (request) => take(tools, asParty(request)) },
    { ...base, method: 'POST', path: `${path}/:offerId/answer`, handle: (request) => answer(tools, asParty(request)) },
  ]
}

const heard = 'We have your answer. We get in touch when a time is booked.'
const over = 'That offer is over. If you would still like to say when you can come, ring us.'
const taken = 'That time cannot be had any more. Nothing is lost: these are the times that remain.'

async function show(
  tools: TimesTools,
  request: Request,
  more: Partial<Pick<TimesPageProps, 'sent' | 'told'>> = {},
): Promise<Reply> {
  const deed = { purpose: 'booking', deed: 'times.own-listed' } as const
  const offers = await request.desk.read(request.party.id, deed, ownOffers)
  const { telephone } = await tools.published()
  const { sent = null, told = request.query.told === 'heard' ? heard : null } = more
  const wanted = request.query.offer ?? null
  const body = <TimesPage {...{ request, offers, telephone, sent, told, wanted }} />
  return portalPage('Times to choose from', body, sent !== null && hasErrors(sent.form))
}

const again = (tools: TimesTools, request: Request, offerId: Id, errors: FormErrors) =>
  show(tools, request, { sent: { offerId, form: { values: asTyped(request.form), errors } } })

async function take(tools: TimesTools, request: Request): Promise<Reply> {
  const { offerId } = request.params
  if (!isId(offerId)) return { notFound: true }
  const { time } = request.form.values
  if (!isId(time)) return again(tools, request, offerId, { time: 'Choose one of the times' })
  const outcome = await takeTime(request.desk, request.party.id, { key: request.form.key, timeId: time })
  if (outcome.done) return { redirect: '/portal?told=booked' }
  if (outcome.reason === 'no-such-time') return { notFound: true }
  return show(tools, request, { told: outcome.reason === 'taken' ? taken : over })
}

const answerForm = z.object({ times: z.array(z.string()).catch([]).default([]), words: optionalText(1000) })

async function answer(tools: TimesTools, request: Request): Promise<Reply> {
  const { offerId } = request.params
  if (!isId(offerId)) return { notFound: true }
  const reading = readForm(answerForm, request.form)
  if (!reading.ok) return again(tools, request, offerId, reading.errors)
  const { words } = reading.value
  const deed = { purpose: 'booking', deed: 'times.own-listed' } as const
  const offer = (await request.desk.read(request.party.id, deed, ownOffers)).find((it) => it.id === offerId)
  const times = (offer?.times ?? []).filter((it) => reading.value.times.includes(it.id)).map((it) => it.id)
  if (offer && times.length < reading.value.times.length)
    return again(tools, request, offerId, { 'times[]': 'Choose from the times that are here' })
  if (times.length === 0 && !words)
    return again(tools, request, offerId, { words: 'Say which times you can do, or what would suit you' })
  const input = { key: request.form.key, offerId, times, words: words ?? '' }
  const outcome = await answerOffer(request.desk, request.party.id, input)
  return outcome.done ? { redirect: '/portal/times?told=heard' } : show(tools, request, { told: over })
}
