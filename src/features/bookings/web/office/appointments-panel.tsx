import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { caseHead } from '../../../cases/index.ts'
import { type Appointment, appointments } from '../../data/appointment-reads.ts'
import { AppointmentTag, appointmentPath, whatWords, whenWords, whereWords } from './appointment-words.tsx'

/** The appointments of a case, with the way to book another. */
export const appointmentsPanel: Panel<PurposeKey> = {
  name: 'appointments',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const deed = { purpose: 'booking', deed: 'appointment.listed', caseId } as const
    const { found, live } = await request.desk.read(request.staff.id, deed, async (scope) => {
      const [found, head] = await Promise.all([
        appointments(scope, { caseId, withCancelled: true }),
        caseHead(scope, caseId),
      ])
      return { found, live: head?.status === 'live' }
    })
    return (
      <section aria-labelledby="appointments-heading">
        <h2 class="govuk-heading-m" id="appointments-heading">
          Appointments
        </h2>
        {found.length === 0 ? (
          <p class="govuk-body">Nothing is booked.</p>
        ) : (
          <ScrollArea label="Table of appointments">
            <AppointmentTable appointments={found} today={request.today} />
          </ScrollArea>
        )}
        {live && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/office/cases/${caseId}/book`}>
              Book an appointment
            </a>{' '}
            <a class="govuk-link" href={`/office/cases/${caseId}/offers`}>
              Offer times
            </a>{' '}
            <a class="govuk-link" href={`/office/cases/${caseId}/arrival`}>
              How they arrive
            </a>
          </p>
        )}
      </section>
    )
  },
}

const AppointmentTable = (props: {
  readonly appointments: readonly Appointment[]
  readonly today: Temporal.PlainDate
}) => (
  <Table
    head={['When', 'What', 'Where', 'Mediator', 'Status']}
    rows={props.appointments.map((appointment) => [
      {
        content: (
          <a class="govuk-link" href={appointmentPath(appointment.id)}>
            {whenWords(appointment, props.today)}
          </a>
        ),
      },
      whatWords(appointment),
      whereWords(appointment),
      appointment.mediatorName,
      { content: <AppointmentTag status={appointment.status} /> },
    ])}
  />
)
