import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

export const caseClasses = {
  case_file: {
    of: 'case',
    category: 'case.index',
    rows: { by: 'case', column: 'id' },
    columns: {
      id: key('party'),
      reference: personal('case.index', ['party'], { filled: 'once' }),
      opened_at: personal('case.index', ['party'], { filled: 'server' }),
      status: personal('case.index', ['party']),
      topic: personal('case.index', ['party']),
      channel: personal('case.index', ['party'], { filled: 'once' }),
      mediator_id: personal('case.index', ['party', 'staff']),
      closed_on: personal('case.index', ['party']),
      outcome: personal('case.index', ['party']),
    },
  },
  case_key: {
    of: 'case',
    category: 'case.key',
    rows: { by: 'case', column: 'case_id', bothParties: true },
    columns: {
      case_id: key('party'),
      wrapped: personal('case.key', ['party'], { form: 'file', onAccess: 'withhold', filled: 'once' }),
    },
  },
  party: {
    of: 'case',
    category: 'case.index',
    rows: { by: 'person', column: 'person_id' },
    columns: { id: key('party'), case_id: key('party'), person_id: key('party'), side: key('party') },
  },
  told_of_other: {
    of: 'case',
    category: 'party.identity',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      given_name: personal('party.identity', ['otherPeople'], { onAccess: 'review', filled: 'once' }),
      family_name: personal('party.identity', ['otherPeople'], { onAccess: 'review', filled: 'once' }),
      birth_date: personal('party.identity', ['otherPeople'], { onAccess: 'review', filled: 'once' }),
      recorded_by: stamp('staff'),
      told_at: stamp('party'),
      turn: stamp('party'),
    },
  },
  child: {
    of: 'case',
    category: 'child.identity',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('child'),
      case_id: key('child', 'party'),
      given_name: personal('child.identity', ['child']),
      family_name: personal('child.identity', ['child']),
      birth_date: personal('child.identity', ['child']),
      name_folded: personal('child.identity', ['child'], { filled: 'server' }),
      name_turned: personal('child.identity', ['child'], { filled: 'server' }),
      name_keys: personal('child.identity', ['child'], { filled: 'server' }),
      made_at: stamp('child'),
    },
  },
  hold: {
    of: 'case',
    category: 'retention.course',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      reason: personal('retention.course', ['party'], { form: 'freeText', onAccess: 'withhold', filled: 'once' }),
      review_on: personal('retention.course', ['party']),
      placed_by: stamp('staff'),
      placed_at: stamp('staff'),
      lifted_by: course('staff'),
      lifted_at: course('staff'),
    },
  },
} satisfies Classified<Tables, 'case_file' | 'case_key' | 'party' | 'told_of_other' | 'child' | 'hold'>
