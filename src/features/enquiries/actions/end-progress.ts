import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { endProgress } from '../data/referrals.ts'

/** A client does not want their referrer to follow any more: from now on the link shows what a wrong one shows. */
export function endReferrerProgress(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly enquiryId: Id },
) {
  const { key, enquiryId } = input
  const deed = { purpose: 'enquiries', deed: 'referral.ended', key, subjectId: enquiryId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) =>
    (await endProgress(scope, enquiryId)) ? done({ enquiryId }) : refused('no_such'),
  )
}
