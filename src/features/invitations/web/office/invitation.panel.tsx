import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { plainDate } from '../../../../ui/dates.ts'
import { caseHead } from '../../../cases/index.ts'
import { invitationOfCase } from '../../data/invitation-reads.ts'
import { pairsOf } from '../../data/ways.ts'
import { groupWords, outcomeWords } from '../../domain/words.ts'
import { DueWords, howFar, invitationPath } from './board.page.tsx'
import { lineOf } from './read-invitation.ts'

/** On the page of a case: whether the other party was invited, and what came of it. */
export const invitationPanel: Panel<PurposeKey> = {
  name: 'invitation',
  area: 'office',
  purpose: 'invitation',
  show: async ({ desk, staff, today }, caseId) => {
    const deed = { purpose: 'invitation', deed: 'invitation.opened', caseId } as const
    const line = await desk.read(staff.id, deed, async (scope) => {
      const [invitation, head] = await Promise.all([invitationOfCase(scope, caseId), caseHead(scope, caseId)])
      const pair = invitation && (await pairsOf(scope, [invitation])).get(caseId)
      return invitation && pair && head ? lineOf(invitation, pair, head.reference, today) : null
    })
    return (
      <>
        <h2 class="govuk-heading-m">Inviting the other party</h2>
        {line ? (
          <p class="govuk-body">
            {line.invitation.outcome
              ? `${outcomeWords[line.invitation.outcome]}${line.invitation.outcomeOn ? `, ${plainDate(line.invitation.outcomeOn)}` : ''}.`
              : `${groupWords[line.standing.group].title}. ${howFar(line.invitation)}. `}{' '}
            {!line.invitation.outcome && line.standing.due && (
              <>
                <DueWords standing={line.standing} today={today} />.{' '}
              </>
            )}
            <a class="govuk-link" href={invitationPath(line.invitation.id)}>
              Invitation of {line.name}
            </a>
          </p>
        ) : (
          <p class="govuk-body">This begins when the first MIAM is written up.</p>
        )}
      </>
    )
  },
}
