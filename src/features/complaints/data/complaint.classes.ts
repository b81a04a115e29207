import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

/** What somebody complained about, as they said it. */
const said = (form: 'value' | 'freeText' = 'value') =>
  personal('complaint.details', ['party', 'otherPeople', 'staff'], {
    form,
    filled: 'once',
    onAccess: form === 'value' ? 'give' : 'review',
  })
const noted = () => personal('complaint.details', ['party', 'otherPeople', 'staff'], { form: 'freeText' })
const once = () =>
  personal('complaint.details', ['party', 'otherPeople', 'staff'], { form: 'freeText', filled: 'once' })

export const complaintClasses = {
  complaint: {
    of: 'complaint',
    category: 'complaint.details',
    rows: { by: 'complaint', column: 'id', person: 'person_id' },
    columns: {
      id: key('party'),
      reference: key('party'),
      about: said(),
      channel: said(),
      received_on: said(),
      made_at: stamp('party'),
      taken_by: key('staff'),
      made_for: said(),
      given_name: said(),
      family_name: said(),
      representative: said(),
      organisation: said(),
      given_contact: said('freeText'),
      details: said('freeText'),
      wanted: said('freeText'),
      about_whom: said('freeText'),
      about_staff: course('staff'),
      person_id: course('party'),
      matched_on: course('party'),
      matched_by: course('staff'),
      acknowledged_on: course('party'),
      acknowledged_by: course('staff'),
      acknowledged_how: course('party'),
      closed_on: course('party'),
      closed_by: course('staff'),
      outcome: course('party'),
      answer: noted(),
      answered_how: course('party'),
      cause: course('party'),
      changed: noted(),
    },
  },
  complaint_step: {
    of: 'complaint',
    category: 'complaint.details',
    rows: { by: 'complaint', column: 'complaint_id' },
    columns: {
      id: key('party'),
      complaint_id: key('party'),
      kind: key('party'),
      of_whom: once(),
      of_staff: key('staff'),
      words: once(),
      how: key('party'),
      made_on: key('party'),
      made_at: stamp('party'),
      made_by: key('staff'),
    },
  },
  complaint_telling: {
    of: 'complaint',
    category: 'complaint.details',
    rows: { by: 'complaint', column: 'complaint_id' },
    columns: {
      id: key('party'),
      complaint_id: key('party'),
      person_id: course('party'),
      decision: key('party'),
      safety_checked: key('party'),
      reason: once(),
      how: key('party'),
      made_at: stamp('party'),
      made_by: key('staff'),
    },
  },
} satisfies Classified<Tables, 'complaint' | 'complaint_step' | 'complaint_telling'>
