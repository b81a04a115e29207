import { Details } from '../../../../ui/components/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime, londonDay, plainDate } from '../../../../ui/dates.ts'
import { lengthWords, minutesOf } from '../../../bookings/index.ts'
import type { OwnAppointment, OwnCourse, OwnDocument } from '../../domain/own.ts'
import { cancelPath } from './cancel.routes.tsx'
import { RingUs } from './parts.tsx'

const kinds = { miam: 'First meeting', session: 'Mediation session' } as const

/** What happens next, and every appointment of one's own. */
export function OwnAppointments(props: {
  readonly course: OwnCourse
  readonly telephone: string
  /** Whether there are times for them to choose from. */
  readonly offered: boolean
  readonly told: string | null
}) {
  const { course, telephone, offered, told } = props
  const { next, later, past } = course
  return (
    <>
      {told && <NotificationBanner type="success">{told}</NotificationBanner>}
      <h1 class="govuk-heading-l">What happens next</h1>
      {offered && <Offered />}
      <Next course={course} telephone={telephone} />
      {next && <Appointment appointment={next} />}
      {later.length > 0 && <h2 class="govuk-heading-m">After that</h2>}
      {later.map((it) => (
        <Appointment appointment={it} />
      ))}
      {next && <RingUs telephone={telephone} why="To change an appointment, or if you cannot come:" />}
      {past.length > 0 && (
        <Details summary="Earlier appointments">
          <ul class="govuk-list">
            {past.map((it) => (
              <li>
                {dateAndTime(it.startsAt)}: {kinds[it.kind].toLowerCase()}
                {!it.takesPlace && ', did not take place'}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

const Offered = () => (
  <InsetText>
    There are times for you to choose from.{' '}
    <a class="govuk-link" href="/portal/times">
      Look at the times
    </a>
  </InsetText>
)

function Next({ course, telephone }: { readonly course: OwnCourse; readonly telephone: string }) {
  if (course.next) return <InsetText>Your next appointment is on {dateAndTime(course.next.startsAt)}.</InsetText>
  const words =
    course.step === 'first-meeting-to-come'
      ? 'No time is set for your first meeting yet. We will get in touch to agree one, in the way you told us is safe.'
      : 'Nothing is booked for you at the moment. When there is something to arrange, we get in touch in the way you told us is safe.'
  return (
    <>
      <p class="govuk-body">{words}</p>
      <RingUs telephone={telephone} why="You need not wait for us." />
    </>
  )
}

function Appointment({ appointment }: { readonly appointment: OwnAppointment }) {
  const { place, mediator } = appointment
  return (
    <SummaryList
      rows={[
        { key: 'What', value: kinds[appointment.kind] },
        { key: 'When', value: dateAndTime(appointment.startsAt) },
        { key: 'How long', value: `About ${lengthWords(minutesOf(appointment))}` },
        { key: 'Where', value: { content: <Where appointment={appointment} /> } },
        place?.arriving ? { key: 'Getting there', value: place.arriving } : null,
        mediator !== '' && { key: 'Mediator', value: mediator },
        { key: 'Calendar', value: { content: <CalendarLink appointment={appointment} /> } },
        { key: 'Not coming?', value: { content: <CancelLink appointment={appointment} /> } },
      ]}
    />
  )
}

function Where({ appointment: { place, means, attendanceId, startsAt } }: { readonly appointment: OwnAppointment }) {
  if (place) return <Place {...place} />
  if (means !== 'online') return <>By telephone: we ring you</>
  return (
    <>
      Online, if you agree.{' '}
      <a class="govuk-link" href={`/portal/online/${attendanceId}`}>
        Say yes or no, and join<span class="govuk-visually-hidden">, {dateAndTime(startsAt)}</span>
      </a>
    </>
  )
}

/** What it says is as neutral as the entry: it may lie among the downloads of a computer that others use. */
const CalendarLink = ({ appointment }: { readonly appointment: OwnAppointment }) => (
  <a class="govuk-link" href={`/portal/calendar/${appointment.attendanceId}`} download>
    Put it in your calendar<span class="govuk-visually-hidden">, {dateAndTime(appointment.startsAt)}</span>
  </a>
)

const CancelLink = ({ appointment }: { readonly appointment: OwnAppointment }) => (
  <a class="govuk-link" href={cancelPath(appointment.attendanceId)}>
    Cancel it<span class="govuk-visually-hidden">, {dateAndTime(appointment.startsAt)}</span>
  </a>
)

const Place = ({ name, address }: { readonly name: string; readonly address: string }) => (
  <>
    {[name, ...address.split('\n')].filter(Boolean).map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
)

const qualities = {
  open: 'Open: it may be shown to a court',
  without_prejudice: 'Without prejudice: it may not be shown to a court',
} as const

/** The papers that were given to this party. */
export const OwnPapers = (props: {
  readonly documents: readonly OwnDocument[]
  readonly problem: string | null
  readonly today: Temporal.PlainDate
}) => (
  <>
    {props.problem && <InsetText>{props.problem}</InsetText>}
    <h1 class="govuk-heading-l">Your papers</h1>
    {props.documents.length === 0 && (
      <p class="govuk-body">
        There are no papers for you here yet. Certificates, summaries and letters come here when your mediator has let
        them go to you.
      </p>
    )}
    {props.documents.map((document) => (
      <Paper document={document} today={props.today} />
    ))}
    <p class="govuk-body">
      A paper that you open may stay on this computer or telephone. If others use it too, think of whether that is safe.
      We note when a paper was opened.
    </p>
  </>
)

function Paper({ document, today }: { readonly document: OwnDocument; readonly today: Temporal.PlainDate }) {
  const { certificate } = document
  return (
    <SummaryList
      card={{ title: { content: certificate ? `MIAM certificate ${certificate.number}` : document.name } }}
      rows={[
        certificate && { key: 'Works until', value: untilWords(certificate.validUntil, today) },
        { key: 'For whom', value: document.forBoth ? 'For both of you' : 'For you alone' },
        { key: 'Kind', value: qualities[document.legalQuality] },
        { key: 'Put here on', value: plainDate(londonDay(document.addedAt)) },
        {
          key: 'Open it',
          value: {
            content: (
              <a class="govuk-link" href={`/portal/papers/${document.id}`} download>
                {document.name} ({sizeWords(document.sizeBytes)})
              </a>
            ),
          },
        },
      ]}
    />
  )
}

function untilWords(day: string, today: Temporal.PlainDate): string {
  const until = Temporal.PlainDate.from(day)
  const words = plainDate(until)
  return Temporal.PlainDate.compare(until, today) < 0 ? `${words}. It is out of date: ring us for advice` : words
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
