import type { AuthTables } from '../../../platform/sign-in/auth-tables.ts'
import { type Classified, course, key, notPersonal, personal } from '../../../policy/classification.ts'

const signIn = () => personal('staff.signIn', ['staff'])
const ofParty = () => personal('party.access', ['party'])
/** What somebody proves themselves with is not given on access: a copy of it would be a way in. */
const secret = () => personal('staff.signIn', ['staff'], { onAccess: 'withhold' })

/** What each column of schema `auth` is. No purpose reaches that schema; sign-in has a login of its own. */
export const signInClasses = {
  credential: {
    of: 'staff',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: {
      staff_id: key('staff'),
      password_hash: secret(),
      authenticator: secret(),
      newest_step: notPersonal('a running half minute: which code was used last'),
      set_at: course('staff'),
    },
  },
  recovery_code: {
    of: 'staff',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: { staff_id: key('staff'), code_hash: secret() },
  },
  sign_in: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      token_hash: secret(),
      device: signIn(),
      made_at: signIn(),
      seen_at: signIn(),
      ended_at: signIn(),
    },
  },
  sign_in_step: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: { token_hash: secret(), staff_id: key('staff'), made_at: signIn(), tries: signIn(), challenge: secret() },
  },
  passkey: {
    of: 'staff',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      credential_id: secret(),
      public_key: secret(),
      uses: notPersonal('a running number: how often the device says that it was used'),
      name: signIn(),
      added_at: course('staff'),
      used_at: signIn(),
    },
  },
  passkey_offer: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: { staff_id: key('staff'), token_hash: secret(), name: signIn(), challenge: secret(), made_at: signIn() },
  },
  notice: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: {
      id: key('staff'),
      staff_id: key('staff'),
      kind: notPersonal('which of two letters is to be sent'),
      made_at: signIn(),
    },
  },
  known_device: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: { device_hash: secret(), staff_id: key('staff'), seen_at: signIn() },
  },
  party_sign_in: {
    of: 'signIn',
    category: 'party.access',
    rows: { by: 'everyone' },
    columns: {
      id: key('party'),
      person_id: key('party'),
      contact_point_id: key('party'),
      professional_id: key('professional'),
      token_hash: personal('party.access', ['party'], { onAccess: 'withhold' }),
      made_at: ofParty(),
      seen_at: ofParty(),
      ended_at: ofParty(),
    },
  },
  party_request: {
    of: 'signIn',
    category: 'party.access',
    rows: { by: 'everyone' },
    columns: { id: key('party'), email: ofParty(), asked_at: ofParty() },
  },
  budget: {
    of: 'signIn',
    category: 'staff.signIn',
    rows: { by: 'everyone' },
    columns: {
      key_hash: notPersonal('a keyed hash of account, device or network address, readable by nobody'),
      spent: notPersonal('a number of tries'),
      ends_at: notPersonal('until when the tries count'),
    },
  },
} satisfies Classified<AuthTables, keyof AuthTables>
