import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

export const taskClasses = {
  task: {
    of: 'case',
    category: 'task.list',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key(),
      // A purpose that ends tasks must be able to tell which: what waits is read with the references.
      kind: { kind: 'course', about: ['party', 'enquirer'], filled: 'once' },
      case_id: key('party'),
      enquiry_id: key('enquirer'),
      message_id: key('party', 'enquirer'),
      subject_id: key('party', 'staff'),
      for_role: personal('task.list', ['staff']),
      for_staff: personal('task.list', ['staff']),
      due_on: personal('task.list', ['party', 'enquirer'], { filled: 'once' }),
      made_at: stamp('staff'),
      done_at: course('staff'),
      done_by: course('staff'),
    },
  },
} satisfies Classified<Tables, 'task'>
