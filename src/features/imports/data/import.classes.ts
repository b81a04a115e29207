import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const sheet = () => personal('import.sheet', ['party', 'otherPeople'], { form: 'file', onAccess: 'withhold' })

export const importClasses = {
  import_sheet: {
    of: 'import',
    category: 'import.sheet',
    rows: { by: 'everyone' },
    whose: { nobodys: 'sealed: what was brought in from it stands in the files' },
    removedBy: ['bringingIn'],
    columns: {
      id: key('party'),
      status: course('party'),
      sealed: sheet(),
      wrapped: sheet(),
      headings: notPersonal('a sum of the headings of the columns', 'once'),
      columns: notPersonal('what each column is, in our words'),
      day_first: notPersonal('how dates are written in a sheet'),
      row_count: notPersonal('how many rows there are', 'once'),
      left_out: notPersonal('numbers of rows'),
      case_count: notPersonal('how many came in'),
      person_count: notPersonal('how many came in'),
      taken_back_count: notPersonal('how many were taken back'),
      given_at: stamp('party'),
      given_by: stamp('staff'),
      brought_in_at: course('party'),
      brought_in_by: course('staff'),
      taken_back_at: course('party'),
      taken_back_by: course('staff'),
    },
  },
  imported_case: {
    of: 'case',
    category: 'case.index',
    rows: { by: 'case', column: 'case_id' },
    whose: 'both',
    columns: {
      id: key('party'),
      case_id: key('party'),
      import_id: key('party'),
      old_reference: personal('case.index', ['party'], { filled: 'once' }),
      opened_on: personal('case.index', ['party'], { filled: 'once' }),
      as_imported: personal('case.index', ['party'], { onAccess: 'withhold', filled: 'server' }),
      made_at: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'import_sheet' | 'imported_case'>
