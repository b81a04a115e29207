import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { newReference } from '../../enquiries/index.ts'
import type { NewRequest } from '../domain/request.ts'

/** Adds a request within the caller's transaction. `by`: the person who asks in the portal, or the colleague who takes it down. */
export async function addRequest(
  scope: Scope,
  request: NewRequest,
  by: { readonly personId?: Id; readonly takenBy?: Id; readonly id?: Id } = {},
): Promise<{ readonly id: Id; readonly reference: string }> {
  const id = by.id ?? newId()
  const reference = newReference('R')
  const today = dayOf(scope.now).toString()
  const authority = request.authoritySeen && by.takenBy ? { authority_on: today, authority_by: by.takenBy } : {}
  scope.about({ subjectId: id })
  await scope.queries
    .insertInto('rights_request')
    .values({
      ...{ id, reference, kind: request.kind, channel: request.channel, received_on: request.receivedOn ?? today },
      ...{ asked_for: request.askedFor, given_name: request.givenName, family_name: request.familyName },
      ...{ birth_date: request.birthDate, representative: request.representative, organisation: request.organisation },
      ...{ child_name: request.childName, details: request.details, given_contact: request.givenContact },
      ...(by.personId ? { person_id: by.personId } : {}),
      ...(by.takenBy ? { taken_by: by.takenBy, ...authority } : {}),
    })
    .execute()
  return { id, reference }
}
