import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Table } from '../../../../ui/components/table.tsx'
import { type Appointment, appointments } from '../../data/appointment-reads.ts'
import { AppointmentTag, appointmentPath, whatWords, whenWords, whereWords } from './appointment-words.tsx'

/** The appointments of a case, with the way to book another. */
export const appointmentsPanel: Panel<PurposeKey> = {
  name: 'appointments',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const found = await request.desk.read(
      request.staff.id,
      { purpose: 'booking', deed: 'appointment.listed', caseId },
      (scope) => appointments(scope, { caseId, withCancelled: true }),
    )
    return (
      <section aria-labelledby="appointments">
        <h2 class="govuk-heading-m" id="appointments">
          Appointments
        </h2>
        {found.length === 0 ? (
          <p class="govuk-body">Nothing is booked.</p>
        ) : (
          <AppointmentTable appointments={found} today={request.today} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases/${caseId}/book`}>
            Book an appointment
          </a>
        </p>
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
