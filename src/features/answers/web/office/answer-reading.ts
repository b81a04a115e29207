import type { StaffRequest } from '../../../../platform/web/route.ts'
import { objectionableUses, rightsOfData } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { enquiryToCorrect } from '../../../enquiries/index.ts'
import { personOf } from '../../../people/index.ts'
import { placeOfRequest, recordOf, requestOf } from '../../../requests/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { correctedBy, decisionsOf, objectionsOf, tablesAbout } from '../../data/answer-reads.ts'
import { kindOfRecord } from '../../data/choices.ts'
import { toldAgainOf } from '../../data/told-again.ts'
import { rightOf } from '../../domain/asked-right.ts'
import type { AnswerTools } from './answer.routes.tsx'

/** All that the page of an answer shows; null where there is no such request, or nobody was matched to it. */
export async function readAnswer(tools: AnswerTools, request: StaffRequest<PurposeKey>) {
  const { requestId } = request.params
  if (!isId(requestId)) return null
  const deed = { purpose: 'rights', deed: 'answer.opened', subjectId: requestId } as const
  return request.desk.read(request.staff.id, deed, async (scope) => {
    const found = await requestOf(scope, requestId)
    const recordId = found && recordOf(found.request)
    if (!found || !recordId) return null
    const { personId } = found.request
    const [place, person, enquiry, kind, tables, decisions, all, corrected, told] = await Promise.all([
      placeOfRequest(scope, found.request),
      personId ? personOf(scope, personId) : null,
      enquiryToCorrect(scope, requestId),
      kindOfRecord(scope, recordId),
      tablesAbout(scope, recordId),
      decisionsOf(scope, requestId),
      objectionsOf(scope, recordId),
      correctedBy(scope, requestId),
      toldAgainOf(scope, requestId),
    ])
    if (!place || !kind) return null
    const by = [...decisions.map((it) => it.by), ...corrected.map((it) => it.by)].filter((it): it is Id => it !== null)
    return {
      ...{
        found,
        name: place.name,
        person,
        enquiry,
        decisions,
        corrected,
        told,
        names: await staffNames(scope, [...new Set(by)]),
      },
      objections: all.filter((it) => it.requestId === requestId),
      groups: rightsOfData(tools.policy, kind, rightOf[found.request.kind], tools.categoriesIn(tables)),
      uses: objectionableUses(tools.policy, kind),
    }
  })
}

export type ReadAnswer = NonNullable<Awaited<ReturnType<typeof readAnswer>>>
