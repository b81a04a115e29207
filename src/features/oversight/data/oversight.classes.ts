import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

/** What the software keeps about its own working: who did what, which policy is in force, what was asked already. */
export const oversightClasses = {
  access_log: {
    of: 'auditTrail',
    category: 'audit.trail',
    rows: { by: 'everyone' },
    whose: { nobodys: 'who opened a file is told by role, not row by row' },
    everyRoleAdds: true,
    columns: {
      id: notPersonal('a running number', 'server'),
      // What ends the log must be able to tell how old a row is, and nothing else of it.
      at: stamp('staff'),
      written_at: personal('audit.trail', ['staff'], { filled: 'server' }),
      xid: notPersonal('the number of a transaction', 'server'),
      actor: personal('audit.trail', ['staff'], { filled: 'server' }),
      db_role: personal('audit.trail', ['staff'], { filled: 'server' }),
      act: personal('audit.trail', ['staff'], { filled: 'once' }),
      case_id: personal('audit.trail', ['party', 'staff'], { filled: 'once' }),
      subject_id: personal('audit.trail', ['party', 'enquirer', 'staff'], { filled: 'once' }),
      row_count: personal('audit.trail', ['staff'], { filled: 'once' }),
      also: personal('audit.trail', ['staff'], { filled: 'once' }),
    },
  },
  audit_seal: {
    of: 'service',
    category: 'service.assurance',
    rows: { by: 'everyone' },
    columns: {
      seq: notPersonal('a running number', 'once'),
      after_id: notPersonal('a running number', 'once'),
      from_xid: notPersonal('the number of a transaction', 'once'),
      to_xid: notPersonal('the number of a transaction', 'once'),
      last_id: notPersonal('a running number', 'once'),
      parts: notPersonal('fingerprints of records by day', 'once'),
      previous_head: notPersonal('a fingerprint of records', 'once'),
      head: notPersonal('a fingerprint of records', 'once'),
      sealed_at: notPersonal('when records were sealed', 'server'),
    },
  },
  live_check: {
    of: 'service',
    category: 'service.assurance',
    rows: { by: 'everyone' },
    columns: {
      key: notPersonal('the name of a check', 'once'),
      checked_at: notPersonal('when a check was made'),
      held_at: notPersonal('when a check was last good'),
      state: notPersonal('how a check came out'),
      found: notPersonal('how many things a check found'),
      words: notPersonal('what a check found, as counts'),
    },
  },
  request_key: {
    of: 'request',
    category: 'audit.trail',
    rows: { by: 'everyone' },
    whose: { nobodys: 'identifiers of what was done, kept for a day' },
    columns: {
      key: notPersonal('a random number made by a form', 'server'),
      act: personal('audit.trail', ['staff'], { filled: 'server' }),
      actor: personal('audit.trail', ['staff'], { filled: 'server' }),
      at: stamp('staff'),
      answer: personal('audit.trail', ['staff', 'enquirer', 'party'], { filled: 'server' }),
    },
  },
  act_mark: {
    of: 'auditTrail',
    category: 'audit.trail',
    rows: { by: 'everyone' },
    columns: {
      intent: notPersonal('the random number of a line in the journal', 'server'),
      marked_at: notPersonal('when something nameless was done', 'server'),
    },
  },
  backup: {
    of: 'backup',
    category: 'retention.course',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('the number of a copy', 'server'),
      made_at: notPersonal('when a copy was made', 'server'),
      file_name: notPersonal('where a copy lies', 'server'),
      size_bytes: notPersonal('how large a copy is', 'server'),
      key_name: notPersonal('the public half of a key', 'server'),
    },
  },
  restoration: {
    of: 'service',
    category: 'retention.course',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('the number of a restoration', 'server'),
      restored_at: notPersonal('when the service came back from a copy', 'server'),
      backup_made_at: notPersonal('when that copy was made', 'server'),
      replayed_at: notPersonal('when all that was done since was done again', 'server'),
      replayed_acts: notPersonal('how many acts were done again', 'server'),
    },
  },
  policy_version: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      hash: notPersonal('the fingerprint of a policy', 'once'),
      applied_at: notPersonal('when a policy came into force', 'server'),
      approved_by: personal('audit.trail', ['staff'], { filled: 'once' }),
      policy: notPersonal('the rules of the service', 'once'),
      notice: notPersonal('the public privacy notice', 'once'),
      changes: notPersonal('what a policy changed', 'once'),
    },
  },
  role_rule: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      staff_role: notPersonal('the name of a role', 'server'),
      db_role: notPersonal('the name of a database role', 'server'),
      row_scope: notPersonal('a rule of the policy', 'server'),
    },
  },
  category_place: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      category: notPersonal('the name of a kind of data', 'server'),
      tab: notPersonal('the name of a table', 'server'),
    },
  },
  access_plan: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('marks the only row', 'server'),
      digest: notPersonal('the fingerprint of the planned rights', 'server'),
      state: notPersonal('rights of database roles', 'server'),
    },
  },
  migration: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      name: notPersonal('the name of a change to the schema', 'server'),
      digest: notPersonal('the fingerprint of a change to the schema', 'server'),
      applied_at: notPersonal('when the schema changed', 'server'),
    },
  },
  demonstration_clock: {
    of: 'service',
    category: 'service.policy',
    rows: { by: 'everyone' },
    columns: {
      id: notPersonal('marks the only row', 'server'),
      ahead_seconds: notPersonal('how far the demonstration is ahead', 'server'),
    },
  },
  life_event: {
    of: 'case',
    category: 'retention.course',
    rows: { by: 'everyone' },
    whose: { nobodys: 'the days from which a period runs stand on the file itself' },
    columns: {
      id: key(),
      aggregate: notPersonal('a kind of thing', 'once'),
      aggregate_id: key('party', 'enquirer', 'staff'),
      event: personal('retention.course', ['party', 'enquirer', 'staff'], { filled: 'once' }),
      happened_on: personal('retention.course', ['party', 'enquirer', 'staff'], { filled: 'once' }),
      recorded_at: stamp('staff'),
    },
  },
} satisfies Classified<
  Tables,
  | 'access_log'
  | 'audit_seal'
  | 'live_check'
  | 'request_key'
  | 'act_mark'
  | 'backup'
  | 'restoration'
  | 'policy_version'
  | 'category_place'
  | 'role_rule'
  | 'access_plan'
  | 'migration'
  | 'demonstration_clock'
  | 'life_event'
>
