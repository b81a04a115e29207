import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const detail = () => personal('appointment.details', ['party', 'staff'])
const firstDetail = () => personal('appointment.details', ['party', 'staff'], { filled: 'once' })

export const bookingClasses = {
  appointment: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      kind: firstDetail(),
      zone: key('party'),
      mediator_id: detail(),
      room_id: detail(),
      means: detail(),
      starts_at: detail(),
      // What ends a file must see that a meeting is still to come.
      ends_at: course('party', 'staff'),
      status: course('party', 'staff'),
      revision: detail(),
      made_at: stamp('party'),
    },
  },
  attendance: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      appointment_id: key('party'),
      case_id: key('party'),
      party_id: key('party'),
      zone: key('party'),
      status: detail(),
      settled_at: detail(),
      calendar_uid: firstDetail(),
    },
  },
} satisfies Classified<Tables, 'appointment' | 'attendance'>
