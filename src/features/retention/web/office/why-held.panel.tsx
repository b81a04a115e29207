import type { Panel, StaffRequest } from '../../../../platform/web/route.ts'
import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { Id } from '../../../../values/ids.ts'
import { ruleFor } from '../../actions/sweep-tools.ts'
import { standingOfCase } from '../../data/standing-reads.ts'
import type { RetentionCheck } from '../../domain/check.ts'
import { untilInShort, WhyHeld } from './why-held.tsx'

interface WhyHeldTools {
  readonly policy: CompiledPolicy
  readonly checks: readonly RetentionCheck[]
}

const deedOf = (caseId: Id) => ({ purpose: 'booking', deed: 'case.retention-seen', caseId }) as const

/** Until when a case is kept, in a few words; null when there is none for the one who asks. */
export const keptUntil =
  (tools: WhyHeldTools) =>
  async (request: StaffRequest<PurposeKey>, caseId: Id): Promise<string | null> => {
    const rule = ruleFor(tools.policy, 'case')
    const found = await request.desk.read(request.staff.id, deedOf(caseId), (scope) =>
      standingOfCase(scope, caseId, rule),
    )
    return found && untilInShort(found)
  }

/** On the page of a case: why it is held and until when. Everything in it (parties, children, meetings, documents) ends with it. */
export const whyHeldPanel = (tools: WhyHeldTools): Panel<PurposeKey> => ({
  name: 'whyHeld',
  area: 'office',
  purpose: 'booking',
  show: async (request: StaffRequest<PurposeKey>, caseId: Id) => {
    const rule = ruleFor(tools.policy, 'case')
    const found = await request.desk.read(request.staff.id, deedOf(caseId), (scope) =>
      standingOfCase(scope, caseId, rule),
    )
    if (!found) return null
    return (
      <>
        <h2 class="govuk-heading-m">Why this file is kept</h2>
        <WhyHeld found={found} rule={rule} checks={tools.checks} today={request.today} />
        <p class="govuk-body">
          Everything in this file ends with it: people and how to reach them, children, appointments, what was written,
          documents and messages.
        </p>
      </>
    )
  },
})
