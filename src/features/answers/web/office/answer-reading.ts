import type { StaffRequest } from '../../../../platform/web/route.ts'
import { objectionableUses, rightsOfData } from '../../../../policy/index.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { personOf } from '../../../people/index.ts'
import { requestOf } from '../../../requests/index.ts'
import { staffNames } from '../../../staff/index.ts'
import { correctedBy, decisionsOf, objectionsOf, tablesAbout } from '../../data/answer-reads.ts'
import { kindOfPerson } from '../../data/choices.ts'
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
    const personId = found?.request.personId
    if (!found || !personId) return null
    const [person, kind, tables, decisions, all, corrected, told] = await Promise.all([
      personOf(scope, personId),
      kindOfPerson(scope, personId),
      tablesAbout(scope, personId),
      decisionsOf(scope, requestId),
      objectionsOf(scope, personId),
      correctedBy(scope, requestId),
      toldAgainOf(scope, requestId),
    ])
    if (!person || !kind) return null
    const by = [...decisions.map((it) => it.by), ...corrected.map((it) => it.by)].filter((it): it is Id => it !== null)
    return {
      ...{ found, person, decisions, corrected, told, names: await staffNames(scope, [...new Set(by)]) },
      objections: all.filter((it) => it.requestId === requestId),
      groups: rightsOfData(tools.policy, kind, rightOf[found.request.kind], tools.categoriesIn(tables)),
      uses: objectionableUses(tools.policy, kind),
    }
  })
}

export type ReadAnswer = NonNullable<Awaited<ReturnType<typeof readAnswer>>>
