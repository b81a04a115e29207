import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

export const personClasses = {
  person: {
    of: 'case',
    category: 'party.identity',
    rows: { by: 'person', column: 'id' },
    columns: {
      id: key('party'),
      given_name: personal('party.identity', ['party']),
      family_name: personal('party.identity', ['party']),
      known_as: personal('party.identity', ['party']),
      birth_date: personal('party.identity', ['party']),
      name_folded: personal('party.identity', ['party'], { filled: 'server' }),
      made_at: stamp('party'),
    },
  },
  contact_point: {
    of: 'case',
    category: 'party.contact',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      kind: personal('party.contact', ['party'], { filled: 'once' }),
      value: personal('party.contact', ['party'], { filled: 'once' }),
      postcode: personal('party.contact', ['party'], { filled: 'once' }),
      value_folded: personal('party.contact', ['party'], { filled: 'once' }),
      source: personal('party.contact', ['party', 'otherPeople'], { onAccess: 'review', filled: 'once' }),
      safety: personal('party.contact', ['party']),
      voicemail_safety: personal('party.contact', ['party']),
      made_at: stamp('party'),
      ended_at: course('party'),
    },
  },
} satisfies Classified<Tables, 'person' | 'contact_point'>
