import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

export const matchingClasses = {
  wall: {
    of: 'case',
    category: 'case.wall',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      staff_id: stamp('staff'),
      declared_at: stamp('staff'),
      lifted_at: course('staff'),
      lifted_by: course('staff'),
      lift_reason: personal('case.wall', ['party', 'staff'], { form: 'freeText', onAccess: 'withhold' }),
    },
  },
} satisfies Classified<Tables, 'wall'>
