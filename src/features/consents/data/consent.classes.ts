import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

export const consentClasses = {
  consent_subject: {
    of: 'consent',
    category: 'consent.ledger',
    rows: { by: 'everyone' },
    whose: 'person',
    columns: {
      id: key('enquirer', 'party'),
      enquiry_id: key('enquirer'),
      person_id: course('party'),
    },
  },
  consent_event: {
    of: 'consent',
    category: 'consent.ledger',
    rows: { by: 'everyone' },
    whose: { through: 'subject_id', of: 'consent_subject' },
    columns: {
      id: key(),
      subject_id: key('enquirer', 'party'),
      scope: personal('consent.ledger', ['enquirer', 'party'], { filled: 'once' }),
      act: personal('consent.ledger', ['enquirer', 'party'], { filled: 'once' }),
      wording_hash: notPersonal('the fingerprint of a text', 'once'),
      policy_hash: notPersonal('the fingerprint of a policy', 'once'),
      channel: personal('consent.ledger', ['enquirer', 'party'], { filled: 'once' }),
      at: personal('consent.ledger', ['enquirer', 'party'], { filled: 'server' }),
      recorded_by: stamp('staff'),
      receipt: course('enquirer', 'party'),
    },
  },
  consent_count: {
    of: 'websiteCount',
    category: 'consent.choices',
    rows: { by: 'everyone' },
    columns: {
      day: notPersonal('a day on which something was counted', 'once'),
      wording_hash: notPersonal('the fingerprint of a text', 'once'),
      choice: notPersonal('accepted or refused, counted', 'once'),
      choices: notPersonal('how many people chose so that day'),
    },
  },
} satisfies Classified<Tables, 'consent_subject' | 'consent_event' | 'consent_count'>
