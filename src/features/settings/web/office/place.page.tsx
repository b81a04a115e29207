import { z } from 'zod'
import { requiredText, tooLong } from '../../../../platform/web/field-schemas.ts'
import { Button } from '../../../../ui/components/button.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { CheckboxesField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { PostcodeField, TextAreaField, TextField } from '../../../../ui/forms/text-fields.tsx'
import { type Id, isId } from '../../../../values/ids.ts'
import { readPostcode } from '../../../../values/postcode.ts'
import { correctVenue, openRoom, openVenue, type PlaceReason } from '../../actions/change-places.ts'
import { allPlaces, formerDescriptions, type Place } from '../../data/settings-history.ts'
import type { VenueDescription } from '../../data/settings-writes.ts'
import { History, Lines, type Names, settersOf, Unseen } from './history.tsx'
import { ActButton, type SettingsPage, type SettingsRequest } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

interface Shown {
  readonly place: Place
  readonly former: Awaited<ReturnType<typeof formerDescriptions>>
  readonly names: Names
}

const back = { href: '/office/settings/places', text: 'Places and rooms' }

const form = z
  .object({
    name: requiredText('Enter a name for the place, like Mill Lane', 100),
    address: requiredText('Enter the address of the place', 500),
    postcode: requiredText('Enter a postcode, like NR1 1AA', 20),
    arriving: z.string().max(1000, tooLong(1000)).default(''),
    waiting: z.array(z.string()).catch([]).default([]),
  })
  .transform(({ waiting, ...sent }, context): VenueDescription => {
    const postcode = readPostcode(sent.postcode)
    if (!postcode.done) {
      context.addIssue({ code: 'custom', path: ['postcode'], message: 'Enter a postcode, like NR1 1AA' })
    }
    return { ...sent, postcode: postcode.done ? postcode.value : '', separateWaiting: waiting.includes('apart') }
  })

const refusals: Readonly<Record<PlaceReason, { field: string; message: string }>> = {
  nameTaken: { field: 'name', message: 'Another one in use has this name. Choose a name that tells them apart' },
  noSuch: { field: 'name', message: 'There is no such place any more' },
}

const placeIdOf = (request: SettingsRequest): Id | null =>
  isId(request.params.placeId) ? request.params.placeId : null

const PlaceFields = ({ form: state }: { readonly form: FormState }) => (
  <>
    <TextField form={state} name="name" label="Name" hint="As people know it" width={30} />
    <TextAreaField form={state} name="address" label="Address" rows={4} />
    <PostcodeField form={state} name="postcode" />
    <TextAreaField
      form={state}
      name="arriving"
      label="How to get there and in (optional)"
      hint="Parking, buses, steps, which bell to ring"
      rows={4}
    />
    <CheckboxesField
      form={state}
      name="waiting[]"
      legend="Waiting"
      legendSize="s"
      items={[{ value: 'apart', content: 'Two people can wait in two rooms' }]}
    />
  </>
)

/** A place that was not there before. */
export const newPlacePage = (): SettingsPage<VenueDescription, null, PlaceReason> => ({
  path: '/office/settings/places/new',
  title: () => 'Add a place',
  button: 'Add this place',
  back,
  load: async () => ({ shown: null, values: {} }),
  schema: () => form,
  act: (request, venue) => openVenue(request.desk, request.staff.id, { key: request.form.key, venue }),
  refusals,
  done: (_, answer) => `/office/settings/places/${answer.venueId}?saved=places`,
  fields: (state) => <PlaceFields form={state} />,
})

/** A place with its rooms: what is said of it, what can be booked. */
export const placePage = (tools: SettingsTools): SettingsPage<VenueDescription, Shown, PlaceReason> => ({
  path: '/office/settings/places/:placeId',
  title: ({ place }) => place.name,
  known: (request) => placeIdOf(request) !== null,
  button: 'Save',
  back,
  load: (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const place = (await allPlaces(scope)).find((it) => it.id === placeIdOf(request))
      if (!place) return null
      const former = await formerDescriptions(scope, place.id)
      const names = await tools.staffNames(scope, settersOf(former))
      const { name, address, postcode, arriving } = place
      const waiting = place.separateWaiting ? { 'waiting[]': 'apart' } : {}
      return { shown: { place, former, names }, values: { name, address, postcode, arriving, ...waiting } }
    }),
  schema: () => form,
  act: (request, venue) =>
    correctVenue(request.desk, request.staff.id, { key: request.form.key, id: placeIdOf(request) as Id, venue }),
  refusals,
  done: () => '/office/settings/places?saved=places',
  fields: (state) => <PlaceFields form={state} />,
  below: (shown, request) => <BelowPlace {...shown} request={request} />,
})

function BelowPlace({ place, former, names, request }: Shown & { readonly request: SettingsRequest }) {
  return (
    <>
      <History
        summary="What was said of it before"
        recorded={former}
        names={names}
        what={(one) => <Lines text={[one.name, one.address, one.postcode, one.arriving].filter(Boolean).join('\n')} />}
      />
      <h2 class="govuk-heading-m">Rooms</h2>
      {place.rooms.length > 0 && (
        <Table
          head={['Room', 'State', { content: <Unseen words="What you can do" /> }]}
          rows={place.rooms.map((room) => [
            room.name,
            room.inUse ? 'In use' : 'Not used any more',
            <UseButton request={request} action={`/office/settings/rooms/${room.id}/use`} {...room} />,
          ])}
        />
      )}
      <Button href={`/office/settings/places/${place.id}/new-room`} classes="govuk-button--secondary">
        Add a room
      </Button>
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/settings/places/${place.id}/outreach`}>
          Legal aid code
        </a>{' '}
        <a class="govuk-link" href={`/office/settings/places/${place.id}/travel`}>
          Travel to other places
        </a>
      </p>
      <h2 class="govuk-heading-m">{place.inUse ? 'When you leave this place' : 'This place is not used any more'}</h2>
      <p class="govuk-body">
        {place.inUse
          ? 'Nothing new can be booked here and the website no longer shows it. What is booked stays booked.'
          : 'It is not shown on the website and cannot be booked.'}
      </p>
      <UseButton request={request} action={`/office/settings/places/${place.id}/use`} {...place} />
    </>
  )
}

const UseButton = (props: {
  readonly request: SettingsRequest
  readonly action: string
  readonly name: string
  readonly inUse: boolean
}) => (
  <ActButton request={props.request} action={props.action} name="use" value={props.inUse ? 'no' : 'yes'}>
    {props.inUse ? 'Stop using' : 'Use again'}
    <span class="govuk-visually-hidden"> {props.name}</span>
  </ActButton>
)

/** A new room of a place. */
export const newRoomPage = (): SettingsPage<{ name: string }, { readonly place: Place }, PlaceReason> => ({
  path: '/office/settings/places/:placeId/new-room',
  title: ({ place }) => `Add a room at ${place.name}`,
  known: (request) => placeIdOf(request) !== null,
  button: 'Add this room',
  back,
  load: (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const place = (await allPlaces(scope)).find((it) => it.id === placeIdOf(request))
      return place ? { shown: { place }, values: {} } : null
    }),
  schema: () => z.object({ name: requiredText('Enter a name for the room, like Room 2 or The blue room', 100) }),
  act: (request, { name }) =>
    openRoom(request.desk, request.staff.id, {
      key: request.form.key,
      venueId: placeIdOf(request) as Id,
      name,
    }),
  refusals,
  done: (request) => `/office/settings/places/${placeIdOf(request)}?saved=places`,
  fields: (state) => <TextField form={state} name="name" label="Name" hint="As it says on the door" width={20} />,
})
