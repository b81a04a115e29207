import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

export const staffClasses = {
  staff: {
    of: 'staff',
    category: 'staff.account',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      name: personal('staff.name', ['staff']),
      email: personal('staff.account', ['staff']),
      role: personal('staff.name', ['staff']),
      invited_at: stamp('staff'),
      joined_at: course('staff'),
      suspended_at: course('staff'),
      left_on: course('staff'),
    },
  },
} satisfies Classified<Tables, 'staff'>
