import type { Desk } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { finishTasks } from '../../tasks/index.ts'
import { markAnswered } from '../data/enquiry-writes.ts'

/** Says that an enquiry has been answered. Its own clock starts anew from this last contact. */
export function answerEnquiry(
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly enquiryId: Id; readonly note: string | null },
): Promise<Outcome<Readonly<Record<string, string>>, 'not_waiting'>> {
  const deed = { purpose: 'enquiries', deed: 'enquiry.answered', key: input.key, subjectId: input.enquiryId } as const
  return desk.act<'not_waiting'>(actor, deed, async (scope) => {
    if (!(await markAnswered(scope, input.enquiryId, input.note))) return refused('not_waiting')
    await finishTasks(scope, { kind: 'call-back', enquiryId: input.enquiryId })
    await finishTasks(scope, { kind: 'write-back', enquiryId: input.enquiryId })
    await recordLifeEvent(scope, { aggregate: 'enquiry', id: input.enquiryId, event: 'enquiry.lastContact' })
    return done({ enquiryId: input.enquiryId })
  })
}
