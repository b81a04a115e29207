import { recordEnquiry, unasked } from '../../src/features/enquiries/index.ts'
import type { Id } from '../../src/values/ids.ts'
import { newId } from '../../src/values/ids.ts'
import type { TestService } from './service.ts'

const said = {
  ...({ emailSafety: 'safe', telephoneSafety: 'safe', voicemailSafety: 'unsafe', letterSafety: 'safe' } as const),
}

export interface Enquirer {
  readonly given: string
  readonly email: string
  /** As it is dialled, and its digits as they are compared. */
  readonly telephone: readonly [string, string]
  readonly message: string
}

/** Somebody of the name Larch who rang and never came; no case was made of it. */
export async function anEnquirer(
  db: TestService,
  actor: Id,
  { given, email, telephone, message }: Enquirer,
): Promise<Id> {
  const [dialled, digits] = telephone
  const outcome = await recordEnquiry(db.desk.office, actor, {
    key: newId(),
    enquiry: {
      ...{ channel: 'telephone', askedBy: 'self', organisation: null, permissionStated: false },
      ...{ givenName: given, familyName: 'Larch', birthDate: null, topic: 'both', safetyNote: null, needs: null },
      ...{ otherGivenName: 'Sol', otherFamilyName: 'Ferrow', message },
      reach: { ...unasked, ...said, email, telephone: dialled, telephoneDigits: digits },
    },
  })
  if (!outcome.done) throw new Error('a call is always recorded')
  return outcome.value.enquiryId as Id
}
