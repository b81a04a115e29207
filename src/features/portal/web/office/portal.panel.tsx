import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { dateAndTime } from '../../../../ui/dates.ts'
import { partiesOf, shortName } from '../../../cases/index.ts'
import { codesHanded } from '../../data/party-codes.ts'
import { codePath } from './code.routes.tsx'

/** How each party can sign in to see what is theirs. */
export const portalPanel: Panel<PurposeKey> = {
  name: 'portal',
  area: 'office',
  purpose: 'booking',
  show: async (request, caseId) => {
    const deed = { purpose: 'booking', deed: 'portal.door-seen', caseId } as const
    const { parties, handed } = await request.desk.read(request.staff.id, deed, async (scope) => {
      const parties = await partiesOf(scope, caseId)
      const people = parties.map((party) => party.personId)
      return { parties, handed: await codesHanded(scope, people) }
    })
    const last = (at: Temporal.Instant | undefined) => (at ? `Last made ${dateAndTime(at)}` : 'None made lately')
    return (
      <>
        <h2 class="govuk-heading-m">Their own pages</h2>
        <p class="govuk-body">
          Each party can see their own appointments and papers on the website. With an e-mail that is safe they ask for
          a code themselves. Give the others a code on paper.
        </p>
        <SummaryList
          rows={parties.map((party) => ({
            key: shortName(party),
            value: `Code on paper: ${last(handed.get(party.personId)).toLowerCase()}`,
            actions: {
              items: [
                {
                  href: codePath(caseId, party.personId),
                  content: 'Make a code',
                  visuallyHiddenText: `on paper for ${shortName(party)}`,
                },
              ],
            },
          }))}
        />
      </>
    )
  },
}
