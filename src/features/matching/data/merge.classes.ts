import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const said = (filled?: 'once' | 'server') =>
  personal('person.merge', ['party'], { form: 'freeText', onAccess: 'review', ...(filled ? { filled } : {}) })
const kept = () => personal('person.merge', ['party'], { filled: 'server' })

export const mergeClasses = {
  person_merge: {
    of: 'case',
    category: 'person.merge',
    rows: { by: 'person', column: 'kept_id' },
    columns: {
      id: key('party'),
      kept_id: key('party'),
      merged_id: key('party'),
      agreeing: personal('person.merge', ['party'], { filled: 'once' }),
      reason: said('once'),
      merged_by: stamp('staff'),
      merged_at: stamp('party'),
      undo_until: key('party'),
      names_before: kept(),
      names_after: kept(),
      names_added: kept(),
      birth_taken: kept(),
      undone_at: course('party'),
      undone_by: course('staff'),
      undo_reason: said(),
    },
  },
  person_merge_row: {
    of: 'case',
    category: 'person.merge',
    rows: { by: 'person', column: 'kept_id' },
    columns: {
      id: stamp('party'),
      merge_id: stamp('party'),
      kept_id: stamp('party'),
      place: kept(),
      row_id: stamp('party'),
      safety_before: kept(),
      voicemail_before: kept(),
      safety_after: kept(),
      voicemail_after: kept(),
    },
  },
} satisfies Classified<Tables, 'person_merge' | 'person_merge_row'>
