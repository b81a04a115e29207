import { BackLink } from '../../../../ui/components/back-link.tsx'
import { SummaryList, type SummaryRow } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { londonDay, longDate } from '../../../../ui/dates.ts'
import type { Appointment, Attendance } from '../../data/appointment-reads.ts'
import type { Against, BookingException } from '../../data/booking-exceptions.ts'
import { lengthWords, minutesOf } from '../../domain/appointment.ts'
import { isToArrive, thereFrom } from '../../domain/arrival.ts'
import { decisionWords, type Missed, reckoning } from '../../domain/missed-fee.ts'
import { AppointmentTag, AttendanceTag, appointmentPath, fromTo, whatWords, whereWords } from './appointment-words.tsx'
import { feePath } from './fee.page.tsx'

export interface AppointmentPageProps {
  readonly appointment: Appointment
  readonly now: Temporal.Instant
  /** Parties who are expected by telephone and have no number that is safe. */
  readonly unreachable: readonly string[]
  readonly exceptions: readonly BookingException[]
  readonly missed: readonly Missed[]
}

/** One appointment, with what can be done about it. */
export function AppointmentPage({ appointment, now, unreachable, exceptions, missed }: AppointmentPageProps) {
  const begun = Temporal.Instant.compare(now, appointment.startsAt) >= 0
  const booked = appointment.status === 'booked'
  const change = (part: 'move' | 'mediator', what: string) =>
    booked
      ? { items: [{ href: appointmentPath(appointment.id, part), content: 'Change', visuallyHiddenText: what }] }
      : {}
  return (
    <>
      <BackLink href={`/office/cases/${appointment.caseId}`}>Case {appointment.reference}</BackLink>
      <h1 class="govuk-heading-l">{whatWords(appointment)}</h1>
      {unreachable.map((name) => (
        <WarningText>{`There is no safe telephone number for ${name}. Do not ring another.`}</WarningText>
      ))}
      <SummaryList
        rows={[
          { key: 'Status', value: { content: <AppointmentTag status={appointment.status} /> } },
          {
            key: 'When',
            value: `${longDate(londonDay(appointment.startsAt))}, ${fromTo(appointment)} (${lengthWords(minutesOf(appointment))})`,
            actions: change('move', 'time or place'),
          },
          { key: 'Where', value: whereWords(appointment), actions: change('move', 'time or place') },
          appointment.means === 'online' && { key: 'Joining', value: { content: <JoiningLink id={appointment.id} /> } },
          { key: 'Mediator', value: appointment.mediatorName, actions: change('mediator', 'mediator') },
          ...appointment.attendances.map((it) => attendanceRow(appointment, it, begun)),
          ...missed.filter((it) => it.rule || it.decision).map((it) => feeRow(appointment, it)),
          ...exceptions.map((it) => ({ key: againstWords[it.against], value: it.reason })),
        ]}
      />
      {booked && (
        <p class="govuk-body">
          {isToArrive(appointment, now) && (
            <>
              <a class="govuk-link" href={appointmentPath(appointment.id, 'arrival')}>
                How they arrive
              </a>{' '}
            </>
          )}
          <a class="govuk-link" href={appointmentPath(appointment.id, 'cancel')}>
            Cancel this appointment
          </a>
        </p>
      )}
    </>
  )
}

/** What carries it, and who agreed, are on a page of their own: they are read for nothing else. */
const JoiningLink = ({ id }: { readonly id: string }) => (
  <a class="govuk-link" href={`/office/appointments/${id}/online`}>
    Address, and who agreed to meet online
  </a>
)

/** What became of a party, and their own times where they have some. */
const Attending = ({ appointment, attendance }: { appointment: Appointment; attendance: Attendance }) => (
  <>
    <AttendanceTag status={attendance.status} />
    {attendance.arrivesAt && (
      <p class="govuk-body govuk-!-margin-top-2 govuk-!-margin-bottom-0">
        There from {fromTo(thereFrom(attendance, appointment))}
        {attendance.waitsApart && ', waits apart'}
      </p>
    )}
  </>
)

/** What it was booked against; the reason stands beside it. */
const againstWords: Readonly<Record<Against, string>> = {
  'bank-holiday': 'On a bank holiday, because',
  away: 'While the mediator is away, because',
  'not-working': 'Outside of working hours, because',
  'not-open': 'Outside of our hours, because',
  break: 'In a break, because',
  elsewhere: 'Away from the mediator’s place, because',
  travel: 'Without time to travel, because',
  'one-waiting-room': 'With one waiting room, because',
}

function feeRow({ id, attendances }: Appointment, missed: Missed): SummaryRow {
  const name = attendances.find((it) => it.side === missed.side)?.givenName ?? 'They'
  const decide = { href: feePath(id, missed.side), content: missed.decision ? 'Change' : 'Decide' }
  return {
    key: `Missed by ${name}`,
    value: [...reckoning(missed), ...(missed.decision ? [`${decisionWords(missed.decision)}.`] : [])].join(' '),
    actions: { items: [{ ...decide, visuallyHiddenText: `what is asked of ${name}` }] },
  }
}

function attendanceRow(appointment: Appointment, attendance: Attendance, begun: boolean): SummaryRow {
  const name = `${attendance.givenName} ${attendance.familyName}`
  const href = appointmentPath(appointment.id, 'attendance')
  return {
    key: name,
    value: { content: <Attending appointment={appointment} attendance={attendance} /> },
    actions:
      begun && appointment.status !== 'cancelled'
        ? { items: [{ href, content: 'Record', visuallyHiddenText: `whether ${name} came` }] }
        : {},
  }
}
