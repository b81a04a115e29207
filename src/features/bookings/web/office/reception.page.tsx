import { BackLink } from '../../../../ui/components/back-link.tsx'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { timeOfDay } from '../../../../ui/dates.ts'
import type { Appointment } from '../../data/appointment-reads.ts'
import { arrivalsByVenue } from '../../domain/reception.ts'

/** Who comes on a day and when, place by place: a sheet for reception, which bears the title of its page. */
export function ReceptionSheet(props: {
  readonly day: Temporal.PlainDate
  readonly appointments: readonly Appointment[]
}) {
  const venues = arrivalsByVenue(props.appointments)
  return (
    <>
      <div class="ev-no-print">
        <BackLink href={`/office/diary?day=${props.day}`}>Diary</BackLink>
      </div>
      {venues.size === 0 && <p class="govuk-body">Nobody comes on this day.</p>}
      {[...venues].map(([venue, arrivals]) => (
        <ScrollArea label={`Who comes to ${venue}`}>
          <Table
            caption={venue}
            captionClasses="govuk-table__caption--m"
            head={['Comes', 'Leaves', 'Who', 'Waits', 'Room', 'Asks for']}
            rows={arrivals.map((it) => [
              timeOfDay(it.startsAt),
              timeOfDay(it.endsAt),
              it.name,
              it.waitsApart ? 'In a waiting room alone' : 'In the waiting room',
              it.room,
              it.mediatorName,
            ])}
          />
        </ScrollArea>
      ))}
      <p class="govuk-body">
        Tell nobody who else comes. Whoever waits alone is shown in at once and shown out by a colleague. Destroy this
        sheet at the end of the day.
      </p>
    </>
  )
}
