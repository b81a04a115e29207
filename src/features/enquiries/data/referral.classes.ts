import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const ofTheReferrer = () => personal('referral.referrer', ['professional'], { filled: 'once' })

export const referralClasses = {
  referral: {
    of: 'enquiry',
    category: 'referral.referrer',
    rows: { by: 'everyone' },
    whose: { through: 'enquiry_id', of: 'enquiry' },
    columns: {
      id: key('professional'),
      enquiry_id: key('enquirer'),
      name: ofTheReferrer(),
      work: ofTheReferrer(),
      organisation: ofTheReferrer(),
      email: ofTheReferrer(),
      email_folded: personal('referral.referrer', ['professional'], { filled: 'server', onAccess: 'copy' }),
      telephone: ofTheReferrer(),
      telephone_digits: personal('referral.referrer', ['professional'], { filled: 'server', onAccess: 'copy' }),
      name_folded: personal('referral.referrer', ['professional'], { filled: 'server', onAccess: 'copy' }),
      name_keys: personal('referral.referrer', ['professional'], { filled: 'server', onAccess: 'copy' }),
      link_hash: key('professional'),
      made_at: stamp('professional'),
      professional_id: key('professional'),
      own_reference: ofTheReferrer(),
      ended_on: course('enquirer'),
      ended_by: course('staff'),
    },
  },
} satisfies Classified<Tables, 'referral'>
