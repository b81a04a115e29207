import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

/** What lets somebody in is not given on access, and no purpose reads it. */
const secret = () => personal('party.access', ['party'], { onAccess: 'withhold', filled: 'once' })

export const portalClasses = {
  party_code: {
    of: 'signIn',
    category: 'party.access',
    rows: { by: 'person', column: 'person_id' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      professional_id: key('professional'),
      contact_point_id: key('party'),
      way: key('party'),
      number_hash: secret(),
      secret_hash: secret(),
      made_by: stamp('staff'),
      made_at: stamp('party'),
      expires_at: notPersonal('until when a code works', 'once'),
      tries: notPersonal('how often a code was entered wrongly', 'server'),
      ended_at: stamp('party'),
    },
  },
} satisfies Classified<Tables, 'party_code'>
