import type { Scope } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { NewEnquiry } from '../domain/new-enquiry.ts'
import { newReference } from '../domain/reference.ts'

/**
 * Adds an enquiry within the caller's transaction and starts its clock. Everything is made up before it is written: the website's
 * role may add rows and read none.
 */
export async function addEnquiry(
  scope: Scope,
  enquiry: NewEnquiry,
  id: Id = newId(),
): Promise<{ readonly id: Id; readonly reference: string }> {
  const reference = newReference('E')
  const { reach } = enquiry
  scope.about({ subjectId: id })
  await scope.queries
    .insertInto('enquiry')
    .values({
      id,
      reference,
      channel: enquiry.channel,
      ...(enquiry.receivedOn ? { received_on: enquiry.receivedOn } : {}),
      asked_by: enquiry.askedBy,
      organisation: enquiry.organisation,
      permission_stated: enquiry.permissionStated,
      given_name: enquiry.givenName,
      family_name: enquiry.familyName,
      birth_date: enquiry.birthDate,
      email: reach.email,
      telephone: reach.telephone,
      telephone_digits: reach.telephoneDigits,
      address: reach.address,
      postcode: reach.postcode,
      email_safety: reach.emailSafety,
      telephone_safety: reach.telephoneSafety,
      letter_safety: reach.letterSafety,
      voicemail_safety: reach.voicemailSafety,
      contact_times: reach.contactTimes,
      safe_days: reach.safeDays,
      safe_from: reach.safeFrom,
      safe_until: reach.safeUntil,
      other_given_name: enquiry.otherGivenName,
      other_family_name: enquiry.otherFamilyName,
      heard_from: enquiry.heardFrom ?? null,
      wanted_on: enquiry.wantedOn ?? null,
      wanted_at: enquiry.wantedAt ?? null,
      topic: enquiry.topic,
      message: enquiry.message,
      safety_note: enquiry.safetyNote,
      needs: enquiry.needs,
    })
    .execute()
  await recordLifeEvent(scope, { aggregate: 'enquiry', id, event: 'enquiry.lastContact' })
  return { id, reference }
}
