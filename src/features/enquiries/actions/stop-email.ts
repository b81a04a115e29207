import type { Desk } from '../../../platform/database/desk.ts'
import type { CompiledPolicy } from '../../../policy/compiled.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, refused } from '../../../values/outcome.ts'
import { withdrawEmail } from '../../consents/index.ts'
import { endEmail } from '../data/enquiry-writes.ts'

/** Somebody does not want e-mail any more: nothing goes by it from now on, and what they agreed to before stands in the ledger. */
export function stopEmail(
  desk: Desk<PurposeKey>,
  policy: CompiledPolicy,
  actor: Id,
  input: { readonly key: Id; readonly enquiryId: Id },
) {
  const { key, enquiryId } = input
  const deed = { purpose: 'enquiries', deed: 'consent.withdrawn', key, subjectId: enquiryId } as const
  return desk.act<'no_such'>(actor, deed, async (scope) => {
    const set = { email_safety: 'unsafe' }
    await scope.announce({ act: 'withdrawal', changes: [{ table: 'enquiry', id: enquiryId, set }] })
    if (!(await endEmail(scope, enquiryId))) return refused('no_such')
    await withdrawEmail(scope, policy, { enquiryId })
    return done({ enquiryId })
  })
}
