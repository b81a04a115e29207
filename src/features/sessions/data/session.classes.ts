import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const written = () => personal('case.record', ['party', 'child', 'otherPeople'], { form: 'freeText', filled: 'once' })
const fact = () => personal('case.record', ['party'], { filled: 'once' })
const risk = () =>
  personal('case.screening', ['party', 'child', 'otherPeople'], {
    form: 'freeText',
    onAccess: 'never',
    filled: 'once',
  })

export const sessionClasses = {
  miam_record: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      party_id: key('party'),
      appointment_id: key('party'),
      zone: key('party'),
      legal_quality: key('party'),
      held_on: fact(),
      information_given: written(),
      benefits_explained: written(),
      way_suited: written(),
      how_to_proceed: written(),
      suitable: fact(),
      ways_told: fact(),
      exemptions_claimed: fact(),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  screening: {
    of: 'case',
    category: 'case.screening',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('party'),
      miam_record_id: key('party'),
      case_id: key('party'),
      party_id: key('party'),
      abuse_risk: risk(),
      child_risk: risk(),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  session_record: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      appointment_id: key('party'),
      zone: key('party'),
      legal_quality: key('party'),
      held_on: fact(),
      way: fact(),
      discussed: written(),
      agreed: written(),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  session_summary: {
    of: 'case',
    category: 'case.record',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      session_record_id: key('party'),
      zone: key('party'),
      legal_quality: key('party'),
      summary: written(),
      author: stamp('staff'),
      recorded_at: stamp('staff'),
    },
  },
  miam_certificate: {
    of: 'case',
    category: 'case.document',
    rows: { by: 'case', column: 'case_id', zone: 'zone' },
    columns: {
      id: key('party'),
      number: personal('case.document', ['party'], { filled: 'once' }),
      case_id: key('party'),
      party_id: key('party'),
      miam_record_id: key('party'),
      zone: key('party'),
      mediator_id: personal('case.document', ['staff'], { filled: 'once' }),
      mediator_number: personal('case.document', ['staff'], { filled: 'once' }),
      held_on: personal('case.document', ['party'], { filled: 'once' }),
      valid_until: personal('case.document', ['party'], { filled: 'once' }),
      file_id: key('party'),
      issued_at: stamp('party'),
      code_hash: notPersonal('a sum of a number and a code that we made up', 'once'),
      supersedes: key('party'),
      correction_reason: personal('case.document', ['party', 'otherPeople'], { form: 'freeText', filled: 'once' }),
    },
  },
  draft: {
    of: 'draft',
    category: 'draft.text',
    rows: { by: 'actor', column: 'author' },
    whose: { nobodys: 'sealed: what a colleague has not saved is not on file' },
    removedBy: ['mediation', 'screening', 'booking', 'enquiries'],
    columns: {
      id: key('staff'),
      author: stamp('staff'),
      form: personal('draft.text', ['staff'], { filled: 'once' }),
      subject_id: key('party', 'enquirer'),
      case_id: key('party'),
      sealed: personal('draft.text', ['party', 'child', 'otherPeople'], { form: 'freeText', onAccess: 'withhold' }),
      saved_at: course('staff'),
    },
  },
} satisfies Classified<
  Tables,
  'miam_record' | 'screening' | 'session_record' | 'session_summary' | 'miam_certificate' | 'draft'
>
