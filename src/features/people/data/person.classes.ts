import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, course, key, personal, stamp } from '../../../policy/classification.ts'

/** A card is never changed: each word on it is written once, with its version. */
const said = (form: 'value' | 'freeText' = 'value') =>
  personal('party.contact', ['party'], { form, filled: 'once', onAccess: form === 'value' ? 'give' : 'review' })
const need = (form: 'value' | 'freeText') =>
  personal('party.needs', ['party'], { form, filled: 'once', onAccess: 'give' })

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
      former_names: personal('party.identity', ['party']),
      name_folded: personal('party.identity', ['party'], { filled: 'server', onAccess: 'copy' }),
      name_turned: personal('party.identity', ['party'], { filled: 'server', onAccess: 'copy' }),
      name_keys: personal('party.identity', ['party'], { filled: 'server', onAccess: 'copy' }),
      made_at: stamp('party'),
      merged_into: stamp('party'),
      card_refused_at: personal('party.identity', ['party'], { filled: 'server' }),
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
      value_folded: personal('party.contact', ['party'], { filled: 'once', onAccess: 'copy' }),
      source: personal('party.contact', ['party', 'otherPeople'], { onAccess: 'review', filled: 'once' }),
      safety: personal('party.contact', ['party']),
      voicemail_safety: personal('party.contact', ['party']),
      made_at: stamp('party'),
      ended_at: course('party'),
      confirmed_at: course('party'),
      replaces_id: key('party'),
      recorded_by: stamp('staff'),
    },
  },
  whereabouts: {
    of: 'case',
    category: 'party.whereabouts',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      contact_point_id: key('party'),
      kind: personal('party.whereabouts', ['party'], { filled: 'once' }),
      address: personal('party.whereabouts', ['party'], { filled: 'once' }),
      postcode: personal('party.whereabouts', ['party'], { filled: 'once' }),
      folded: personal('party.whereabouts', ['party'], { filled: 'once', onAccess: 'copy' }),
      source: personal('party.whereabouts', ['party', 'otherPeople'], { onAccess: 'review', filled: 'once' }),
      recorded_by: stamp('staff'),
      made_at: stamp('party'),
      ended_at: course('party'),
    },
  },
  safe_contact: {
    of: 'case',
    category: 'party.contact',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      version: key('party'),
      email: said(),
      telephone: said(),
      text_message: said(),
      voicemail: said(),
      letter: said(),
      times: said('freeText'),
      safe_days: said(),
      safe_from: said(),
      safe_until: said(),
      who_may_answer: said('freeText'),
      code_word: said(),
      language: need('value'),
      interpreter: need('freeText'),
      adjustments: need('freeText'),
      said_by: personal('party.contact', ['party', 'otherPeople'], { onAccess: 'review', filled: 'once' }),
      said_on: said(),
      reason: said('freeText'),
      recorded_by: stamp('staff'),
      recorded_at: stamp('party'),
    },
  },
  details_confirmed: {
    of: 'case',
    category: 'party.contact',
    rows: { by: 'person', column: 'person_id' },
    columns: { id: key('party'), person_id: key('party'), confirmed_by: stamp('staff'), confirmed_at: stamp('party') },
  },
  person_correction: {
    of: 'case',
    category: 'party.identity',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      field: personal('party.identity', ['party'], { filled: 'once' }),
      was: personal('party.identity', ['party'], { filled: 'once' }),
      became: personal('party.identity', ['party'], { filled: 'once' }),
      said_by: personal('party.identity', ['party', 'otherPeople'], { onAccess: 'review', filled: 'once' }),
      corrected_by: stamp('staff'),
      request_id: key('party'),
      corrected_at: stamp('party'),
    },
  },
} satisfies Classified<
  Tables,
  'person' | 'contact_point' | 'whereabouts' | 'safe_contact' | 'details_confirmed' | 'person_correction'
>
