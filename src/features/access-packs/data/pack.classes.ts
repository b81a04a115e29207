import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

/** A pack holds what stands elsewhere: whoever asks again gets it from there. */
const copied = (form: 'value' | 'freeText' = 'value') =>
  personal('request.details', ['party', 'child', 'otherPeople'], { form, onAccess: 'copy' })

export const packClasses = {
  access_pack: {
    of: 'rightsRequest',
    category: 'request.details',
    rows: { by: 'everyone' },
    whose: { through: 'request_id', of: 'rights_request' },
    columns: {
      id: key('party'),
      request_id: key('party'),
      state: course('party'),
      asked_by: key('staff'),
      asked_at: stamp('party'),
      collected_at: course('party'),
      openings: copied(),
      told: copied(),
      ready_by: course('staff'),
      ready_at: course('party'),
      released_by: course('staff'),
      released_at: course('party'),
      good_until: course('party'),
      said_how: course('party'),
      emptied_at: course('party'),
    },
  },
  pack_item: {
    of: 'rightsRequest',
    category: 'request.details',
    rows: { by: 'everyone' },
    whose: { nobodys: 'a copy of what stands elsewhere, and of what stays there' },
    columns: {
      id: key('party'),
      pack_id: key('party'),
      turn: key('party'),
      place: key('party'),
      row_id: key('party'),
      field: key('party'),
      at: key('party'),
      belongs: key('party'),
      course: key('party'),
      text: copied('freeText'),
      masks: copied(),
      decision: course('party'),
      considered: course('party'),
      health: course('party'),
      opinion_on: course('party'),
      opinion: course('party'),
      decided_by: course('staff'),
      decided_at: course('party'),
    },
  },
  pack_taking: {
    of: 'rightsRequest',
    category: 'request.details',
    rows: { by: 'everyone' },
    whose: { nobodys: 'told in the portal itself, where each taking shows' },
    columns: {
      id: key('party'),
      pack_id: key('party'),
      what: key('party'),
      taken_by: stamp('staff'),
      taken_at: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'access_pack' | 'pack_item' | 'pack_taking'>
