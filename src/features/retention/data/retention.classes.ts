import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const band = (reason: string) => notPersonal(`${reason}, of a case that is gone`, 'once')

export const retentionClasses = {
  retention_state: {
    of: 'case',
    category: 'retention.course',
    rows: { by: 'everyone' },
    whose: { nobodys: 'what ends when is told from the policy' },
    removedBy: ['retention'],
    columns: {
      aggregate: notPersonal('a kind of thing', 'once'),
      aggregate_id: key('party', 'enquirer', 'staff'),
      rule: personal('retention.course', ['party', 'enquirer']),
      policy_hash: notPersonal('the fingerprint of a policy'),
      due_on: personal('retention.course', ['party', 'enquirer']),
      status: personal('retention.course', ['party', 'enquirer']),
      reason: personal('retention.course', ['party', 'enquirer']),
      since: personal('retention.course', ['party', 'enquirer']),
      wait_until: personal('retention.course', ['party', 'enquirer']),
    },
  },
  destruction_certificate: {
    of: 'destruction',
    category: 'retention.course',
    rows: { by: 'everyone' },
    whose: { nobodys: 'of a file that has ended: it names nobody' },
    columns: {
      id: key(),
      aggregate: notPersonal('a kind of thing', 'once'),
      rule: notPersonal('the name of a rule', 'once'),
      policy_hash: notPersonal('the fingerprint of a policy', 'once'),
      due_on: notPersonal('when something nameless was due', 'once'),
      destroyed_at: stamp(),
      row_counts: notPersonal('how many rows went', 'once'),
      file_count: notPersonal('how many files went', 'once'),
      paper_reference: personal('retention.course', ['party']),
      paper_place: personal('retention.course', ['party'], { form: 'freeText' }),
      paper_destroyed_on: notPersonal('when the paper of something nameless was destroyed'),
      paper_destroyed_by: course('staff'),
    },
  },
  sweep_state: {
    of: 'service',
    category: 'retention.course',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('marks the only row', 'once'),
      swept_at: notPersonal('when the sweep ran'),
      halted_at: notPersonal('when the clock had leapt'),
      confirmed_at: notPersonal('when the date was confirmed'),
      confirmed_by: course('staff'),
    },
  },
  case_fact: {
    of: 'statistic',
    category: 'statistics.facts',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      opened_year: band('a year'),
      closed_year: band('a year'),
      topic: band('what it was about'),
      channel: band('how it came'),
      outcome: band('how it ended'),
      miams: band('a banded count'),
      sessions: band('a banded count'),
      children: band('a banded count'),
    },
  },
} satisfies Classified<Tables, 'retention_state' | 'destruction_certificate' | 'sweep_state' | 'case_fact'>
