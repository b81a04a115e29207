import type { Route } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { type HeldFile, heldFileOf } from '../../data/held-file.ts'

/** Reading what a hold keeps, for a claim. Once its time is over no other purpose reaches it. */
export const heldFileRoute: Route<PurposeKey> = {
  ...{ area: 'office', purpose: 'legalClaims', entry: 'purpose', method: 'GET' },
  path: '/office/retention/cases/:caseId/held',
  handle: async (request) => {
    const { caseId } = request.params
    if (!isId(caseId)) return { notFound: true }
    const deed = { purpose: 'legalClaims', deed: 'held.opened', caseId } as const
    const found = await request.desk.read(actorOf(request), deed, (scope) => heldFileOf(scope, caseId))
    return found
      ? { page: { title: 'What is held', body: <HeldFilePage found={found} caseId={caseId} /> } }
      : { notFound: true }
  },
}

const whose = { A: 'Party A', B: 'Party B', both: 'Both', office: 'Office only' } as const

const HeldFilePage = ({ found, caseId }: { readonly found: HeldFile; readonly caseId: Id }) => (
  <>
    <BackLink href={`/office/retention/cases/${caseId}`}>Why the case is kept</BackLink>
    <h1 class="govuk-heading-l">Case {found.reference}: what is held</h1>
    <p class="govuk-body">This is for answering a claim. That you opened it is recorded.</p>
    {found.records.length + found.summaries.length === 0 && (
      <InsetText>No session of this case was written up.</InsetText>
    )}
    {found.records.map((it) => (
      <SummaryList
        card={{ title: { content: `Session on ${plainDate(Temporal.PlainDate.from(it.held_on))}` } }}
        rows={[
          { key: 'Whose', value: whose[it.zone] },
          { key: 'What was discussed', value: it.discussed ?? '' },
        ]}
      />
    ))}
    {found.summaries.map((it) => (
      <SummaryList
        card={{ title: { content: 'Summary' } }}
        rows={[
          { key: 'Whose', value: whose[it.zone] },
          { key: 'What was agreed', value: it.summary ?? '' },
        ]}
      />
    ))}
  </>
)
