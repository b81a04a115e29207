import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const kept = () => personal('case.document', ['party'], { form: 'file', filled: 'once' })

export const fileClasses = {
  stored_file: {
    of: 'case',
    category: 'case.document',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      zone: course('party'),
      legal_quality: key('party'),
      name: kept(),
      media_type: kept(),
      size_bytes: kept(),
      sha256: kept(),
      stored_name: key('party'),
      scan: course('party'),
      flags: personal('case.document', ['party'], { filled: 'once' }),
      status: course('party'),
      added_by: stamp('staff'),
      added_at: stamp('party'),
      settled_by: course('staff'),
      settled_at: course('staff'),
    },
  },
  file_sharing: {
    of: 'case',
    category: 'case.document',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key('party'),
      case_id: key('party'),
      file_id: key('party'),
      from_zone: key('party'),
      because: personal('case.document', ['party', 'otherPeople'], { form: 'freeText', filled: 'once' }),
      shared_by: stamp('staff'),
      shared_at: stamp('staff'),
    },
  },
} satisfies Classified<Tables, 'stored_file' | 'file_sharing'>
