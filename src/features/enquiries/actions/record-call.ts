import type { Desk } from '../../../platform/database/desk.ts'
import { recordLifeEvent } from '../../../platform/database/life-event.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'
import { type Id, newId } from '../../../values/ids.ts'
import { done } from '../../../values/outcome.ts'
import { newReference } from '../domain/reference.ts'

/** What a caller said. Only the names are asked for by the form: the rest can come later. */
export interface Call {
  /** Who rings: the person, or a professional for them. */
  readonly askedBy: 'self' | 'solicitor' | 'agency'
  readonly organisation: string | null
  /** A professional said that their client agreed to this. */
  readonly permissionStated: boolean
  readonly givenName: string
  readonly familyName: string
  readonly birthDate: string | null
  readonly telephone: string | null
  readonly telephoneDigits: string | null
  readonly telephoneSafety: 'safe' | 'unsafe' | 'not_asked'
  readonly voicemailSafety: 'safe' | 'unsafe' | 'not_asked'
  readonly email: string | null
  readonly emailSafety: 'safe' | 'unsafe' | 'not_asked'
  readonly contactTimes: string | null
  readonly otherGivenName: string | null
  readonly otherFamilyName: string | null
  readonly topic: 'children' | 'money' | 'both' | 'question' | 'other'
  readonly message: string
}

/** Records an enquiry that came by telephone. */
export function recordCall(desk: Desk<PurposeKey>, actor: Id, input: { readonly key: Id; readonly call: Call }) {
  const { call } = input
  return desk.act(actor, { purpose: 'enquiries', deed: 'enquiry.recorded', key: input.key }, async (scope) => {
    const id = newId()
    scope.about({ subjectId: id })
    await scope.queries
      .insertInto('enquiry')
      .values({
        id,
        reference: newReference('E'),
        channel: 'telephone',
        asked_by: call.askedBy,
        organisation: call.organisation,
        permission_stated: call.permissionStated,
        given_name: call.givenName,
        family_name: call.familyName,
        birth_date: call.birthDate,
        telephone: call.telephone,
        telephone_digits: call.telephoneDigits,
        telephone_safety: call.telephoneSafety,
        voicemail_safety: call.voicemailSafety,
        email: call.email,
        email_safety: call.emailSafety,
        contact_times: call.contactTimes,
        other_given_name: call.otherGivenName,
        other_family_name: call.otherFamilyName,
        topic: call.topic,
        message: call.message,
      })
      .execute()
    await recordLifeEvent(scope, { aggregate: 'enquiry', id, event: 'enquiry.lastContact' })
    return done({ enquiryId: id })
  })
}
