import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

/** What went wrong, in the words of a colleague. It can tell of anybody. */
const noted = () => personal('breach.details', ['party', 'enquirer', 'otherPeople', 'staff'], { form: 'freeText' })
const once = () =>
  personal('breach.details', ['party', 'enquirer', 'otherPeople', 'staff'], { form: 'freeText', filled: 'once' })

export const breachClasses = {
  breach: {
    of: 'breach',
    category: 'breach.details',
    rows: { by: 'everyone' },
    whose: { nobodys: 'tells of several people at once: whoever it touches is told of it by itself' },
    columns: {
      id: key('party'),
      reference: key('party'),
      kind: key('party'),
      way: key('party'),
      what: once(),
      aware_at: key('party'),
      made_at: stamp('party'),
      made_by: key('staff'),
      case_id: key('party'),
      message_id: key('party'),
      contained: noted(),
      whose: noted(),
      people_count: course('party'),
      delicate: course('party'),
      consequences: noted(),
      risk: course('party'),
      notify: course('party'),
      notify_reason: noted(),
      notify_by: course('staff'),
      notify_at: course('party'),
      tell: course('party'),
      tell_reason: noted(),
      tell_by: course('staff'),
      tell_at: course('party'),
      controller: course('party'),
      charity: course('party'),
      charity_reason: noted(),
      charity_by: course('staff'),
      measures: noted(),
      closed_on: course('party'),
      closed_by: course('staff'),
    },
  },
  breach_report: {
    of: 'breach',
    category: 'breach.details',
    rows: { by: 'everyone' },
    whose: { nobodys: 'tells of several people at once: whoever it touches is told of it by itself' },
    columns: {
      id: key('party'),
      breach_id: key('party'),
      told: key('party'),
      how: key('party'),
      words: once(),
      their_reference: once(),
      late_reason: once(),
      told_at: stamp('party'),
      made_by: key('staff'),
    },
  },
} satisfies Classified<Tables, 'breach' | 'breach_report'>
