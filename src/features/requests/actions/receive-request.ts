import type { Desk } from '../../../platform/database/desk.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { addRequest } from '../data/add-request.ts'
import type { NewRequest } from '../domain/request.ts'

const deed = { purpose: 'rights', deed: 'request.received' } as const

/**
 * Takes in what somebody asks from the website. Nothing is looked up, so that nothing of the answer can tell whether they are known;
 * nothing is sent, since nobody knows yet whose the addresses in it are.
 */
export const receiveRequest = (desk: Desk<PurposeKey>, input: { readonly key: Id; readonly request: NewRequest }) =>
  desk.act(null, { ...deed, key: input.key }, async (scope) =>
    done({ reference: (await addRequest(scope, input.request)).reference }),
  )

/** What a party asks while signed in: that they are signed in is one way of showing who they are. */
export const receiveOwnRequest = (
  desk: Desk<PurposeKey>,
  personId: Id,
  input: { readonly key: Id; readonly request: NewRequest },
) =>
  desk.act(personId, { ...deed, key: input.key, subjectId: personId }, async (scope) =>
    done({ requestId: (await addRequest(scope, input.request, { personId })).id }),
  )

/** What came by letter, mail or telephone, or was said in person, taken down by a colleague. */
export const takeRequest = (
  desk: Desk<PurposeKey>,
  actor: Id,
  input: { readonly key: Id; readonly request: NewRequest },
) =>
  desk.act(actor, { ...deed, key: input.key }, async (scope) =>
    done({ requestId: (await addRequest(scope, input.request, { takenBy: actor })).id }),
  )
