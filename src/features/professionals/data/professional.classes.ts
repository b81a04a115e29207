import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const contact = () => personal('professional.contact', ['professional'])

export const professionalClasses = {
  professional: {
    of: 'professional',
    category: 'professional.contact',
    rows: { by: 'everyone' },
    removedBy: ['professionalContacts'],
    columns: {
      id: key('professional'),
      name: contact(),
      work: contact(),
      organisation: contact(),
      email: contact(),
      email_folded: personal('professional.contact', ['professional'], { filled: 'server', onAccess: 'copy' }),
      telephone: contact(),
      source: contact(),
      last_contact_on: course('professional'),
      telephone_digits: personal('professional.contact', ['professional'], { filled: 'server', onAccess: 'copy' }),
      name_folded: personal('professional.contact', ['professional'], { filled: 'server', onAccess: 'copy' }),
      name_keys: personal('professional.contact', ['professional'], { filled: 'server', onAccess: 'copy' }),
      added_at: stamp('professional'),
      account_opened_at: course('professional'),
      account_opened_by: course('staff'),
      account_ended_at: course('professional'),
    },
  },
} satisfies Classified<Tables, 'professional'>
