import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const identity = () => personal('enquiry.identity', ['enquirer'])
const contact = () => personal('enquiry.contact', ['enquirer'])
const account = () => personal('enquiry.account', ['enquirer', 'otherPeople'], { form: 'freeText' })

export const enquiryClasses = {
  enquiry: {
    of: 'enquiry',
    category: 'enquiry.course',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('enquirer'),
      reference: key('enquirer'),
      channel: key('enquirer'),
      received_at: stamp('enquirer'),
      received_on: { kind: 'course', about: ['enquirer'], filled: 'once' },
      asked_by: personal('enquiry.identity', ['enquirer'], { filled: 'once' }),
      organisation: identity(),
      permission_stated: personal('enquiry.account', ['enquirer'], { filled: 'once' }),
      given_name: identity(),
      family_name: identity(),
      birth_date: identity(),
      name_folded: personal('enquiry.identity', ['enquirer'], { filled: 'server' }),
      name_turned: personal('enquiry.identity', ['enquirer'], { filled: 'server' }),
      name_keys: personal('enquiry.identity', ['enquirer'], { filled: 'server' }),
      email: contact(),
      email_folded: personal('enquiry.contact', ['enquirer'], { filled: 'server' }),
      telephone: contact(),
      telephone_digits: contact(),
      address: contact(),
      postcode: contact(),
      email_safety: contact(),
      telephone_safety: contact(),
      letter_safety: contact(),
      voicemail_safety: contact(),
      contact_times: personal('enquiry.contact', ['enquirer'], { form: 'freeText', onAccess: 'give' }),
      other_given_name: personal('enquiry.identity', ['otherPeople']),
      other_family_name: personal('enquiry.identity', ['otherPeople']),
      other_name_folded: personal('enquiry.identity', ['otherPeople'], { filled: 'server' }),
      other_name_turned: personal('enquiry.identity', ['otherPeople'], { filled: 'server' }),
      other_name_keys: personal('enquiry.identity', ['otherPeople', 'enquirer'], { filled: 'server' }),
      heard_from: personal('enquiry.account', ['enquirer']),
      wanted_on: personal('enquiry.contact', ['enquirer'], { filled: 'once' }),
      wanted_at: personal('enquiry.contact', ['enquirer'], { filled: 'once' }),
      side: course('party'),
      topic: personal('enquiry.account', ['enquirer']),
      message: account(),
      safety_note: account(),
      needs: personal('enquiry.account', ['enquirer'], { form: 'freeText', onAccess: 'give' }),
      status: course('enquirer'),
      answered_at: course('enquirer', 'staff'),
      answered_by: course('staff'),
      answer_note: account(),
      case_id: course('enquirer', 'party'),
    },
  },
} satisfies Classified<Tables, 'enquiry'>
