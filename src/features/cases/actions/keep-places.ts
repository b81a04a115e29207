import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { addPlace, endPlace, type Place } from '../../people/index.ts'
import { partiesOf } from '../data/case-reads.ts'
import { noticeShared } from '../data/shared-details.ts'

interface Of {
  readonly key: Id
  readonly caseId: Id
  readonly personId: Id
}

/** Notes a place where a party can be found and no letter goes. */
export function notePlace(desk: Desk<PurposeKey>, actor: Id, input: Of & { readonly place: Place }) {
  const { key, caseId, personId, place } = input
  const deed = { purpose: 'letters', deed: 'whereabouts.added', key, caseId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await partiesOf(scope, caseId)).some((it) => it.personId === personId)) return refused('no_such')
    await addPlace(scope, personId, place)
    await noticeShared(scope, caseId, personId)
    return done({ caseId })
  })
}

/** Ends such a place; what it was stays in the file. */
export function endNotedPlace(desk: Desk<PurposeKey>, actor: Id, input: Of & { readonly placeId: Id }) {
  const { key, caseId, personId, placeId } = input
  const deed = { purpose: 'letters', deed: 'whereabouts.ended', key, caseId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    if (!(await partiesOf(scope, caseId)).some((it) => it.personId === personId)) return refused('no_such')
    return (await endPlace(scope, personId, placeId)) ? done({ caseId }) : refused('no_such')
  })
}
