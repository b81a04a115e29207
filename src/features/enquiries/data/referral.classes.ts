import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const ofTheReferrer = () => personal('referral.referrer', ['professional'], { filled: 'once' })

export const referralClasses = {
  referral: {
    of: 'enquiry',
    category: 'referral.referrer',
    rows: { by: 'everyone' },
    columns: {
      id: key('professional'),
      enquiry_id: key('enquirer'),
      name: ofTheReferrer(),
      work: ofTheReferrer(),
      organisation: ofTheReferrer(),
      email: ofTheReferrer(),
      email_folded: personal('referral.referrer', ['professional'], { filled: 'server' }),
      telephone: ofTheReferrer(),
      telephone_digits: personal('referral.referrer', ['professional'], { filled: 'server' }),
      name_folded: personal('referral.referrer', ['professional'], { filled: 'server' }),
      name_keys: personal('referral.referrer', ['professional'], { filled: 'server' }),
      link_hash: key('professional'),
      made_at: stamp('professional'),
      professional_id: key('professional'),
      own_reference: ofTheReferrer(),
      ended_on: course('enquirer'),
      ended_by: course('staff'),
    },
  },
} satisfies Classified<Tables, 'referral'>
