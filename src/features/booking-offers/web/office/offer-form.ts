import { z } from 'zod'
import { oneOf } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { SentForm } from '../../../../platform/web/sent-form.ts'
import type { FormErrors, FormState } from '../../../../ui/forms/form-state.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { lengths, type Means, type WantedPlace } from '../../../bookings/index.ts'
import { wholeDateField } from '../../../settings/index.ts'
import type { ChosenTime } from '../../data/offer-writes.ts'

export const offerKinds = {
  'miam-A': { kind: 'miam', zone: 'A' },
  'miam-B': { kind: 'miam', zone: 'B' },
  session: { kind: 'session', zone: 'both' },
} as const

const placeMissing = 'Choose a room, any room of a place, or by telephone'
const mediatorsMissing = 'Choose one mediator or more'

const schema = z
  .object({
    what: oneOf(['miam-A', 'miam-B', 'session'], 'Choose what it is'),
    mediators: z
      .array(z.string(), { error: mediatorsMissing })
      .refine((chosen) => chosen.length > 0 && chosen.length <= 10 && chosen.every(isId), mediatorsMissing),
    minutes: z
      .string({ error: 'Choose how long it takes' })
      .refine((text) => lengths.includes(Number(text)), 'Choose how long it takes')
      .transform(Number),
    place: z.string({ error: placeMissing }).refine((text) => placeOf(text) !== null, placeMissing),
    times: z.array(z.string()).default([]),
  })
  .and(wholeDateField('first', 'Enter the first day'))
  .and(wholeDateField('last', 'Enter the last day'))
  .and(wholeDateField('answer_by', 'Enter the day by which they should answer'))

export interface OfferWish {
  readonly what: keyof typeof offerKinds
  readonly mediatorIds: readonly Id[]
  readonly minutes: number
  readonly place: WantedPlace
  readonly means: Means
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
  readonly answerBy: Temporal.PlainDate
  /** As they were ticked. */
  readonly ticked: readonly string[]
}

export type WishReading =
  | { readonly ok: true; readonly wish: OfferWish; readonly values: FormState['values'] }
  | { readonly ok: false; readonly form: FormState }

/** `room:…`, `venue:…`, `telephone` or `online`; of the last two neither wants a room. */
export function placeOf(text: string): WantedPlace | null {
  if (text === 'telephone' || text === 'online') return 'telephone'
  const [what, id] = text.split(':')
  if (!isId(id)) return null
  return what === 'room' ? { roomId: id } : what === 'venue' ? { venueId: id } : null
}

/** Days that are searched for free times. */
const longestSpan = 14

/** Reads what is wanted: who, where, how long and between which days. */
export function readWish(sent: SentForm, today: Temporal.PlainDate): WishReading {
  const values = asTyped(sent)
  const reading = readForm(schema, sent)
  if (!reading.ok) return { ok: false, form: { values, errors: atTheirInputs(reading.errors) } }
  const { what, minutes, mediators, times } = reading.value
  const [first, last, answerBy] = [reading.value.first, reading.value.last, reading.value.answer_by].map((it) =>
    Temporal.PlainDate.from(it),
  ) as [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate]
  const errors = daysFault({ first, last, answerBy }, today)
  if (errors) return { ok: false, form: { values, errors } }
  const place = placeOf(reading.value.place) ?? 'telephone'
  const means = ['telephone', 'online'].find((it) => it === reading.value.place) as Means | undefined
  const mediatorIds = mediators as Id[]
  return {
    ok: true,
    values,
    wish: { what, minutes, mediatorIds, place, means: means ?? 'room', first, last, answerBy, ticked: times },
  }
}

const atTheirInputs = ({ mediators, times, ...errors }: FormErrors): FormErrors => ({
  ...(errors.what ? { what: errors.what } : {}),
  ...(mediators ? { 'mediators[]': mediators } : {}),
  ...errors,
  ...(times ? { 'times[]': times } : {}),
})

const after = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0

function daysFault(
  { first, last, answerBy }: Pick<OfferWish, 'first' | 'last' | 'answerBy'>,
  today: Temporal.PlainDate,
): FormErrors | null {
  if (after(today, first)) return { first: 'Choose a first day that is still to come' }
  if (after(first, last)) return { last: 'The last day cannot be before the first' }
  if (first.until(last).days >= longestSpan) return { last: 'Choose a last day within two weeks of the first' }
  if (after(today, answerBy)) return { answer_by: 'Choose a day that is still to come' }
  if (after(answerBy, last)) return { answer_by: 'They should answer before the last of the days is over' }
  return null
}

/** A free time as the value of its box. */
export const boxOf = (time: ChosenTime): string =>
  [time.mediatorId, time.roomId ?? 'telephone', time.startsAt.toString()].join(' ')

/** The free times whose boxes were ticked; null when one of them is not free any more. */
export function tickedAmong<Time extends ChosenTime>(free: readonly Time[], ticked: readonly string[]): Time[] | null {
  const found = ticked.flatMap((box) => free.find((it) => boxOf(it) === box) ?? [])
  return found.length === ticked.length ? found : null
}
