import { dayOf } from '../../../platform/clock/service-clock.ts'
import type { Scope } from '../../../platform/database/desk.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { newReference } from '../../enquiries/index.ts'
import type { NewComplaint } from '../domain/complaint.ts'

/** Adds a complaint within the caller's transaction. `by`: the person who is signed in, or the colleague who takes it down. */
export async function addComplaint(
  scope: Scope,
  complaint: NewComplaint,
  by: { readonly personId?: Id; readonly takenBy?: Id } = {},
): Promise<{ readonly id: Id; readonly reference: string }> {
  const id = newId()
  const reference = newReference('K')
  scope.about({ subjectId: id })
  await scope.queries
    .insertInto('complaint')
    .values({
      ...{ id, reference, about: complaint.about, channel: complaint.channel, made_for: complaint.madeFor },
      received_on: complaint.receivedOn ?? dayOf(scope.now).toString(),
      ...{ given_name: complaint.givenName, family_name: complaint.familyName, details: complaint.details },
      ...{ representative: complaint.representative, organisation: complaint.organisation },
      ...{ given_contact: complaint.givenContact, wanted: complaint.wanted, about_whom: complaint.aboutWhom },
      ...(by.personId ? { person_id: by.personId } : {}),
      ...(by.takenBy ? { taken_by: by.takenBy } : {}),
    })
    .execute()
  return { id, reference }
}
