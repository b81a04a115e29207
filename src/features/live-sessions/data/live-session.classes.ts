import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const words = () => personal('case.record', ['party', 'child', 'otherPeople'], { form: 'freeText' })
const fact = () => personal('case.record', ['party'], { filled: 'once' })
/** The ledger: rows that the database writes itself. */
const entry = () => personal('case.record', ['party'], { filled: 'server' })

export const liveSessionClasses = {
  agreement_to_mediate: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      party_id: key('party'),
      zone: key('party'),
      version: fact(),
      signed_on: fact(),
      signed_how: fact(),
      recorded_by: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  mediation_session: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id' },
    whose: 'both',
    columns: {
      id: key('party'),
      case_id: key('party'),
      held_on: fact(),
      way: fact(),
      second_mediator: key('staff'),
      opened_by: stamp('staff'),
      opened_at: stamp('staff'),
      closed_by: course('staff'),
      closed_at: course('staff'),
    },
  },
  session_observer: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key('party'),
      case_id: key('party'),
      session_id: key('party'),
      staff_id: key('staff'),
      agreed_a_on: fact(),
      agreed_b_on: fact(),
    },
  },
  session_note: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      session_id: key('party'),
      zone: key('party'),
      kind: course('party'),
      legal_quality: course('party'),
      words: words(),
      passing: course('party'),
      passed_at: course('party'),
      author: stamp('staff'),
      written_at: stamp('staff'),
    },
  },
  note_statement: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      session_id: key('party'),
      note_id: key('party'),
      side: key('party'),
      words: personal('case.record', ['party', 'child', 'otherPeople'], { form: 'freeText', filled: 'once' }),
      author: stamp('staff'),
      written_at: stamp('staff'),
    },
  },
  note_event: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id' },
    whose: { through: 'note_id', of: 'session_note' },
    columns: {
      id: stamp('party'),
      case_id: stamp('party'),
      session_id: stamp('party'),
      note_id: stamp('party'),
      happened: entry(),
      told: entry(),
      by_whom: stamp('staff'),
      at: stamp('staff'),
    },
  },
  session_stop: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id' },
    whose: 'office',
    columns: {
      id: key('party'),
      case_id: key('party'),
      session_id: key('party'),
      reason: personal('case.record', ['party', 'child', 'otherPeople'], { form: 'freeText', filled: 'once' }),
      stopped_by: stamp('staff'),
      stopped_at: stamp('staff'),
      resumed_at: course('staff'),
      resumed_by: course('staff'),
      resumed_because: words(),
    },
  },
} satisfies Classified<
  Tables,
  | 'agreement_to_mediate'
  | 'mediation_session'
  | 'session_observer'
  | 'session_note'
  | 'note_statement'
  | 'note_event'
  | 'session_stop'
>
