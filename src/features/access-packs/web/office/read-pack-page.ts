import type { PageRequest } from '../../../../platform/web/route.ts'
import { actorOf } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { type Id, isId } from '../../../../values/ids.ts'
import { requestOf } from '../../../requests/index.ts'
import { staffNames } from '../../../staff/index.ts'
import {
  countsIn,
  itemsToReview,
  itemToReview,
  type KeptItem,
  type Pack,
  type PackCount,
  packOf,
  type Taking,
  takingsOf,
} from '../../data/pack-reads.ts'

export interface PackPageFacts {
  readonly requestId: Id
  readonly reference: string
  readonly closed: boolean
  /** They can sign in and take it themselves; who only made an enquiry cannot. */
  readonly ownPages: boolean
  readonly pack: Pack | null
  readonly counts: readonly PackCount[]
  /** What is read now: the one that was asked for, or the next that nobody has decided. */
  readonly item: KeptItem | null
  readonly decided: readonly KeptItem[]
  readonly takings: readonly Taking[]
  readonly names: ReadonlyMap<Id, string>
}

/** As many as one looks through again. */
const mostListed = 50

/** All that the page of a pack shows; null when there is no such request for the one who looks. */
export async function readPackPage(request: PageRequest<PurposeKey>): Promise<PackPageFacts | null> {
  const { requestId } = request.params
  if (!isId(requestId)) return null
  const deed = { purpose: 'rights', deed: 'pack.opened', subjectId: requestId } as const
  const wanted = request.form.values.item ?? request.query.item
  return request.desk.read(actorOf(request), deed, async (scope) => {
    const [found, pack] = await Promise.all([requestOf(scope, requestId), packOf(scope, requestId)])
    if (!found) return null
    const { reference, closedOn, enquiryId } = found.request
    const head = { requestId, reference, closed: closedOn !== null, ownPages: enquiryId === null, pack }
    if (!pack) return { ...head, counts: [], item: null, decided: [], takings: [], names: new Map() }
    const [counts, one, [next], decided, takings] = await Promise.all([
      countsIn(scope, pack.id),
      isId(wanted) ? itemToReview(scope, pack.id, wanted) : null,
      itemsToReview(scope, pack.id, { decided: false, most: 1 }),
      itemsToReview(scope, pack.id, { decided: true, most: mostListed }),
      takingsOf(scope, pack.id),
    ])
    const people = [pack.readyBy, pack.releasedBy, ...takings.map((it) => it.takenBy)].filter((it) => it !== null)
    const names = people.length > 0 ? await staffNames(scope, [...new Set(people)]) : new Map<Id, string>()
    const item = pack.state === 'released' ? null : (one ?? next ?? null)
    return { ...head, counts, item, decided, takings, names }
  })
}
