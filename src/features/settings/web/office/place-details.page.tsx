import { z } from 'zod'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Id, isId } from '../../../../values/ids.ts'
import { recordOutreachCode, sayTravelTime } from '../../actions/describe-place.ts'
import { type OutreachCode, outreachCodes, travelTimes } from '../../data/place-details.ts'
import { allPlaces, type Place } from '../../data/settings-history.ts'
import type { SettingsPage, SettingsRequest } from './settings-form.tsx'
import { dateValues, wholeDateField } from './whole-date.ts'

const back = { href: '/office/settings/places', text: 'Places and rooms' }
const deed = { purpose: 'administration', deed: 'settings.opened' } as const
const placeIdOf = (request: SettingsRequest): Id | null =>
  isId(request.params.placeId) ? request.params.placeId : null
const known = (request: SettingsRequest) => placeIdOf(request) !== null
const done = (request: SettingsRequest) => `/office/settings/places/${placeIdOf(request)}?saved=places`
const noSuch = { field: '', message: 'There is no such place any more' }

interface ShownCodes {
  readonly place: Place
  readonly codes: readonly OutreachCode[]
}

const codeMessage = 'Enter the three letters or digits of the code, like 01A'
const codeForm = z
  .object({
    code: z
      .string()
      .max(10, codeMessage)
      .default('')
      .transform((typed) => typed.toUpperCase() || null)
      .refine((code) => code === null || /^[0-9A-Z]{3}$/.test(code), codeMessage),
  })
  .and(wholeDateField('from', 'Enter the day from which it counts'))

/** The code that a place has in claims for legal aid: unknown codes come back from the Legal Aid Agency as errors. */
export const outreachPage = (): SettingsPage<z.output<typeof codeForm>, ShownCodes, 'noSuch'> => ({
  path: '/office/settings/places/:placeId/outreach',
  title: ({ place }) => `Legal aid code of ${place.name}`,
  known,
  button: 'Save this code',
  back,
  load: (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const place = (await allPlaces(scope)).find((it) => it.id === placeIdOf(request))
      if (!place) return null
      const codes = await outreachCodes(scope, place.id)
      return { shown: { place, codes }, values: { code: codes[0]?.code ?? '', ...dateValues('from', request.today) } }
    }),
  schema: () => codeForm,
  act: (request, { code, from }) =>
    recordOutreachCode(request.desk, request.staff.id, {
      ...{ key: request.form.key, venueId: placeIdOf(request) as Id, code, inForceFrom: from },
    }),
  refusals: { noSuch },
  done,
  fields: (form) => (
    <>
      <TextField
        form={form}
        name="code"
        label="Outreach code"
        hint="As the contract for legal aid has it. Empty: no outreach place from that day"
        width={5}
      />
      <DateField form={form} name="from" legend="From which day?" legendSize="s" hint="For example, 1 4 2027" />
    </>
  ),
  below: ({ codes }) =>
    codes.length === 0 ? (
      <InsetText>This is no outreach place: no code was recorded.</InsetText>
    ) : (
      <ul class="govuk-list">
        {codes.map((it) => (
          <li>
            {it.code ?? 'No outreach place'}, from {plainDate(Temporal.PlainDate.from(it.inForceFrom))}
          </li>
        ))}
      </ul>
    ),
})

interface ShownTravel {
  readonly place: Place
  readonly others: readonly (Place & { readonly minutes: number })[]
}

const travelForm = z.object({
  to: z.string({ error: 'Choose the other place' }).refine(isId, 'Choose the other place'),
  minutes: z
    .string({ error: 'Enter how many minutes it takes' })
    .regex(/^\d{1,3}$/, 'Enter how many minutes it takes')
    .transform(Number)
    .refine((minutes) => minutes <= 480, 'Enter eight hours or less, in minutes'),
})

/** How long a mediator takes from a place to another. */
export const travelPage = (): SettingsPage<z.output<typeof travelForm>, ShownTravel, 'noSuch'> => ({
  path: '/office/settings/places/:placeId/travel',
  title: ({ place }) => `From ${place.name} to another place`,
  known,
  button: 'Save',
  back,
  load: (request) =>
    request.desk.read(request.staff.id, deed, async (scope) => {
      const [places, minutesTo] = await Promise.all([allPlaces(scope), travelTimes(scope)])
      const place = places.find((it) => it.id === placeIdOf(request))
      if (!place) return null
      const others = places.filter((it) => it !== place).map((it) => ({ ...it, minutes: minutesTo(place.id, it.id) }))
      return { shown: { place, others }, values: {} }
    }),
  schema: () => travelForm,
  act: (request, { to, minutes }) =>
    sayTravelTime(request.desk, request.staff.id, {
      ...{ key: request.form.key, from: placeIdOf(request) as Id, to: to as Id, minutes },
    }),
  refusals: { noSuch: { field: 'to', message: 'Choose the other place' } },
  done,
  fields: (form, { others }) => (
    <>
      <SelectField
        form={form}
        name="to"
        label="To"
        items={[{ value: '', text: 'Choose' }, ...others.map((it) => ({ value: it.id, text: it.name }))]}
      />
      <TextField form={form} name="minutes" label="Minutes on the way" width={4} />
    </>
  ),
  below: ({ others }) => (
    <ul class="govuk-list">
      {others.map((it) => (
        <li>
          {it.name}: {it.minutes} minutes
        </li>
      ))}
    </ul>
  ),
})
