import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { addComplaint } from '../data/add-complaint.ts'
import type { NewComplaint } from '../domain/complaint.ts'

const deed = { purpose: 'complaints', deed: 'complaint.received' } as const

interface Received {
  readonly key: Id
  readonly complaint: NewComplaint
}

/** Takes in a complaint from the website. Nothing is looked up, so that nothing of the answer can tell whether they are known. */
export const receiveComplaint = (desk: Desk<PurposeKey>, input: Received) =>
  desk.act(null, { ...deed, key: input.key }, async (scope) =>
    done({ reference: (await addComplaint(scope, input.complaint)).reference }),
  )

/** What a party complains about while signed in. */
export const receiveOwnComplaint = (desk: Desk<PurposeKey>, personId: Id, input: Received) =>
  desk.act(personId, { ...deed, key: input.key, subjectId: personId }, async (scope) =>
    done({ complaintId: (await addComplaint(scope, input.complaint, { personId })).id }),
  )

/** What came by letter, mail or telephone, or was said in person, taken down by a colleague. */
export const takeComplaint = (desk: Desk<PurposeKey>, actor: Id, input: Received) =>
  desk.act(actor, { ...deed, key: input.key }, async (scope) => {
    const { id, reference } = await addComplaint(scope, input.complaint, { takenBy: actor })
    return done({ complaintId: id, reference })
  })
