import {
  type CaseHead,
  caseHead,
  mediatorNameOf,
  outcomeWords,
  partiesOf,
  topicWords,
} from '../../features/cases/index.ts'
import { earlierLifeOf } from '../../features/imports/index.ts'
import type { PageRequest, Panel, Reply, Route, StaffRequest } from '../../platform/web/route.ts'
import { asStaff } from '../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import { Button } from '../../ui/components/button.tsx'
import { Tag } from '../../ui/components/tag.tsx'
import { londonDay, plainDate } from '../../ui/dates.ts'
import { type Id, isId } from '../../values/ids.ts'

export interface CasePageParts {
  readonly panels: readonly Panel<PurposeKey>[]
  mayAct(role: string, purpose: PurposeKey): boolean
  /** Until when the file is kept, in a few words. */
  keptUntil(request: StaffRequest<PurposeKey>, caseId: Id): Promise<string | null>
}

/** The page of a case: its head, then one panel after the other, each read in a scope of its own under its own purpose. */
export const casePageRoute = (parts: CasePageParts): Route<PurposeKey> => ({
  method: 'GET',
  path: '/office/cases/:caseId',
  area: 'office',
  purpose: 'booking',
  entry: 'purpose',
  handle: (request) => show(parts, request),
})

/** The panel that says in full why the file is kept; each part before it says until when, and leads there. */
const lastPanel = 'whyHeld'

const KeptUntil = ({ until }: { readonly until: string }) => (
  <p class="govuk-body-s govuk-hint">
    {until}{' '}
    <a class="govuk-link" href={`#${lastPanel}`}>
      Why
    </a>
  </p>
)

async function show(parts: CasePageParts, request: PageRequest<PurposeKey>): Promise<Reply> {
  const { caseId } = request.params
  const { staff } = request
  if (!isId(caseId) || !staff) return { notFound: true }
  const deed = { purpose: 'booking', deed: 'case.opened', caseId } as const
  const seen = parts.panels.filter((panel) => parts.mayAct(staff.role, panel.purpose))
  const staffed = asStaff({ ...request, desk: request.desk.gathering() })
  // All at once: of a case that is not there, or not theirs, every part finds nothing.
  const [found, until, ...shown] = await Promise.all([
    staffed.desk.read(staff.id, deed, async (scope) => {
      const [head, parties, mediator, earlier] = await Promise.all([
        caseHead(scope, caseId),
        partiesOf(scope, caseId),
        mediatorNameOf(scope, caseId),
        earlierLifeOf(scope, caseId),
      ])
      return head && { head, parties, mediator, oldReference: earlier?.oldReference ?? null }
    }),
    parts.keptUntil(staffed, caseId),
    ...seen.map((panel) => panel.show(staffed, caseId)),
  ])
  if (!found) return { notFound: true }
  const names = found.parties.map((party) => `${party.givenName} ${party.familyName}`).join(' and ')
  return {
    page: {
      title: `Case ${found.head.reference}`,
      body: (
        <>
          <Head {...found} names={names} mayAct={(purpose) => parts.mayAct(staff.role, purpose)} />
          {shown.map(
            (part, index) =>
              part && (
                <section id={seen[index]?.name}>
                  {part}
                  {seen[index]?.name !== lastPanel && until && <KeptUntil until={until} />}
                </section>
              ),
          )}
        </>
      ),
    },
  }
}

function Head({
  head,
  names,
  mediator,
  oldReference,
  mayAct,
}: {
  readonly head: CaseHead
  readonly names: string
  readonly mediator: string | null
  /** Its number where it was kept before. */
  readonly oldReference: string | null
  readonly mayAct: (purpose: PurposeKey) => boolean
}) {
  const opened = plainDate(londonDay(head.openedAt))
  return (
    <>
      <span class="govuk-caption-l">
        Case {head.reference}
        {oldReference && ` (formerly ${oldReference})`}, {topicWords[head.topic].toLowerCase()}, opened {opened}
      </span>
      <h1 class="govuk-heading-l">{names}</h1>
      <p class="govuk-body">
        <Tag colour={head.status === 'live' ? 'green' : 'grey'}>{head.status === 'live' ? 'Live' : 'Closed'}</Tag>{' '}
        {head.closedOn &&
          head.outcome &&
          `${outcomeWords[head.outcome]}, closed ${plainDate(Temporal.PlainDate.from(head.closedOn))}. `}
        {mediator ? `Mediator: ${mediator}. ` : 'No mediator yet. '}
        {head.status === 'live' && (
          <a class="govuk-link" href={`/office/cases/${head.id}/mediator`}>
            {mediator ? 'Change mediator' : 'Choose a mediator'}
          </a>
        )}
      </p>
      <Outside caseId={head.id} mayAct={mayAct} />
      <div class="govuk-button-group">
        {head.status === 'live' && <Button href={`/office/cases/${head.id}/book`}>Book a MIAM or session</Button>}
        {head.status === 'live' && (
          <Button href={`/office/cases/${head.id}/close`} classes="govuk-button--secondary">
            Close the case
          </Button>
        )}
        {head.status === 'closed' && (
          <Button href={`/office/cases/${head.id}/reopen`} classes="govuk-button--secondary">
            Open the case again
          </Button>
        )}
      </div>
    </>
  )
}

/** What goes beyond the file: to tell somebody outside, and to worry about somebody. */
const Outside = ({ caseId, mayAct }: { readonly caseId: Id; readonly mayAct: (purpose: PurposeKey) => boolean }) => (
  <p class="govuk-body">
    {mayAct('disclosing') && (
      <a class="govuk-link" href={`/office/cases/${caseId}/disclosures`}>
        Tell somebody outside
      </a>
    )}{' '}
    {mayAct('safeguarding') && (
      <a class="govuk-link" href={`/office/cases/${caseId}/concerns/new`}>
        A worry about somebody’s safety
      </a>
    )}
  </p>
)
