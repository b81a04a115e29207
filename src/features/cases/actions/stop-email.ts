import type { Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { withdrawEmail } from '../../consents/index.ts'
import { contactPointsOf, endContactPoint } from '../../people/index.ts'
import { partiesOf } from '../data/case-reads.ts'

/** A party does not want e-mail any more: their mailboxes are used for nothing more, and the ledger says since when. */
export function stopEmail(
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly personId: Id },
) {
  const { key, caseId, personId } = input
  const deed = { purpose: 'booking', deed: 'consent.withdrawn', key, caseId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const isParty = (await partiesOf(scope, caseId)).some((party) => party.personId === personId)
    if (!isParty) return refused('no_such')
    await withdrawEmail(scope, policy, { personId })
    const points = await contactPointsOf(scope, personId)
    for (const point of points.filter((it) => it.kind === 'email')) await endContactPoint(scope, point.id)
    return done({ caseId })
  })
}
