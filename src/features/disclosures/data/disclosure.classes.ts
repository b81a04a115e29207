import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const recorded = () => personal('disclosure.record', ['party'], { filled: 'once' })
const written = () =>
  personal('disclosure.words', ['party', 'child', 'otherPeople'], { form: 'freeText', filled: 'once' })

/** What was told to somebody outside, and what a party said of it. */
export const disclosureClasses = {
  disclosure: {
    of: 'case',
    category: 'disclosure.record',
    rows: { by: 'case', column: 'case_id', hidden: 'hidden', holder: 'decided_by', ground: 'ground' },
    whose: { nobodys: 'who was told is told from the register, which leaves out what must stay unknown' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      recipient: recorded(),
      ground: recorded(),
      law_kind: recorded(),
      authority: written(),
      side: recorded(),
      hidden: key('party'),
      concern_id: key('party'),
      file_ids: recorded(),
      facts: recorded(),
      words: written(),
      words_quality: recorded(),
      reason: written(),
      decided_by: stamp('staff'),
      decided_at: stamp('party'),
      policy_hash: key(),
      sent_at: course('party'),
      sent_by: course('staff'),
      sent_how: course('party'),
      stopped_at: course('party'),
      stopped_by: course('staff'),
      stopped_why: course('party'),
    },
  },
  inspection_wish: {
    of: 'case',
    category: 'disclosure.record',
    rows: { by: 'case', column: 'case_id' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      zone: key('party'),
      objects: recorded(),
      recorded_by: stamp('staff'),
      recorded_at: stamp('party'),
      turn: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'disclosure' | 'inspection_wish'>
