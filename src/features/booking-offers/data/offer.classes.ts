import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const detail = () => personal('appointment.details', ['party', 'staff'])
const firstDetail = () => personal('appointment.details', ['party', 'staff'], { filled: 'once' })

/** Of an offer for both, both see the offer; what each answered lies in their own zone. */
export const offerClasses = {
  time_offer: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      kind: firstDetail(),
      zone: key('party'),
      means: firstDetail(),
      answer_by: firstDetail(),
      status: detail(),
      appointment_id: detail(),
      settled_at: detail(),
      made_by: stamp('staff'),
      made_at: stamp('party'),
    },
  },
  offered_time: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      offer_id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      mediator_id: firstDetail(),
      room_id: firstDetail(),
      starts_at: firstDetail(),
      ends_at: firstDetail(),
    },
  },
  time_answer: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      offer_id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      words: personal('appointment.details', ['party'], { form: 'freeText', onAccess: 'review', filled: 'once' }),
      said_by: stamp('party', 'staff'),
      said_at: stamp('party'),
      turn: stamp('party'),
    },
  },
  time_choice: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      answer_id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      time_id: firstDetail(),
    },
  },
  party_act: {
    of: 'case',
    category: 'appointment.details',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      kind: firstDetail(),
      offer_id: key('party'),
      appointment_id: key('party'),
      done_at: stamp('party'),
      followed_at: course('party'),
    },
  },
} satisfies Classified<Tables, 'time_offer' | 'offered_time' | 'time_answer' | 'time_choice' | 'party_act'>
