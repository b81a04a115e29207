import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Timeline } from '../../../../ui/components/timeline.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { together } from '../../../../values/together.ts'
import { courseOf } from '../../data/course.ts'
import { type ReasonedAct, reasonsOf } from '../../data/reasons.ts'

const words: Readonly<Record<string, string>> = {
  'case.opened': 'Case opened',
  'case.closed': 'Case closed',
  'case.reopened': 'Case opened again',
}

const reasonWords: Readonly<Record<ReasonedAct, string>> = {
  closed: 'Why it was closed so',
  reopened: 'Why it was opened again',
  given: 'Why it has another mediator',
}

/** What happened to the case as a whole, and why where that was unusual. Who looked at it stands in the records of the privacy officer. */
export const historyPanel: Panel<PurposeKey> = {
  name: 'history',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const deed = { purpose: 'booking', deed: 'case.history-opened', caseId } as const
    const { events, reasons } = await request.desk.read(request.staff.id, deed, (scope) =>
      together({ events: courseOf(scope, caseId), reasons: reasonsOf(scope, caseId) }),
    )
    return (
      <>
        <h2 class="govuk-heading-m">History</h2>
        <Timeline
          headingLevel={3}
          items={events.map((event) => ({
            title: words[event.event] ?? event.event,
            when: plainDate(event.on),
            datetime: event.on.toString(),
          }))}
        />
        {reasons.map((reason) => (
          <p class="govuk-body">
            {reasonWords[reason.act]}, {plainDate(londonDay(reason.at))}: {reason.words}
          </p>
        ))}
      </>
    )
  },
}
