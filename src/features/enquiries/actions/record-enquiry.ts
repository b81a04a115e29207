import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { addEnquiry } from '../data/add-enquiry.ts'
import { dropCallDraft, isRecorded } from '../data/call-drafts.ts'
import type { RecordedChannel } from '../domain/enquiry.ts'
import type { NewEnquiry } from '../domain/new-enquiry.ts'

/** An enquiry that reached the office itself: by telephone, letter, e-mail or at the door. */
export type RecordedEnquiry = NewEnquiry & { readonly channel: RecordedChannel }

/**
 * Writes down an enquiry that came by telephone, letter, e-mail or visit. `actor` is null when a machine took it in; `draftId` is
 * the draft from which it was saved, which ends with it: the enquiry takes its identifier, so that it is recorded once.
 */
export function recordEnquiry(
  desk: Desk<PurposeKey>,
  actor: Id | null,
  input: { readonly key: Id; readonly enquiry: RecordedEnquiry; readonly draftId?: Id | null },
) {
  const deed = { purpose: 'enquiries', deed: 'enquiry.recorded', key: input.key } as const
  return desk.act(actor, deed, async (scope) => {
    const { draftId } = input
    if (!draftId) return done({ enquiryId: (await addEnquiry(scope, input.enquiry)).id })
    if (!(await isRecorded(scope, draftId))) await addEnquiry(scope, input.enquiry, draftId)
    await dropCallDraft(scope, draftId)
    return done({ enquiryId: draftId })
  })
}
