import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const hours = () => personal('staff.hours', ['staff'], { filled: 'once' })

export const availabilityClasses = {
  working_hours: {
    of: 'staff',
    category: 'staff.hours',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      weekday: hours(),
      from_minute: hours(),
      until_minute: hours(),
      break_from: hours(),
      break_until: hours(),
      venue_id: hours(),
      first_day: hours(),
      last_day: personal('staff.hours', ['staff']),
      recorded_by: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  absence: {
    of: 'staff',
    category: 'staff.hours',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      starts_at: hours(),
      ends_at: hours(),
      withdrawn_at: course('staff'),
      recorded_by: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  holiday_opening: {
    of: 'staff',
    category: 'staff.hours',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      day: notPersonal('a day of the calendar', 'once'),
      open: notPersonal('whether the service opens on a day', 'once'),
      recorded_at: notPersonal('when that was said', 'server'),
      turn: notPersonal('the running number of a change', 'server'),
      recorded_by: stamp('staff'),
    },
  },
} satisfies Classified<Tables, 'working_hours' | 'absence' | 'holiday_opening'>
