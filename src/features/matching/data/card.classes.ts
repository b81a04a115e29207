import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

/** The database copies it from the file that ends; no purpose writes it. */
const copied = () => personal('returning.index', ['party'], { filled: 'server' })

export const cardClasses = {
  returning_card: {
    of: 'returning',
    category: 'returning.index',
    rows: { by: 'everyone' },
    whose: { nobodys: 'of somebody whose file has ended: no file leads to it' },
    columns: {
      id: key('party'),
      given_name: copied(),
      family_name: copied(),
      former_names: copied(),
      birth_date: copied(),
      contact: copied(),
      reference: copied(),
      closed_on: stamp('party'),
      made_at: stamp('party'),
      ended_at: course('party'),
      returned_case: course('party'),
      returned_side: course('party'),
      name_folded: copied(),
      name_turned: copied(),
      name_keys: copied(),
      contact_keys: copied(),
    },
  },
} satisfies Classified<Tables, 'returning_card'>
