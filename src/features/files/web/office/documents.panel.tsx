import type { Panel } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
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
    const { documents, names } = await request.desk.read(request.staff.id, deed, async (scope) => ({
      documents: await filesOf(scope, caseId),
      names: zoneNames(await partiesOf(scope, caseId)),
    }))
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
