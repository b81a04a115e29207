import type { Answer, Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { partiesOf } from '../../cases/index.ts'
import { addConsentSubject, consentSubjectOf, recordChoice } from '../../consents/index.ts'
import { addInspectionWish } from '../data/disclosure-writes.ts'

/** What a party says about telling others. */
export const wishes = ['agrees', 'takes_back', 'objects', 'objects_no_more'] as const
export type Wish = (typeof wishes)[number]

/** Notes what a party says: that something may go to a person they name, or not; that nobody looks at the file for legal aid. */
export function noteWish(
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: { readonly key: Id; readonly caseId: Id; readonly side: 'A' | 'B'; readonly wish: Wish },
): Promise<Outcome<Answer, 'no_such' | 'not_asked'>> {
  const { key, caseId, side, wish } = input
  const deed = { purpose: 'disclosing', deed: 'disclosure.wish-noted', key, caseId } as const
  return desk.act<'no_such' | 'not_asked'>(actor, deed, async (scope) => {
    const party = (await partiesOf(scope, caseId)).find((it) => it.side === side)
    if (!party) return refused('no_such')
    if (wish === 'objects' || wish === 'objects_no_more') {
      await addInspectionWish(scope, { caseId, zone: side, objects: wish === 'objects' })
      return done({ caseId })
    }
    const { personId } = party
    const subjectId = (await consentSubjectOf(scope, { personId })) ?? (await addConsentSubject(scope, { personId }))
    const act = wish === 'agrees' ? 'given' : 'withdrawn'
    const said = await recordChoice(scope, policy, { subjectId, scope: 'sharing', act, channel: 'office' })
    return said.done ? done({ caseId }) : said
  })
}
