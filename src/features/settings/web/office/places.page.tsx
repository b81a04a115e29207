import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Tag } from '../../../../ui/components/tag.tsx'
import { allPlaces, type Place } from '../../data/settings-history.ts'
import { Lines } from './history.tsx'
import { settingsView } from './settings-form.tsx'

/** Where the service meets people. */
export const placeList = () =>
  settingsView('/office/settings/places', (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => ({
      title: 'Places and rooms',
      body: <PlaceList places={await allPlaces(scope)} />,
    })),
  )

const PlaceList = ({ places }: { readonly places: readonly Place[] }) => (
  <>
    <BackLink href="/office/settings">Settings</BackLink>
    <h1 class="govuk-heading-l">Places and rooms</h1>
    <Button href="/office/settings/places/new">Add a place</Button>
    {places.length === 0 && <InsetText>Places where you meet people appear here, each with its rooms.</InsetText>}
    {places.map((place) => (
      <SummaryList
        card={{
          title: { content: place.name },
          actions: { items: [{ href: `/office/settings/places/${place.id}`, content: 'Change' }] },
        }}
        rows={[
          !place.inUse && { key: 'State', value: <Tag colour="grey">Not used any more</Tag> },
          { key: 'Address', value: <Lines text={`${place.address}\n${place.postcode}`} /> },
          place.arriving !== '' && { key: 'How to get there', value: <Lines text={place.arriving} /> },
          { key: 'Rooms', value: <Rooms place={place} /> },
        ]}
      />
    ))}
  </>
)

const Rooms = ({ place }: { readonly place: Place }) =>
  place.rooms.length === 0 ? (
    <>None yet: nothing can be booked here</>
  ) : (
    <ul class="govuk-list">
      {place.rooms.map((room) => (
        <li>
          {room.name}
          {!room.inUse && ' (not used any more)'}
        </li>
      ))}
    </ul>
  )
