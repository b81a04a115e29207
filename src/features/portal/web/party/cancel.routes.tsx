import { asParty } from '../../../../platform/web/party-request.ts'
import type { PartyRequest, Reply, Route } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { dateAndTime, londonDay } from '../../../../ui/dates.ts'
import { Form } from '../../../../ui/forms/form.tsx'
import { businessDaysBetween } from '../../../../values/calendar-days.ts'
import { isId } from '../../../../values/ids.ts'
import { cancelOwn, type OwnMeeting, ownMeeting } from '../../../booking-offers/index.ts'
import { workingDays } from '../../../settings/index.ts'
import { FormToken, portalPage, RingUs } from './parts.tsx'
import type { TimesTools } from './times.routes.tsx'

type Request = PartyRequest<PurposeKey>

export const cancelPath = (attendanceId: string) => `/portal/appointments/${attendanceId}/cancel`

/** Where a party cancels an appointment of theirs: first they see what follows. */
export function cancelRoutes(tools: TimesTools): Route<PurposeKey>[] {
  const path = cancelPath(':attendanceId')
  const base = { area: 'portal', purpose: 'booking', entry: 'party', path } as const
  return [
    { ...base, method: 'GET', handle: (request) => show(tools, asParty(request)) },
    { ...base, method: 'POST', handle: (request) => cancel(asParty(request)) },
  ]
}

async function show(tools: TimesTools, request: Request): Promise<Reply> {
  const { attendanceId } = request.params
  if (!isId(attendanceId)) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'appointment.own-cancelling', subjectId: attendanceId } as const
  const meeting = await request.desk.read(request.party.id, deed, (scope) => ownMeeting(scope, attendanceId))
  if (!meeting) return { notFound: true }
  const { telephone } = await tools.published()
  return portalPage(
    'Cancel an appointment',
    <>
      <BackLink href="/portal">Your appointments</BackLink>
      <h1 class="govuk-heading-l">Cancel your appointment?</h1>
      <InsetText>{dateAndTime(meeting.startsAt)}</InsetText>
      <p class="govuk-body">{whatFollows(meeting, request.today)}</p>
      {meeting.kind === 'session' && (
        <p class="govuk-body">
          The other person is told that it will not take place. We do not tell them who cancelled, or why.
        </p>
      )}
      <Form action={cancelPath(attendanceId)} formFields={<FormToken request={request} />}>
        <Button classes="govuk-button--warning" preventDoubleClick>
          Cancel this appointment
        </Button>
      </Form>
      <RingUs telephone={telephone} why="If you would like another time, or to tell us why:" />
    </>,
  )
}

/** Whether it is in time, by the rule that held when it was booked. */
export function whatFollows({ rule, startsAt }: OwnMeeting, today: Temporal.PlainDate): string {
  if (!rule || rule.sharePercent === 0) return 'Cancelling costs you nothing.'
  const notice = businessDaysBetween(today, londonDay(startsAt))
  if (notice >= rule.noticeDays) return 'Cancelling now costs you nothing: you are in time.'
  return `It is less than ${workingDays(rule.noticeDays)} until then. We may ask you for ${rule.sharePercent}% of its price. One of us decides that and looks at why you could not come.`
}

async function cancel(request: Request): Promise<Reply> {
  const { attendanceId } = request.params
  if (!isId(attendanceId)) return { notFound: true }
  const outcome = await cancelOwn(request.desk, request.party.id, { key: request.form.key, attendanceId })
  return outcome.done ? { redirect: '/portal?told=cancelled' } : { notFound: true }
}
