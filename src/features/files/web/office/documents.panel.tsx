import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { together } from '../../../../values/together.ts'
import { partiesOf, zoneNames } from '../../../cases/index.ts'
import { filesOf } from '../../data/file-reads.ts'
import { DocumentTable } from './document-table.tsx'

/** The documents of a case, on its page. */
export const documentsPanel: Panel<PurposeKey> = {
  name: 'documents',
  area: 'office',
  purpose: 'papers',
  show: async (request, caseId) => {
    const deed = { purpose: 'papers', deed: 'file.listed', caseId } as const
    const { documents, parties } = await request.desk.read(request.staff.id, deed, (scope) =>
      together({ documents: filesOf(scope, caseId), parties: partiesOf(scope, caseId) }),
    )
    const names = zoneNames(parties)
    return (
      <>
        <h2 class="govuk-heading-m">Documents</h2>
        <DocumentTable documents={documents} names={names} today={request.today} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/cases/${caseId}/files`}>
            Attach a document
          </a>
        </p>
      </>
    )
  },
}
