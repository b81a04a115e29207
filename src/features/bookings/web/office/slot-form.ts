import { z } from 'zod'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { asTyped, readForm } from '../../../../platform/web/read-form.ts'
import type { SentForm } from '../../../../platform/web/sent-form.ts'
import { datePartName } from '../../../../ui/forms/choice-fields.tsx'
import type { FormErrors, FormState, FormValues } from '../../../../ui/forms/form-state.ts'
import { serviceTimeZone } from '../../../../values/calendar-days.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { readInstant } from '../../../../values/instants.ts'
import { type PartialDateReason, readPartialDate, wholeDate } from '../../../../values/partial-date.ts'
import { instantInLondon, readTime, type TimeReason } from '../../../../values/typed-time.ts'
import { lengths, type Slot } from '../../domain/appointment.ts'

const dateWords: Readonly<Partial<Record<PartialDateReason, string>>> = {
  'date.dayNotReal': 'The day must be a number from 1 to 31',
  'date.monthNotReal': 'The month must be a number from 1 to 12, or its name',
  'date.yearNotReal': 'The year must have four digits, like 2026',
  'date.noSuchDay': 'There is no such day in that month',
}
const dateMissing = 'Enter the date, like 24 11 2026'

const timeWords: Readonly<Record<TimeReason, string>> = {
  'time.empty': 'Enter the time, like 2:30pm or 14:30',
  'time.notTime': 'Enter the time, like 2:30pm or 14:30',
  'time.halfOfDay': 'Say whether that is am or pm, like 2:30pm',
  'time.notQuarter': 'Appointments begin on the quarter of an hour, like 2:15pm or 2:30pm',
}

const id = (message: string) =>
  z
    .string({ error: message })
    .refine(isId, message)
    .transform((text) => text as Id)

const hasNoRoom = (place: string) => place === 'telephone' || place === 'online'

const placeMissing = 'Choose a room, or by telephone'

/** The fields by which a time and a place are chosen. */
export const slotFields = {
  minutes: z
    .string({ error: 'Choose how long it takes' })
    .refine((text) => lengths.includes(Number(text)), 'Choose how long it takes')
    .transform(Number),
  place: z.string({ error: placeMissing }).refine((text) => hasNoRoom(text) || isId(text), placeMissing),
}
/** Why it is booked although the mediator is not there then, or we are closed. */
export const outsideField = { outside_reason: optionalText(500) }
export const mediatorField = { mediator: id('Choose a mediator') }
/** The same where there is one already: a form without it leaves it as it is. */
export const otherMediatorField = { mediator: mediatorField.mediator.optional() }

export type SlotReading<Rest> =
  | { readonly ok: true; readonly value: Rest; readonly slot: Omit<Slot, 'mediatorId'>; readonly values: FormValues }
  | { readonly ok: false; readonly form: FormState }

/**
 * Reads a form that chooses a time and a place, with the other fields of the schema; a free time that was offered and taken stands
 * in place of what was typed. Errors come in the order of the page.
 */
export function readSlotForm<Schema extends z.ZodType<{ minutes: number; place: string }>>(
  schema: Schema,
  sent: SentForm,
  { order, hasOnline = false }: { readonly order: readonly string[]; readonly hasOnline?: boolean | undefined },
): SlotReading<z.output<Schema>> {
  const form = withTaken(sent)
  const reading = readForm(schema, form)
  const when = readWhen(form)
  const noOnline = reading.ok && reading.value.place === 'online' && !hasOnline
  if (reading.ok && when.ok && !noOnline) {
    const { minutes, place } = reading.value
    const means = hasNoRoom(place) ? place : 'room'
    const roomId = hasNoRoom(place) ? null : (place as Id)
    const slot = { means, roomId, startsAt: when.startsAt, endsAt: when.startsAt.add({ minutes }) } as const
    return { ok: true, value: reading.value, slot, values: asTyped(form) }
  }
  const errors = {
    ...(when.ok ? {} : when.errors),
    ...(reading.ok ? {} : reading.errors),
    ...(noOnline ? { place: placeMissing } : {}),
  }
  return { ok: false, form: { values: asTyped(form), errors: inOrder(atTheirInputs(errors), order) } }
}

/** The input of the day bears the name of the whole date. */
function atTheirInputs({ [datePartName('date', 'day')]: dayError, ...errors }: FormErrors): FormErrors {
  return dayError ? { ...errors, date: dayError } : errors
}

function inOrder(errors: FormErrors, order: readonly string[]): FormErrors {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.fromEntries(Object.entries(errors).toSorted(([one], [other]) => place(one) - place(other)))
}

type When =
  | { readonly ok: true; readonly startsAt: Temporal.Instant }
  | { readonly ok: false; readonly errors: FormErrors }

function readWhen({ values }: SentForm): When {
  const typed = (part: 'day' | 'month' | 'year') => values[datePartName('date', part)] ?? ''
  const read = readPartialDate({ day: typed('day'), month: typed('month'), year: typed('year') })
  const date = read.done ? wholeDate(read.value) : null
  const time = readTime(values.time ?? '')
  if (date && time.done) {
    const startsAt = instantInLondon(date, time.value)
    if (startsAt) return { ok: true, startsAt }
    return { ok: false, errors: { time: 'The clocks go forward that night: there is no such time. Choose another' } }
  }
  const dateError = date ? {} : { date: (!read.done && dateWords[read.reason]) || dateMissing }
  return { ok: false, errors: { ...dateError, ...(time.done ? {} : { time: timeWords[time.reason] }) } }
}

function withTaken(form: SentForm): SentForm {
  const { take = '', ...values } = form.values
  const instant = readInstant(take)
  return { ...form, values: instant ? { ...values, ...whenValues(instant) } : values }
}

/** A time as the form's fields show it. */
export function whenValues(instant: Temporal.Instant): Record<string, string> {
  const local = instant.toZonedDateTimeISO(serviceTimeZone)
  return {
    [datePartName('date', 'day')]: String(local.day),
    [datePartName('date', 'month')]: String(local.month),
    [datePartName('date', 'year')]: String(local.year),
    time: `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`,
  }
}
