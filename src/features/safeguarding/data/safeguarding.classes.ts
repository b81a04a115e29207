import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

const told = (form: 'value' | 'freeText' = 'freeText') =>
  personal('safeguarding.concern', ['party', 'child', 'otherPeople'], { form, onAccess: 'withhold', filled: 'once' })
const decided = (form: 'value' | 'freeText' = 'value') =>
  personal('safeguarding.concern', ['party', 'child', 'otherPeople'], { form, onAccess: 'withhold' })

/** Worries about somebody's safety, and files that were opened for a while because of one. */
export const safeguardingClasses = {
  concern: {
    of: 'concern',
    category: 'safeguarding.concern',
    rows: { by: 'case', column: 'case_id' },
    whose: { nobodys: 'kept to guard somebody: it is not told whether there is any' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      at_risk: told('value'),
      who: told(),
      seen: told(),
      seen_by: told(),
      urgent: told('value'),
      recorded_by: stamp('staff'),
      recorded_at: stamp('party'),
      decision: decided(),
      decision_reason: decided('freeText'),
      consent: decided(),
      consent_reason: decided('freeText'),
      decided_by: course('staff'),
      decided_at: course('party'),
      review_by: course('party'),
      reviewed_by: course('staff'),
      reviewed_at: course('party'),
      review: decided('freeText'),
      closed_on: course('party'),
      closed_by: course('staff'),
    },
  },
  glass_break: {
    of: 'case',
    category: 'safeguarding.concern',
    rows: { by: 'holder', column: 'staff_id', case: 'case_id' },
    whose: { nobodys: 'the same' },
    columns: {
      id: key('party'),
      case_id: key('party'),
      staff_id: stamp('staff'),
      reason: personal('safeguarding.concern', ['party', 'child', 'otherPeople'], {
        ...{ form: 'freeText', onAccess: 'withhold', filled: 'server' },
      }),
      began_at: stamp('party'),
      ends_at: stamp('party'),
      review: decided('freeText'),
      reviewed_by: course('staff'),
      reviewed_at: course('party'),
    },
  },
} satisfies Classified<Tables, 'concern' | 'glass_break'>
