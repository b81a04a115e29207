import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const detail = () => personal('appointment.details', ['party', 'staff'])
const firstPlan = () => personal('case.plan', ['party'], { filled: 'once' })
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
      // Each party's own times, in their own zone: of the other's they see nothing.
      arrives_at: detail(),
      leaves_at: detail(),
      waits_apart: detail(),
      own_changes: detail(),
    },
  },
  arrival_plan: {
    of: 'case',
    category: 'case.plan',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key('party'),
      case_id: key('party'),
      apart: firstPlan(),
      first_side: firstPlan(),
      gap_minutes: firstPlan(),
      set_by: stamp('staff'),
      set_at: stamp('staff'),
      turn: stamp('staff'),
    },
  },
  booking_exception: {
    of: 'case',
    category: 'case.plan',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key('party'),
      case_id: key('party'),
      appointment_id: key('party'),
      against: firstPlan(),
      reason: personal('case.plan', ['party', 'staff'], { form: 'freeText', onAccess: 'review', filled: 'once' }),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  // The office's own: why somebody was not asked for a fee may say what they told.
  missed_fee: {
    of: 'case',
    category: 'case.plan',
    rows: { by: 'case', column: 'case_id' },
    whose: { through: 'attendance_id', of: 'attendance' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      attendance_id: key('party'),
      how: firstPlan(),
      told_on: firstPlan(),
      amount_pence: firstPlan(),
      reason: personal('case.plan', ['party', 'staff'], { form: 'freeText', onAccess: 'review', filled: 'once' }),
      decided_by: stamp('staff'),
      decided_at: stamp('staff'),
      turn: stamp('staff'),
    },
  },
} satisfies Classified<Tables, 'appointment' | 'attendance' | 'arrival_plan' | 'booking_exception' | 'missed_fee'>
