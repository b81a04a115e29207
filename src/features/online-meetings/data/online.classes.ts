import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const detail = () => personal('meeting.online', ['party'], { filled: 'once' })

export const onlineClasses = {
  online_meeting: {
    of: 'case',
    category: 'meeting.online',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      appointment_id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      provider: detail(),
      notice: notPersonal('where a company says how it treats data', 'once'),
      opens_minutes: detail(),
      set_by: stamp('staff'),
      set_at: stamp('staff'),
      turn: stamp('party'),
    },
  },
  online_address: {
    of: 'case',
    category: 'meeting.online',
    // No row for a party until they agreed, and the time is near.
    rows: { by: 'case', column: 'case_id', agreedTo: 'meeting_id' },
    whose: 'both',
    columns: {
      id: key('party'),
      meeting_id: key('party'),
      appointment_id: key('party'),
      case_id: key('party'),
      address: detail(),
      room: personal('meeting.online', ['party'], { filled: 'server' }),
    },
  },
  online_answer: {
    of: 'case',
    category: 'meeting.online',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      attendance_id: key('party'),
      appointment_id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      act: detail(),
      instead: detail(),
      provider: detail(),
      notice: notPersonal('where a company says how it treats data', 'once'),
      wording_hash: notPersonal('the fingerprint of a text', 'once'),
      policy_hash: notPersonal('the fingerprint of a policy', 'once'),
      channel: detail(),
      recorded_by: stamp('party', 'staff'),
      recorded_at: stamp('party'),
      turn: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'online_meeting' | 'online_address' | 'online_answer'>
