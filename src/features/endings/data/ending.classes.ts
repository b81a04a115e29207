import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, stamp } from '../../../policy/classification.ts'

/** What is kept and not used, and since when. */
export const endingClasses = {
  restriction: {
    of: 'case',
    category: 'request.details',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      enquiry_id: key('enquirer'),
      request_id: key('party'),
      covers: key('party'),
      ground: key('party'),
      placed_at: stamp('party'),
      placed_by: stamp('staff'),
      told_at: course('party'),
      told_by: course('staff'),
      told_how: course('party'),
      lifted_at: course('party'),
      lifted_by: course('staff'),
    },
  },
  erasure_order: {
    of: 'case',
    category: 'request.details',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      request_id: key('party'),
      person_id: key('party'),
      enquiry_id: key('enquirer'),
      categories: notPersonal('kinds of data, in words of ours', 'once'),
      decided_at: stamp('party'),
      decided_by: stamp('staff'),
    },
  },
} satisfies Classified<Tables, 'restriction' | 'erasure_order'>
