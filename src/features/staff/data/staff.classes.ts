import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

export const staffClasses = {
  staff: {
    of: 'staff',
    category: 'staff.account',
    rows: { by: 'colleague', column: 'id', metByParties: true },
    columns: {
      id: key('staff'),
      name: personal('staff.name', ['staff']),
      email: personal('staff.account', ['staff']),
      role: personal('staff.name', ['staff']),
      name_folded: personal('staff.name', ['staff'], { filled: 'server', onAccess: 'copy' }),
      name_keys: personal('staff.name', ['staff'], { filled: 'server', onAccess: 'copy' }),
      invited_at: stamp('staff'),
      joined_at: course('staff'),
      suspended_at: course('staff'),
      left_on: course('staff'),
    },
  },
  staff_link: {
    of: 'staff',
    category: 'staff.recovery',
    rows: { by: 'colleague', column: 'staff_id' },
    columns: {
      token_hash: notPersonal('the hash of a random secret', 'once'),
      staff_id: key('staff'),
      kind: notPersonal('what the link is for', 'once'),
      made_by: stamp('staff'),
      made_at: stamp('staff'),
      expires_at: notPersonal('until when the link works', 'once'),
      spent_at: course('staff'),
    },
  },
  authenticator_reset: {
    of: 'staff',
    category: 'staff.recovery',
    rows: { by: 'colleague', column: 'staff_id' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      asked_by: stamp('staff'),
      asked_at: stamp('staff'),
      approved_by: course('staff'),
      approved_at: course('staff'),
      withdrawn_at: course('staff'),
    },
  },
} satisfies Classified<Tables, 'staff' | 'staff_link' | 'authenticator_reset'>
