import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

export const calendarClasses = {
  calendar_feed: {
    of: 'staff',
    category: 'staff.calendar',
    rows: { by: 'actor', column: 'staff_id' },
    columns: {
      id: key('staff'),
      staff_id: stamp('staff'),
      token_hash: notPersonal('the hash of a random secret', 'once'),
      wording: personal('staff.calendar', ['staff'], { filled: 'once' }),
      made_at: stamp('staff'),
      ended_at: course('staff'),
    },
  },
} satisfies Classified<Tables, 'calendar_feed'>
