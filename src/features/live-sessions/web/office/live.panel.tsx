import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { Tag } from '../../../../ui/components/tag.tsx'
import { shortDate } from '../../../../ui/dates.ts'
import { agreementsOf } from '../../data/agreements.ts'
import { liveSessionsOf } from '../../data/live-session-reads.ts'
import { wayWords } from '../../domain/words.ts'
import { SignedList } from './agreement.page.tsx'
import { inCase } from './in-case.ts'

/** Who signed the agreement to mediate, and the sessions that were held with notes, on the page of a case. */
export const livePanel: Panel<PurposeKey> = {
  name: 'live',
  area: 'office',
  purpose: 'mediation',
  show: async (request, caseId) => {
    const deed = { purpose: 'mediation', deed: 'session.live-listed', caseId } as const
    const found = await request.desk.read(request.staff.id, deed, async (scope) => {
      const [shown, signed, held] = await Promise.all([
        inCase(scope, caseId),
        agreementsOf(scope, caseId),
        liveSessionsOf(scope, caseId),
      ])
      return shown && { ...shown, signed, held }
    })
    if (!found) return null
    const { head, signed, names, held } = found
    const place = `/office/cases/${caseId}`
    return (
      <>
        <h2 class="govuk-heading-m">Mediation in the room</h2>
        <h3 class="govuk-heading-s">Agreement to mediate</h3>
        <SignedList signed={signed} names={names} />
        <ul class="govuk-list">
          {held.map((it) => (
            <li>
              <a class="govuk-link" href={`/office/live/${it.id}`}>
                Notes of {shortDate(it.heldOn, request.today)}
              </a>
              , {wayWords[it.way].toLowerCase()} {!it.closedAt && <Tag>Running</Tag>}
            </li>
          ))}
          {head.status === 'live' && (
            <>
              <li>
                <a class="govuk-link" href={`${place}/agreements`}>
                  Record who signed the agreement to mediate
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`${place}/live/new`}>
                  Begin a session
                </a>
              </li>
            </>
          )}
        </ul>
      </>
    )
  },
}
